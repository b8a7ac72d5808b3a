#include <set>
#include <stdexcept>

#include "method/families.h"
#include "tijian/diagnostic.h"

namespace tijian {
namespace {

bool complete(const Imputer& entry) { return entry.fit || entry.fill || entry.after_normalising; }
bool complete(const Treater& entry) { return entry.fit && entry.apply; }
bool complete(const Normaliser& entry) { return bool(entry.fit); }
bool complete(const Weighting& entry) { return bool(entry.weigh); }
bool complete(const Aggregator& entry) { return bool(entry.apply); }
bool complete(const ValueFunction& entry) { return entry.line || entry.score; }

[[noreturn]] void refuse(const MethodEntry& entry, const char* why) {
  throw UsageError("the method '" + entry.name + "' " + why);
}

void check_defaults(const MethodEntry& entry) try {
  resolve({entry.name, {}}, entry);
} catch (const std::logic_error& fault) {
  refuse(entry, fault.what());
}

template <class Entry>
void add_to(std::vector<Entry>& family, Entry entry) {
  if (entry.name.empty()) refuse(entry, "has no name");
  if (find_method(family, entry.name)) refuse(entry, "is there already");
  if (!complete(entry)) refuse(entry, "has no function");
  check_defaults(entry);
  family.push_back(std::move(entry));
}

/// Entries of families that may do nothing need no function.
template <class Entry>
void check_family(const std::vector<Entry>& family, bool may_do_nothing) {
  std::set<std::string_view> names;
  for (const Entry& entry : family) {
    if (entry.name.empty()) refuse(entry, "has no name");
    if (!names.insert(entry.name).second) refuse(entry, "is there twice");
    if (!may_do_nothing && !complete(entry)) refuse(entry, "has no function");
    check_defaults(entry);
  }
}

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
  append(table.normalisers, share_normalisers());
  append(table.normalisers, order_normalisers());
  append(table.weightings, given_weightings());
  append(table.weightings, data_weightings());
  append(table.weightings, structure_weightings());
  append(table.weightings, judged_weightings());
  append(table.weightings, combined_weightings());
  append(table.aggregators, mean_aggregators());
  append(table.aggregators, total_aggregators());
  append(table.aggregators, ordered_aggregators());
  append(table.aggregators, balance_aggregators());
  append(table.aggregators, outranking_aggregators());
  append(table.aggregators, distance_aggregators());
  append(table.value_functions, straight_values());
  append(table.value_functions, curved_values());
  append(table.value_functions, limited_values());
  append(table.value_functions, timed_values());
  return table;
}

}  // namespace

void MethodTable::add(Imputer entry) { add_to(imputers, std::move(entry)); }
void MethodTable::add(Treater entry) { add_to(treaters, std::move(entry)); }
void MethodTable::add(Normaliser entry) { add_to(normalisers, std::move(entry)); }
void MethodTable::add(Weighting entry) { add_to(weightings, std::move(entry)); }
void MethodTable::add(Aggregator entry) { add_to(aggregators, std::move(entry)); }
void MethodTable::add(ValueFunction entry) { add_to(value_functions, std::move(entry)); }

void check(const MethodTable& table) {
  check_family(table.imputers, true);
  check_family(table.treaters, true);
  check_family(table.normalisers, false);
  check_family(table.weightings, false);
  check_family(table.aggregators, false);
  check_family(table.value_functions, false);
}

std::optional<double> Aggregator::exponent(const Choice& choice) const {
  if (power || power_from.empty()) return power;
  return choice.number(power_from);
}

const MethodTable& builtin_methods() {
  static const MethodTable table = make_table();
  return table;
}

}  // namespace tijian
