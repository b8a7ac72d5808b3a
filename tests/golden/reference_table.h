#pragma once
#include <Eigen/Core>
#include <map>
#include <string>
#include <vector>

namespace tijian_tests {

/// A reference file: rows by their first column, numbers by name; NA and empty are NaN.
class ReferenceTable {
 public:
  explicit ReferenceTable(const std::string& path);

  const std::vector<std::string>& rows() const { return rows_; }
  const std::vector<std::string>& columns() const { return columns_; }  ///< without the first
  double at(const std::string& row, const std::string& column) const;
  const std::string& text(const std::string& row, const std::string& column) const;
  /// The cells of a column where another holds that text: for files of several rows a name.
  std::vector<double> where(const std::string& key, const std::string& text,
                            const std::string& column) const;
  std::vector<std::string> texts(const std::string& key, const std::string& text,
                                 const std::string& column) const;
  /// All cells of a column.
  std::vector<double> column(const std::string& name) const;
  /// The numbers of `columns`, with the rows in the order given.
  Eigen::ArrayXXd numbers(const std::vector<std::string>& rows,
                          const std::vector<std::string>& columns) const;

 private:
  std::vector<std::string> rows_, columns_;
  std::map<std::string, std::map<std::string, std::string>> cells_;  ///< of the last row of a name
  std::vector<std::map<std::string, std::string>> lines_;
};

/// A file of tests/data.
ReferenceTable reference_table(const std::string& path);

/// The codes of a node's children in the ASEM tree, from the reference's iMeta.
std::vector<std::string> asem_children(const ReferenceTable& meta, const std::string& parent);

}  // namespace tijian_tests
