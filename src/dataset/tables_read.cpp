#include "dataset/tables_read.h"

#include <algorithm>
#include <filesystem>
#include <tuple>

#include "base/catalogue.h"

namespace tijian::dataset {
namespace {

/// Which cells of a file are read, and what they are.
auto cells_of(const DataSource& source) {
  return std::tie(source.file, source.until, source.layout, source.variable, source.leave_out,
                  source.rename);
}

}  // namespace

void TablesRead::add(const DataFile& file, Faults& faults) {
  Read read{file.sheet ? file.sheet->name() : std::string(), file.header.line, file.source};
  const auto before = std::ranges::find_if(read_, [&](const Read& one) {
    return one.sheet == read.sheet && one.line == read.line &&
           cells_of(one.source) == cells_of(read.source);
  });
  if (before != read_.end()) {
    const bool listed = !file.source.where.file.empty();
    Diagnostic fault =
        base::make_diagnostic("C395", listed ? file.source.where : file.cite(0, 0),
                              {{"file", std::filesystem::path(file.path()).filename().string()}});
    if (!before->source.where.file.empty()) fault.also.push_back(before->source.where);
    faults.add(std::move(fault));
  }
  read_.push_back(std::move(read));
}

}  // namespace tijian::dataset
