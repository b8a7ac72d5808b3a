#pragma once
#include <catch2/catch.hpp>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <random>
#include <string>
#include <vector>

#include "formula/formula.h"
#include "tijian/dataset.h"

namespace tijian::test {

/// A folder for data files that goes with the test.
class Folder {
 public:
  Folder() {
    std::random_device random;
    path_ = std::filesystem::temp_directory_path() / ("tijian_dataset_" + std::to_string(random()));
    std::filesystem::create_directories(path_);
  }
  ~Folder() { std::filesystem::remove_all(path_); }

  std::string file(const std::string& name, std::string_view content) const {
    std::ofstream(path_ / name, std::ios::binary) << content;
    return (path_ / name).string();
  }

 private:
  std::filesystem::path path_;
};

inline Variable variable(const std::string& id, const std::string& zh, const std::string& en,
                         const std::string& unit) {
  Variable v;
  v.id = id;
  v.title = Text{en, zh};
  v.unit = unit;
  v.where = {"variables.yaml", 1, 1};
  return v;
}

/// An indicator that passes the variable of its id on.
inline Indicator indicator_of(const Framework& f, const std::string& id) {
  std::vector<formula::FormulaVariable> variables;
  for (const Variable& v : f.variables) variables.push_back({v.id, formula::Unit::parse(v.unit)});
  std::vector<Diagnostic> diagnostics;
  Indicator indicator;
  indicator.id = id + "_indicator";
  indicator.compiled = formula::Formula::compile(id, variables, std::nullopt, {}, "", diagnostics);
  return indicator;
}

/// population [万人], green_area [公顷], share [%], ratio [1], gdp [亿元], and an indicator
/// green_space [平方米/人] with a title of its own; an attribute `type`.
inline Framework framework() {
  Framework f;
  f.id = "sample";
  f.path = "framework.yaml";
  f.attributes = {"type"};
  f.variables = {variable("population", "常住人口", "Resident population", "万人"),
                 variable("green_area", "公园绿地面积", "Park area", "公顷"),
                 variable("share", "覆盖率", "Coverage share", "%"),
                 variable("ratio", "比值", "Ratio", "1"),
                 variable("gdp", "地区生产总值", "Gross domestic product", "亿元")};
  Indicator green;
  green.id = "green_space";
  green.title = Text{"Park area per resident", "人均公园绿地"};
  green.unit = "平方米/人";
  green.where = {"green.yaml", 1, 1};
  f.indicators = {green};
  for (const Variable& v : f.variables) f.indicators.push_back(indicator_of(f, v.id));
  return f;
}

inline Loaded<Dataset> read(const std::vector<std::string>& paths,
                            const ReadOptions& options = {}) {
  return read_dataset(paths, framework(), options);
}

/// One file of that content.
inline Loaded<Dataset> read_text(std::string_view content, const ReadOptions& options = {},
                                 const std::string& name = "data.csv") {
  const Folder folder;
  return read({folder.file(name, content)}, options);
}

/// The column of a variable or an indicator, -1 without one.
inline int column(const Dataset& data, const std::string& id) {
  const Framework f = framework();
  for (std::size_t i = 0; i < data.columns.size(); ++i) {
    const DataColumn& c = data.columns[i];
    if ((c.variable >= 0 ? f.variables[c.variable].id : f.indicators[c.indicator].id) == id)
      return static_cast<int>(i);
  }
  return -1;
}

inline double value(const Loaded<Dataset>& data, Eigen::Index row, const std::string& id) {
  REQUIRE(data);
  REQUIRE(column(*data, id) >= 0);
  return data->values(row, column(*data, id));
}

/// The value of a place in a period, by the variable's id.
inline double at(const Loaded<Dataset>& data, const std::string& place, const std::string& period,
                 const std::string& id) {
  REQUIRE(data);
  const Eigen::Index row = data->rows.find(place, *parse_period(period));
  REQUIRE(row >= 0);
  return value(data, row, id);
}

/// "C311@2:3 B401@1:4": what was found, where.
inline std::string codes(const std::vector<Diagnostic>& diagnostics) {
  std::string all;
  for (const Diagnostic& d : diagnostics) {
    if (!all.empty()) all += ' ';
    all += d.code + '@' + std::to_string(d.where.line);
    if (d.where.column > 0) all += ':' + std::to_string(d.where.column);
  }
  return all;
}

/// The same without the warnings on columns that are absent.
inline std::string codes(const Loaded<Dataset>& loaded) {
  std::vector<Diagnostic> told;
  for (const Diagnostic& d : loaded.diagnostics)
    if (d.code != "B400") told.push_back(d);
  return codes(told);
}

}  // namespace tijian::test
