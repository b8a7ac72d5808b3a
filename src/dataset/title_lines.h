#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace tijian::dataset {

/// What lines above a header say of the values below: 指标：地区生产总值(亿元), 单位：万人.
struct TitleLines {
  std::string subject, unit;
  int subject_line = 0, unit_line = 0;

  void read(int line, const std::vector<std::string>& cells);
};

}  // namespace tijian::dataset
