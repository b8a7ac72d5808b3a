#pragma once
#include <string>
#include <string_view>

#include "tijian/diagnosis.h"
#include "tijian/report/language.h"

namespace tijian::report {

/// What a problem's value is held against: limit, standard, target, light, earlier, peers_median,
/// peers_share.
std::string_view reference_kind(const Problem&);

/// When a problem's indicator is green at its present pace: `2031`, `moving_away`,
/// `not_before_2040` (by a 95 % prediction), `not_within_100_years`; empty where there is no trend
/// or nothing to reach.
std::string reach_word(const Diagnosis&, const Run&, const Problem&);

/// A problem as a sentence, by the framework's templates or the default ones, each number in it one
/// of the files: `Permanent residents is 342.48 万人, 2.72 % past the hard limit of 333.4 万人
/// (2035), since 2015`.
std::string finding(const Diagnosis&, const Run&, const Problem&, Language);

}  // namespace tijian::report
