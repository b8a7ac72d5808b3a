#include "method/families.h"

namespace tijian {
namespace {

template <class Entry>
void append(std::vector<Entry>& family, std::vector<Entry> entries) {
  for (Entry& entry : entries) family.push_back(std::move(entry));
}

MethodTable make_table() {
  using namespace method;
  MethodTable table;
  append(table.imputers, constant_imputers());
  append(table.imputers, series_imputers());
  append(table.imputers, neighbour_imputers());
  append(table.treaters, treaters());
  append(table.normalisers, affine_normalisers());
  append(table.normalisers, order_normalisers());
  append(table.weightings, given_weightings());
  append(table.weightings, data_weightings());
  append(table.weightings, structure_weightings());
  append(table.weightings, judged_weightings());
  append(table.weightings, combined_weightings());
  append(table.aggregators, mean_aggregators());
  append(table.aggregators, ordered_aggregators());
  append(table.aggregators, balance_aggregators());
  append(table.aggregators, outranking_aggregators());
  append(table.aggregators, distance_aggregators());
  return table;
}

}  // namespace

std::optional<double> Aggregator::exponent(const Choice& choice) const {
  if (power || power_from.empty()) return power;
  return choice.number(power_from);
}

const MethodTable& builtin_methods() {
  static const MethodTable table = make_table();
  return table;
}

}  // namespace tijian
