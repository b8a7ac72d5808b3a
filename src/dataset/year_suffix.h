#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "tijian/data_source.h"
#include "tijian/period.h"

namespace tijian::dataset {

/// A column's name without the year that stands at one of its ends: 人口2010, 2010年人口, crime10.
struct NameAndYear {
  std::string name;
  int year;
};

/// Whether four digits in a name are a year rather than a number.
bool is_usual_year(int number);

/// Two digits are taken at the end only, and only where that was said. Nothing without a year.
std::optional<NameAndYear> split_year(std::string_view name, ValueOrigin::Suffix);

/// The period that a name in a header is; of a year also as a spreadsheet writes numbers: 1991,0.
std::optional<Period> period_named(std::string_view name);

}  // namespace tijian::dataset
