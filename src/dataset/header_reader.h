#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dataset/binding.h"
#include "dataset/faults.h"
#include "dataset/header_axes.h"

namespace tijian::dataset {

/// The beginning of a table, and what is said of it.
struct Beginning {
  std::vector<HeadRow> rows;
  const DataSource* source;
  Citation where;  ///< of the file, and the sheet
};

/// Finds the header among the first rows and understands it: what runs down, what across, which
/// column is for what. Nothing where it has none or several readings; the faults say why.
std::optional<Header> read_header(const Beginning&, const Binder&, Faults&);

}  // namespace tijian::dataset
