#pragma once
#include <string>
#include <vector>

#include "dataset/file_table.h"

namespace tijian::dataset {

/// A table with nothing but another department's figures, which that one's own file has as well: a
/// form that was saved over.
struct Misplaced {
  int table, own;              ///< of all tables: it, and the one of the figures' keeper
  std::string sender, keeper;  ///< whose it is by its name, and whose by its figures
  long differing = 0;          ///< figures that the other one gives otherwise
  Citation first;              ///< of the differing ones

  bool is_pair(int a, int b) const { return (a == table && b == own) || (a == own && b == table); }
};

std::vector<Misplaced> find_misplaced(const std::vector<FileTable>&, const Framework&);
/// B476: an error where figures differ.
Diagnostic misplaced_told(const Misplaced&, const std::vector<FileTable>&);

}  // namespace tijian::dataset
