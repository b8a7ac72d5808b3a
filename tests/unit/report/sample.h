#pragma once
#include <memory>

#include "tijian/run.h"

namespace tijian_tests {

/// A small town: two categories, four indicators, of which one passes a hard limit, one rests on an
/// unchecked standard and one has no value. Coverage below 0.6 gives no score.
///   population  344.9 against the limit 333.4 of 2035: 100 (1 - 11.5 / 33.34) = 65.507
///   land        80 between 0 and 100: 80
///   pm25        34, at most 35: 100
std::shared_ptr<const tijian::Framework> town();

/// Fitted and scored: `places` rows of 2021 with those values; a row more of 2020 for the first
/// place, of its population 345.2 only, where `years` is two.
tijian::Run score_town(int years);

/// Three places of 2021. 老城 as above with a park at 100: 60 (capped) and 100, capped at 60.
/// 新城: 300, 80, 35, 75: 90 and 87.5, 88.75. 山村: 30 and 50 of the second category only: 75, no
/// index.
tijian::Run score_places();

}  // namespace tijian_tests
