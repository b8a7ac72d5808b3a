#pragma once
#include "tijian/dataset.h"

namespace tijian::dataset {

/// What a column holds: a variable, or an indicator's values.
struct Held {
  Text title;
  const std::string& unit;
  const Citation& where;
};
Held held_by(const DataColumn&, const Framework&);

}  // namespace tijian::dataset
