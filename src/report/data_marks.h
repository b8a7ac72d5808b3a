#pragma once
#include <cstdint>
#include <string>

#include "report/run.h"

namespace tijian::report {

/// `flag_synthetic` and `flag_uncited`, each where any value of the table is so: for outputs whose
/// numbers rest on the whole sample.
std::uint16_t data_flags(const IndicatorTable&);

/// ` [synthetic data]` behind a title; empty without that flag.
std::string synthetic_words(std::uint16_t flags, const View&);

}  // namespace tijian::report
