#include "dataset/workbook_file.h"

#include <algorithm>
#include <cstring>

#include "base/catalogue.h"
#include "base/huge_pages.h"
#include "base/module.h"
#include "tables/reading/table_sink.h"

namespace tijian::dataset {
namespace {

using WorkbookReader = decltype(&tijian_read_tables);

/// Puts together what the module hands on. Memory for the gaps in rows is counted like cells.
class WorkbookBuilder {
 public:
  /// The cells take several times the room of the file.
  explicit WorkbookBuilder(std::size_t file_size) {
    workbook_.memory = std::make_unique<std::pmr::monotonic_buffer_resource>(
        std::clamp<std::size_t>(4 * file_size, 1 << 12, 1 << 26), &base::huge_pages());
  }

  TijianTableSink sink() {
    return {
        this,
        [](void* to, const char* name, std::size_t size, bool hidden) {
          self(to).begin_sheet({name, size}, hidden);
        },
        [](void* to, int row, int column, char kind, const char* text, std::size_t size,
           bool formula) {
          self(to).add(row, column, {text, size}, kind, formula);
        },
        [](void* to, int first_row, int first_column, int last_row, int last_column) {
          self(to).sheet().merged.push_back({{first_row, last_row}, {first_column, last_column}});
        },
        [](void* to, int first, int last) {
          self(to).sheet().hidden_rows.push_back({first, last});
        },
        [](void* to, int first, int last) {
          self(to).sheet().hidden_columns.push_back({first, last});
        },
        [](void* to) { self(to).workbook_.macros = true; },
        [](void* to, const char* text, std::size_t size) { self(to).detail_.assign(text, size); }};
  }

  const std::string& detail() const { return detail_; }
  bool too_large() const { return room_ > most_room; }
  std::string sheet_name() const { return workbook_.sheets.back().name; }
  void finish() { end_row(); }
  WorkbookFile take() { return std::move(workbook_); }

 private:
  static constexpr std::size_t most_room = 50'000'000;

  static WorkbookBuilder& self(void* to) { return *static_cast<WorkbookBuilder*>(to); }
  Sheet& sheet() { return workbook_.sheets.back(); }

  void begin_sheet(std::string_view name, bool hidden) {
    end_row();
    last_ = {};
    workbook_.sheets.emplace_back();
    sheet().name = name;
    sheet().hidden = hidden;
  }

  void add(int row, int column, std::string_view text, char kind, bool formula) {
    if (row != row_) end_row();
    row_ = row;
    if (too_large()) return;
    cells_.resize(static_cast<std::size_t>(column));
    cells_.back() = {keep(text, column), static_cast<std::uint32_t>(text.size()), kind, formula};
  }

  /// Tables say the same over and over: where the row before has the text, that one serves.
  const char* keep(std::string_view text, int column) {
    const auto at = static_cast<std::size_t>(column - 1);
    if (at < last_.size() && last_[at].kind != 0 && last_[at].text() == text)
      return last_[at].begin;
    char* const kept = static_cast<char*>(workbook_.memory->allocate(text.size(), 1));
    std::memcpy(kept, text.data(), text.size());
    return kept;
  }

  void end_row() {
    room_ += cells_.size();
    if (cells_.empty() || too_large()) return;
    auto* const kept = static_cast<SheetCell*>(
        workbook_.memory->allocate(cells_.size() * sizeof(SheetCell), alignof(SheetCell)));
    std::uninitialized_copy(cells_.begin(), cells_.end(), kept);
    last_ = {kept, cells_.size()};
    sheet().rows.push_back({row_, last_});
    cells_.clear();
  }

  WorkbookFile workbook_;
  std::string detail_;
  int row_ = 0;
  std::vector<SheetCell> cells_;     ///< of the row that is being read
  std::span<const SheetCell> last_;  ///< of the row before
  std::size_t room_ = 0;
};

Diagnostic why_not(std::string_view word, const std::string& path, const std::string& place) {
  if (word == "encrypted") return base::make_diagnostic("C370", {path});
  if (word == "xls") return base::make_diagnostic("C371", {path});
  if (word == "damaged") return base::make_diagnostic("C372", {path}, {{"place", place}});
  if (word == "bomb") return base::make_diagnostic("C373", {path}, {{"place", place}});
  if (word == "rows") return base::make_diagnostic("C374", {path}, {{"place", place}});
  return base::make_diagnostic(word == "xlsb" ? "C376" : "C375", {path});
}

}  // namespace

bool looks_like_workbook(std::string_view bytes) {
  for (const std::string_view beginning : {"PK\3\4", "PK\5\6", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"})
    if (bytes.starts_with(beginning)) return true;
  return false;
}

std::optional<WorkbookFile> read_workbook(const base::InputFile& input, Faults& faults) {
  static const auto read = reinterpret_cast<WorkbookReader>(
      base::find_in_module("tijian_tables.so", "tijian_read_tables"));
  const auto refuse = [&](Diagnostic diagnostic) {
    faults.add(std::move(diagnostic));
    return std::nullopt;
  };
  if (!read) return refuse(base::make_diagnostic("C377", {input.path()}));
  const std::string bytes = input.read(0, input.size());
  WorkbookBuilder builder(bytes.size());
  const TijianTableSink sink = builder.sink();
  if (const char* word = read(bytes.data(), bytes.size(), &sink))
    return refuse(why_not(word, input.path(), builder.detail()));
  builder.finish();
  if (builder.too_large()) return refuse(why_not("rows", input.path(), builder.sheet_name()));
  WorkbookFile workbook = builder.take();
  if (workbook.macros) faults.add(base::make_diagnostic("C378", {input.path()}));
  return workbook;
}

}  // namespace tijian::dataset
