#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "tijian/dataset.h"

namespace tijian {

/// What one table gives of a variable, or of an indicator given directly.
struct IntakeColumn {
  int variable = -1, indicator = -1;  ///< as in DataColumn
  long faulty = 0;                    ///< cells that could not be read
  /// Place (index into IntakeTable::places) and period of each value.
  std::vector<std::pair<std::int32_t, Period>> given = {};
};

/// What one table of the data gives: a file, or a sheet of a workbook.
struct IntakeTable {
  std::string file, sheet;
  std::string keeper;  ///< as its source says; may be empty
  std::vector<std::string> places;
  std::vector<IntakeColumn> columns;
};

/// What came in, and what could be made of it.
struct Intake {
  Loaded<Dataset> data;  ///< as `read_dataset` returns it
  /// Where `data` have errors: what could be read, the rest missing. To be looked at, not scored.
  std::optional<Dataset> readable = {};
  std::vector<IntakeTable>
      tables;  ///< in their order; of a file that was not understood one without columns
};

/// The latest period in which any table has a value, but for what `read_dataset` takes for a slip
/// (B460: a period that one table has alone where the others share another). None where none has.
Period latest_period(std::span<const IntakeTable>);

/// Reads as `read_dataset` does, and tells what each table gave, also where there are errors.
Intake take_in(std::span<const std::string> paths, const Framework&, const ReadOptions& = {});

}  // namespace tijian
