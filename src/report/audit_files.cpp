#include "base/output_file.h"
#include "report/csv_lines.h"
#include "report/study_words.h"
#include "tijian/missing.h"
#include "tijian/report/audit.h"

namespace tijian::report {
namespace {

const std::string& id(const Audit& audit, int node) { return audit.framework->nodes[node].id; }

std::string file_of_indicators(const Audit& audit, std::uint16_t data_flags) {
  CsvLines lines(
      {"indicator", "rows", "present", "nonzero", "distinct", "most_common", "min", "max", "mean",
       "median", "sd", "skewness", "kurtosis", "share_missing", "share_equal"},
      data_flags);
  for (std::size_t j = 0; j < audit.indicators.size(); ++j) {
    const IndicatorStatistics& own = audit.indicators[j];
    lines.add(audit.framework->indicators[j].id);
    for (const long n : {own.rows, own.present, own.nonzero, own.distinct, own.most_common})
      lines.add(std::to_string(n));
    for (const double x : {own.min, own.max, own.mean, own.median, own.sd, own.skewness,
                           own.kurtosis, own.share_missing, own.share_equal})
      lines.add(x);
    lines.end();
  }
  return lines.text();
}

std::string file_of_correlations(const Audit& audit, std::uint16_t data_flags) {
  CsvLines lines({"a", "b", "r"}, data_flags);
  for (Eigen::Index a = 0; a < audit.correlation.rows(); ++a)
    for (Eigen::Index b = a + 1; b < audit.correlation.cols(); ++b)
      lines.add(id(audit, static_cast<int>(a)))
          .add(id(audit, static_cast<int>(b)))
          .add(audit.correlation(a, b))
          .end();
  return lines.text();
}

std::string file_of_influence(const Audit& audit, std::uint16_t data_flags) {
  CsvLines lines({"node", "parent", "weight", "influence", "r_parent", "r_index"}, data_flags);
  for (const Influence& own : audit.influence)
    lines.add(id(audit, own.node))
        .add(id(audit, audit.framework->nodes[own.node].parent))
        .add(own.stated)
        .add(own.actual)
        .add(own.with_parent)
        .add(own.with_index)
        .end();
  return lines.text();
}

std::string file_of_categories(const Audit& audit, std::uint16_t data_flags) {
  CsvLines lines({"category", "child", "alpha", "rows", "component", "eigenvalue",
                  "first_component_loading", "no_alpha"},
                 data_flags);
  for (const CategoryStructure& own : audit.categories) {
    const auto& children = audit.framework->nodes[own.node].children;
    for (std::size_t k = 0; k < children.size(); ++k)
      lines.add(id(audit, own.node))
          .add(id(audit, children[k]))
          .add(own.alpha)
          .add(std::to_string(own.rows))
          .add(std::to_string(k + 1))
          .add(k < own.eigenvalues.size() ? own.eigenvalues[k] : missing)
          .add(own.loadings[k])
          .add(name_of(own.no_alpha))
          .end();
  }
  return lines.text();
}

std::string file_of_flags(const Audit& audit, std::uint16_t data_flags) {
  CsvLines lines({"flag", "node", "other", "r", "rows"}, data_flags);
  for (const AuditFlag& flag : audit.flags)
    lines.add(name_of(flag.kind))
        .add(id(audit, flag.node))
        .add(id(audit, flag.other))
        .add(flag.r)
        .add(std::to_string(flag.rows))
        .end();
  return lines.text();
}

}  // namespace

std::vector<std::string> write_audit(const Audit& audit, std::uint16_t data_flags,
                                     const std::string& folder) {
  std::vector<std::string> paths;
  const auto write = [&](const char* name, const std::string& text) {
    paths.push_back(folder + '/' + name);
    base::write_file(paths.back(), text);
  };
  write("indicators.csv", file_of_indicators(audit, data_flags));
  write("correlations.csv", file_of_correlations(audit, data_flags));
  write("influence.csv", file_of_influence(audit, data_flags));
  write("categories.csv", file_of_categories(audit, data_flags));
  write("flags.csv", file_of_flags(audit, data_flags));
  return paths;
}

}  // namespace tijian::report
