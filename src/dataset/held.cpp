#include "dataset/held.h"

#include "framework/title.h"

namespace tijian::dataset {

Held held_by(const DataColumn& column, const Framework& framework) {
  if (column.variable >= 0) {
    const Variable& of = framework.variables[column.variable];
    return {framework::title_of(of), of.unit, of.where};
  }
  const Indicator& of = framework.indicators[column.indicator];
  return {framework::title_of(of), of.unit, of.where};
}

}  // namespace tijian::dataset
