#pragma once
#include <optional>
#include <string>
#include <vector>

#include "tijian/diagnostic.h"

namespace tijian::base {

/// A small CSV file, read at once: a list that people keep beside a framework or its data.
struct CsvFile {
  struct Row {
    int line = 0;
    std::vector<std::string> cells;  ///< without blanks at their ends; as many as the header has
  };
  std::string path;
  int header_line = 1;
  std::vector<std::string> header;
  std::vector<Row> rows;  ///< blank ones are left out

  Citation cite(int line, std::size_t cell) const {
    return {path, line, static_cast<int>(cell) + 1};
  }
};

/// In UTF-8 or GB18030, as spreadsheets save it. Every fault is told (C3xx); nothing where there is
/// no header to go by.
std::optional<CsvFile> read_csv(const std::string& path, std::vector<Diagnostic>&);

}  // namespace tijian::base
