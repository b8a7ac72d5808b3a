#pragma once
#include <span>
#include <string>

#include "report/language.h"
#include "tijian/explanation.h"

namespace tijian::report {

/// How a text is shown.
struct View {
  Language say;
  int width = 80;
  bool colour = false;
};

/// Stands behind a number that was not checked against its source.
inline constexpr const char* uncited_mark = "†";
std::string uncited_legend(Language);
/// Stands behind a score that the sample decides.
inline constexpr const char* relative_mark = "*";
std::string relative_legend(Language);

/// `Chaoyang District urban health check 2022.1`
std::string run_title(const Run&, Language);
/// `coverage 50 %, no score below 60 %`
std::string coverage_words(const Explanation& category, Language);
bool any_flag(const Run&, std::span<const Eigen::Index> rows, std::uint16_t flag);

}  // namespace tijian::report
