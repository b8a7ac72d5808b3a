#pragma once
#include <string>

#include "tijian/diagnosis.h"
#include "tijian/report/language.h"

/// The files of a diagnosis that have a source of their own.
namespace tijian::report {

std::string hard_limits_csv(const Diagnosis&, const Run&, Language);
std::string weak_points_csv(const Diagnosis&, const Run&, Language);

}  // namespace tijian::report
