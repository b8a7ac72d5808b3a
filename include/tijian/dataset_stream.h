#pragma once
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "tijian/dataset.h"
#include "tijian/diagnostic.h"
#include "tijian/framework.h"

namespace tijian {

/// Reads wide CSV files some rows at a time, in constant memory, as `read_dataset` reads them at
/// once.
///
/// Several files follow one another; they are not merged. A (place, period) given twice is found
/// where the two rows are in one block or next to each other; to find all of them would need all of
/// them in memory.
///
///   auto stream = DatasetStream::open(paths, framework);
///   for (Dataset block; stream->next(block);) use(block);
///   report(stream->diagnostics());
class DatasetStream {
 public:
  /// Opens all files and binds their columns. Faults of headers and columns are returned here. The
  /// framework must outlive the stream.
  static Loaded<DatasetStream> open(std::span<const std::string> paths, const Framework&,
                                    const ReadOptions& = {});
  DatasetStream(DatasetStream&&) noexcept;
  DatasetStream& operator=(DatasetStream&&) noexcept;
  ~DatasetStream();

  /// The columns of every block.
  const std::vector<DataColumn>& columns() const;
  /// Replaces `block` by the next rows, at least one and at most `rows`, all of one file. `places`
  /// and attribute texts are those of the block. Memory of `block` is used again. False at the end.
  /// UsageError for no rows.
  bool next(Dataset& block, std::size_t rows = 65536);
  /// Back to the first row, for another pass.
  void rewind();

  /// Faults of the rows that were read in this pass, in the order of the files. Rows with faults
  /// are left out or have missing cells: where there are errors, results are not to be used.
  std::vector<Diagnostic> diagnostics() const;
  /// For progress: the size of all files, and how much of it was read in this pass.
  std::uintmax_t bytes() const;
  std::uintmax_t bytes_read() const;

 private:
  struct State;
  explicit DatasetStream(std::unique_ptr<State>);
  std::unique_ptr<State> state_;
};

}  // namespace tijian
