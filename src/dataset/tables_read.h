#pragma once
#include <string>
#include <vector>

#include "dataset/data_file.h"
#include "dataset/faults.h"

namespace tijian::dataset {

/// The tables of a run, of which none is to be read twice to the same end.
class TablesRead {
 public:
  /// A fault where the same cells were to be read before, as the same variables (C395): by another
  /// entry of sources.yaml, a pattern, or the sheet's name and its place.
  void add(const DataFile&, Faults&);

 private:
  struct Read {
    std::string sheet;
    int line;  ///< of the header
    DataSource source;
  };
  std::vector<Read> read_;
};

}  // namespace tijian::dataset
