#pragma once
#include <span>
#include <string>
#include <string_view>

#include "report/text_table.h"
#include "tijian/explanation.h"
#include "tijian/light.h"
#include "tijian/report/view.h"

/// What tables, explanations and the dictionary say alike.
namespace tijian::report {

/// Stands behind a number that was not checked against its source.
inline constexpr const char* uncited_mark = "†";
std::string uncited_legend(Language);
/// Stands behind a score that the sample decides.
inline constexpr const char* relative_mark = "*";
std::string relative_legend(Language);
/// ` [synthetic data]` behind a title; empty without that flag.
std::string synthetic_words(std::uint16_t flags, const View&);
bool any_flag(const Run&, std::span<const Eigen::Index> rows, std::uint16_t flag);

/// `Chaoyang District urban health check 2022.1`
std::string run_title(const Run&, Language);
/// The grade of an explained node; null where it has none, or the run's card does not say.
const Grade* grade_of(const Run&, const Explanation&);

/// A grade out of a column of grades: its title, or `grade 2` where grades go by rank. Empty
/// without one.
std::string grade_words(const Node&, const Grade*, Language);

/// `the sum over the 3 places below`; `the places below` where it is not known how many.
std::string rollup_words(const Rollup&, const Framework&, int places, Language);

/// `3 of 6 scored, coverage 50 %, no score below 60 %`
std::string coverage_words(const Explanation& category, Language);

/// `better than in 2021`, by the indicator's direction; empty without both values.
std::string own_trend_words(const Indicator&, double before, const Period& when, double value,
                            Language);

/// A period to read: `2021`, `2021年`.
std::string period_words(const Period&, Language);

/// A confidence as readers see it: the YAML's word in English, what it means in Chinese.
std::string confidence_words(std::string_view confidence, Language);
/// Where a number comes from: `北京城市总体规划 #20 † (uncited-high)`.
std::string basis_words(const Basis&, Language);
/// All of an indicator's, in one line; empty without any.
std::string bases_words(const Indicator&, Language);
/// What it is the basis of: ` [target, score]`; empty where of everything.
std::string basis_of_words(const Basis&, Language);

/// A formula with the variables' titles in place of their ids: `绿地面积 / 常住人口`.
std::string formula_words(const std::string& formula, const Framework&, Language);

Style style_of(Verdict);
Style style_of(Light);
/// The verdict with what it was judged by: `breach: 3.45 % over 333.4 (2035)`. Unchecked benchmarks
/// carry the mark.
std::string verdict_words(const Indicator&, double value, const Judgement&, const Period&,
                          Language);
/// Whether the number that a value was judged by was not checked.
bool limit_uncited(const Indicator&, const Judgement&);

}  // namespace tijian::report
