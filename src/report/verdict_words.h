#pragma once
#include <string>

#include "report/language.h"
#include "report/text_table.h"
#include "tijian/scorecard.h"

namespace tijian::report {

Style style_of(Verdict);

/// The verdict with what it was judged by: `breach: 3.45 % over 333.4 (2035)`. Unchecked benchmarks
/// carry the mark.
std::string verdict_words(const Indicator&, double value, const Judgement&, const Period&,
                          Language);

/// Whether the number that a value was judged by was not checked.
bool limit_uncited(const Indicator&, double limit, const Period&);

/// How far a value is from a limit: `3.45 %`; in the unit where the limit is 0.
std::string distance(double value, double limit);

}  // namespace tijian::report
