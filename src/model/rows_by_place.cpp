#include "model/rows_by_place.h"

#include <algorithm>
#include <numeric>

namespace tijian::model {

std::vector<Index> rows_by_place(const Rows& rows) {
  std::vector<Index> order(rows.place.size());
  std::iota(order.begin(), order.end(), Index{0});
  std::ranges::sort(order, {}, [&](Index row) {
    return std::pair{rows.place[row], rows.period[row]};
  });
  return order;
}

}  // namespace tijian::model
