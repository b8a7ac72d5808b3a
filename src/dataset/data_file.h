#pragma once
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/encoding.h"
#include "dataset/binding.h"
#include "dataset/cell.h"
#include "dataset/faults.h"
#include "dataset/header_axes.h"
#include "dataset/open_file.h"
#include "tijian/data_source.h"
#include "tijian/dataset.h"

namespace tijian::dataset {

/// A table whose header has been read: a text file, or a sheet of a workbook.
struct DataFile {
  DataSource source;
  std::shared_ptr<const base::InputFile> input;  ///< of a text file
  std::shared_ptr<const TextSheet> sheet;        ///< of a workbook
  base::Encoding encoding = base::Encoding::ascii_so_far;
  char separator = ',';
  std::size_t begin = 0, end = 0;  ///< the bytes of the rows
  int first_line = 1;              ///< of the rows
  int last_line = 0;               ///< of the rows; 0: the file's
  CellReader cells;
  Header header;
  bool synthetic = false;  ///< the file's name says so
  bool rounding = false;   ///< how values were rounded is kept

  const std::string& path() const { return source.file; }
  Citation cite(int line, int column) const {
    return {source.file, line, column, sheet ? sheet->name() : std::string{}};
  }
  /// Whether it is of the one form that is read fast and in parts: places down, variables across,
  /// commas, and nothing special.
  bool plain() const;
};

/// Opens a file and reads the headers of its tables: of a text file one, of a workbook those of the
/// sheets that are asked for. The faults say what was not possible.
std::vector<DataFile> open_data_files(const DataSource&, const Binder&, const ReadOptions&,
                                      Faults&);
/// The same of a file that is open already.
std::vector<DataFile> read_headers(const OpenFile&, const DataSource&, const Binder&,
                                   const ReadOptions&, Faults&);
/// What stands at the beginning of a table, as a source says that it is to be read; nothing where
/// that is not possible.
std::vector<HeadRow> first_rows(const OpenFile&, const DataSource&);

/// Whether a source or a file's name says that the values are made up.
bool says_synthetic(std::string_view text);

}  // namespace tijian::dataset
