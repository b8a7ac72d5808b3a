#include "scored.h"

#include <catch2/catch.hpp>
#include <cmath>

namespace tijian_tests {
namespace {

using namespace tijian;

std::string absolute(const std::string& path) {
  return path.starts_with("/") ? path : TIJIAN_ROOT "/" + path;
}

Dataset read(const Framework& framework, std::vector<std::string> files) {
  for (std::string& file : files) file = absolute(file);
  return read_dataset_or_throw(files, framework);
}

}  // namespace

Scored::Scored(const std::string& framework_folder, const std::vector<std::string>& files)
    : framework(
          std::make_shared<const Framework>(load_framework_or_throw(absolute(framework_folder)))),
      data(read(*framework, files)),
      table(evaluate(*framework, data)) {
  card = apply(value_or_throw(fit(framework, framework->method, table)), table);
}

int Scored::node(const std::string& id) const {
  INFO(id);
  const int found = framework->find_node(id);
  REQUIRE(found >= 0);
  return found;
}

Eigen::Index Scored::row(const std::string& place, const std::string& period) const {
  INFO(place << " " << period);
  for (Eigen::Index r = 0; r < card.rows.size(); ++r)
    if (card.rows.place_of(r) == place && to_string(card.rows.period[r]) == period) return r;
  FAIL("no such row");
  return -1;
}

double Scored::score(const std::string& place, const std::string& period,
                     const std::string& id) const {
  return card.score(row(place, period), card.column(node(id)));
}

double Scored::coverage(const std::string& place, const std::string& period,
                        const std::string& id) const {
  return card.coverage_of(row(place, period), card.column(node(id)));
}

double Scored::value(const std::string& place, const std::string& period,
                     const std::string& id) const {
  return card.value(row(place, period), framework->nodes[node(id)].indicator);
}

Verdict Scored::verdict(const std::string& place, const std::string& period,
                        const std::string& id) const {
  return card.verdict(row(place, period), framework->nodes[node(id)].indicator);
}

unsigned Scored::flags(const std::string& place, const std::string& period,
                       const std::string& id) const {
  return card.flags(row(place, period), card.column(node(id)));
}

std::string Scored::grade(const std::string& place, const std::string& period,
                          const std::string& id) const {
  const Grade* grade = card.grade(row(place, period), card.column(node(id)));
  return grade ? grade->id : "";
}

}  // namespace tijian_tests
