#pragma once
#include <cstdint>
#include <string>

#include "tijian/diagnosis.h"
#include "tijian/report/language.h"

/// The codes of the diagnosis's files as readers see them.
namespace tijian::report {

/// By what it is a problem: 突破底线, 未达标准, ...
Text title(ProblemKind);
/// What its value is held against, see `reference_kind`: 底线, 标准, 目标, ...
Text reference_title(const Problem&);
/// The flags of a value or score: `imputed, capped`; empty without any.
std::string flag_words(std::uint16_t flags, Language);
/// As `reach_word` says it: `2031`, `moving away`, `not before 2040`.
std::string reach_words(const std::string& reach, Language);

}  // namespace tijian::report
