#pragma once
#include <CLI/CLI.hpp>
#include <string>

#include "tijian/report/language.h"

namespace tijian::cli {

/// What was wrong with the command line, in words, with where to look it up.
std::string wrong_use(const CLI::ParseError&, const CLI::App& app, report::Language);

/// A check for an option that takes one of a few words.
CLI::Validator one_of(std::vector<std::string> names, report::Language);
/// A check for a whole number that is not negative.
CLI::Validator whole_number(report::Language);

}  // namespace tijian::cli
