#pragma once
#include <map>
#include <string>
#include <utility>

#include "base/csv_rows.h"
#include "dataset/data_file.h"

namespace tijian::dataset {

/// Looks whether the rows of a long table have the title of the variable that they name: another
/// one is told (B475), since people fill in by the title.
class RowTitles {
 public:
  /// Both are kept by the caller.
  RowTitles(const DataFile&, const Binder&);

  void look(const base::CsvRow&, const Binding&, Faults&);

 private:
  bool is_title_of(std::string_view text, const Binding&) const;

  const DataFile& file_;
  const Binder& binder_;
  int cell_ = -1;                                    ///< of the titles; -1: there are none
  std::map<std::pair<int, int>, std::string> last_;  ///< title, by variable and indicator
};

}  // namespace tijian::dataset
