#pragma once
#include <string>

#include "tijian/diagnosis.h"
#include "tijian/report/language.h"

/// The files of a diagnosis that have a source of their own.
namespace tijian::report {

std::string hard_limits_csv(const Diagnosis&, const Run&, Language);
std::string weak_points_csv(const Diagnosis&, const Run&, Language);
std::string changes_csv(const Diagnosis&, const Run&, Language);
/// How each indicator is computed, so that a later diagnosis knows what was changed.
std::string definitions_csv(const Framework&, Language);

}  // namespace tijian::report
