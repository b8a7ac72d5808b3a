#include "asem.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>

using namespace tijian;

namespace tijian_tests {
namespace {

/// Parents before children, children in the order of the file.
void add_node(Framework& framework, const ReferenceTable& meta, const std::string& code,
              int parent) {
  const int number = static_cast<int>(framework.nodes.size());
  Node node;
  node.id = code;
  node.title = code;
  node.weight = meta.at(code, "Weight");
  node.parent = parent;
  node.height = static_cast<int>(meta.at(code, "Level")) - 1;
  if (meta.text(code, "Type") == "Indicator") {
    node.indicator = static_cast<int>(framework.indicators.size());
    Indicator indicator;
    indicator.id = code;
    if (meta.at(code, "Direction") < 0) indicator.direction = Direction::lower;
    indicator.plan = Plan{{}, YearValue{{}, meta.at(code, "Target")}, {}};
    framework.indicators.push_back(indicator);
  }
  framework.nodes.push_back(node);
  if (parent >= 0) framework.nodes[parent].children.push_back(number);
  for (const std::string& child : asem_children(meta, code))
    add_node(framework, meta, child, number);
}

Attribute group(const std::string& name, const ReferenceTable& units,
                const std::vector<std::string>& places) {
  Attribute attribute{name, {}, {}};
  for (const std::string& place : places) {
    const std::string& value = units.text(place, name);
    auto found = std::ranges::find(attribute.values, value);
    if (found == attribute.values.end()) found = attribute.values.insert(found, value);
    attribute.of_row.push_back(static_cast<int>(found - attribute.values.begin()));
  }
  return attribute;
}

}  // namespace

Asem Asem::load(bool denominated) {
  const auto meta = reference_table("asem/iMeta.csv");
  const auto data = reference_table("asem/iData.csv");
  const auto units = reference_table("asem/unit_meta.csv");
  Asem asem;
  asem.framework.id = "asem";
  add_node(asem.framework, meta, "Index", -1);
  IndicatorTable& table = asem.table;
  table.rows.places = data.rows();
  for (std::size_t row = 0; row < data.rows().size(); ++row) {
    table.rows.place.push_back(static_cast<int>(row));
    table.rows.period.push_back({});
  }
  asem.framework.attributes = {"GDP_group", "GDPpc_group", "Pop_group", "EurAsia_group"};
  for (const PlaceAttribute& attribute : asem.framework.attributes)
    table.rows.attributes.push_back(group(attribute.id, units, data.rows()));
  std::vector<std::string> codes;
  for (const Indicator& indicator : asem.framework.indicators) codes.push_back(indicator.id);
  table.values = data.numbers(data.rows(), codes);
  for (std::size_t j = 0; denominated && j < codes.size(); ++j) {
    const std::string& denominator = meta.text(codes[j], "Denominator");
    if (denominator == "NA") continue;
    for (std::size_t row = 0; row < data.rows().size(); ++row)
      table.values(row, j) /= units.at(data.rows()[row], denominator);
  }
  return asem;
}

void Asem::set_weights(const ReferenceTable& weights) {
  for (const std::string& code : weights.rows())
    framework.nodes[framework.find_node(code)].weight = weights.at(code, "Weight");
}

void check_asem_values(const Asem& asem, const Matrix<double>& found, const std::string& name) {
  const auto values = found.array();
  const auto expected = reference_table("asem/" + name + ".csv");
  std::vector<std::string> codes;
  for (const Indicator& indicator : asem.framework.indicators) codes.push_back(indicator.id);
  const Eigen::ArrayXXd wanted = expected.numbers(asem.table.rows.places, codes);
  CAPTURE(name);
  CHECK((values.isNaN() == wanted.isNaN()).all());
  const Eigen::ArrayXXd off = (values - wanted).abs() / wanted.abs().max(1.0);
  CHECK((off.isNaN() || off <= 1e-9).all());
}

int check_asem(const Scorecard& card, const std::string& name,
               const std::vector<std::string>& ties) {
  int compared = 0;
  for (const std::string part : {"_norm", "_scores", "_ranks"}) {
    const auto expected = reference_table("asem/" + name + part + ".csv");
    for (const std::string& place : expected.rows()) {
      const auto row = std::ranges::find(card.rows.places, place) - card.rows.places.begin();
      for (const std::string& code : expected.columns()) {
        const int node = card.framework->find_node(code);
        REQUIRE(node >= 0);
        const double wanted = expected.at(place, code);
        const double got = part == "_ranks" ? card.rank(row, node) : card.score(row, node);
        CAPTURE(name, part, place, code, wanted, got);
        ++compared;
        if (part == "_ranks") {
          if (std::ranges::find(ties, code + "/" + place) == ties.end())
            CHECK((std::isnan(wanted) ? got == 0 : got == wanted));
        } else if (std::isnan(wanted)) {
          CHECK(std::isnan(got));
        } else {
          CHECK(std::abs(got - wanted) <= 1e-9);
        }
      }
    }
  }
  return compared;
}

}  // namespace tijian_tests
