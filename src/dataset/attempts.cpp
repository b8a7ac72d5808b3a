#include "dataset/attempts.h"

#include <algorithm>
#include <filesystem>
#include <set>

#include "base/encoding.h"
#include "base/spelling.h"
#include "dataset/data_file.h"
#include "dataset/year_suffix.h"

namespace tijian::dataset {
namespace {

/// Whether the bytes beyond ASCII mostly come in pairs, as in East Asian encodings.
bool double_bytes(std::string_view bytes) {
  long pairs = 0, single = 0;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (static_cast<unsigned char>(bytes[i]) < 0x80) continue;
    const bool beyond = i + 1 < bytes.size() && static_cast<unsigned char>(bytes[i + 1]) >= 0x80;
    (beyond ? pairs : single) += 1;
    i += beyond ? 1 : 0;
  }
  return pairs > single;
}

/// What stands in a column below a header.
struct ColumnTexts {
  std::set<std::string> texts;
  long filled = 0, numbers = 0, codes = 0;

  void add(const std::string& text) {
    if (text.empty()) return;
    ++filled;
    numbers += is_number(text) ? 1 : 0;
    codes += text.find_first_of("0123456789") != text.npos ? 1 : 0;
    texts.insert(text);
  }
  /// Nearly all of them others.
  bool names_rows() const {
    return filled > 1 && 10 * static_cast<long>(texts.size()) >= 8 * filled;
  }
  bool words() const { return 10 * codes <= filled; }
};

class Attempts {
 public:
  Attempts(const OpenFile& file, const DataSource& source, const Binder& binder)
      : file_(file), binder_(binder), framework_(binder.framework()) {
    all_.push_back({source, {}});
    if (!file.is_workbook()) choose_encoding();
    for (const auto way :
         {&Attempts::with_comma, &Attempts::with_place_column, &Attempts::with_place_of_name})
      for (std::size_t i = 0, count = all_.size(); i < count; ++i) (this->*way)(all_[i]);
  }

  std::vector<Attempt> take() { return std::move(all_); }

 private:
  /// Bytes that are no UTF-8 and no Chinese: the first encoding that reads them all.
  void choose_encoding() {
    Attempt& first = all_.front();
    const std::string bytes = file_.input()->read(0, 1 << 20);
    if (!first.source.encoding.empty() || base::detect_encoding(bytes)) return;
    std::vector<std::string> names;
    for (const base::Encoding encoding : base::possible_encodings(bytes))
      names.emplace_back(to_string(encoding));
    if (names.empty()) return;
    const auto western = std::ranges::find(names, "windows-1252");
    const bool is_western = western != names.end() && !double_bytes(bytes);
    first.source.encoding = is_western ? *western : names.front();
    first.encoding_open = !is_western;
    std::string others;
    for (const std::string& name : names)
      if (name != first.source.encoding) others += (others.empty() ? "" : ", ") + name;
    if (is_western)
      first.remarks.push_back(
          {"encoding: a guess; it could be " + others, "encoding：猜测，也可能是 " + others});
    else
      first.remarks.push_back({"encoding: say which: " + names.front() + ", " + others,
                               "encoding：请写明是哪一种：" + names.front() + ", " + others});
  }

  void with_comma(Attempt from) {
    if (file_.is_workbook()) return;
    from.source.decimal = ",";
    from.decimal_open = true;
    from.remarks.push_back(
        {"decimal: say which, decimal: \",\" or decimal: \".\"; cells can be read either way",
         "decimal：请写明 decimal: \",\" 还是 decimal: \".\"，两种读法都可能"});
    all_.push_back(std::move(from));
  }

  void with_place_column(Attempt from) {
    const std::vector<HeadRow> rows = first_rows(file_, from.source);
    const HeadRow* header = likely_header(rows);
    if (!header || !values_below(rows, *header)) return;
    const int column = place_column(rows, *header);
    if (column < 0) return;
    from.source.header = {header->line};
    from.source.place.column = header->cells[column];
    from.remarks.push_back({"place: the first column whose cells differ from row to row",
                            "place：首个各行互不相同的列，请核对"});
    all_.push_back(std::move(from));
  }

  /// The line that has the most names of the framework, or years.
  const HeadRow* likely_header(const std::vector<HeadRow>& rows) const {
    const HeadRow* header = nullptr;
    long most = 0;
    for (const HeadRow& row : rows) {
      const auto is_value = [](const std::string& cell) {
        return is_number(cell) && !period_named(cell);
      };
      const long known = std::ranges::count_if(
          row.cells, [&](const std::string& cell) { return named(cell) || period_named(cell); });
      if (known > most && std::ranges::none_of(row.cells, is_value)) most = known, header = &row;
    }
    return header;
  }

  /// Whether there are numbers where a header promises them: not so below a title in a text.
  bool values_below(const std::vector<HeadRow>& rows, const HeadRow& header) const {
    ColumnTexts below;
    for (std::size_t i = 0; i < header.cells.size(); ++i)
      for (const HeadRow& row : rows)
        if (row.line > header.line && i < row.cells.size() &&
            (named(header.cells[i]) || period_named(header.cells[i])))
          below.add(row.cells[i]);
    return below.filled > 0 && 2 * below.numbers >= below.filled;
  }

  /// Of the columns without a name that is known: the first whose cells differ, words before codes.
  int place_column(const std::vector<HeadRow>& rows, const HeadRow& header) const {
    const bool other_down = std::ranges::any_of(header.cells, [](const std::string& cell) {
      return role_of(cell) == Role::period || role_of(cell) == Role::variable;
    });
    int found = -1;
    for (std::size_t i = 0; i < header.cells.size(); ++i) {
      const std::string& name = header.cells[i];
      const Role role = role_of(name);
      if (name.empty() || named(name) || period_named(name) || role == Role::period ||
          role == Role::variable)
        continue;
      ColumnTexts below;
      for (const HeadRow& row : rows)
        if (row.line > header.line && i < row.cells.size()) below.add(row.cells[i]);
      if (std::ranges::any_of(below.texts, [&](const auto& text) { return binder_.knows(text); }))
        continue;                                                     // variables
      if (other_down && 2 * below.numbers >= below.filled) continue;  // of one place, year by year
      if (!below.names_rows()) continue;
      if (below.words()) return static_cast<int>(i);
      if (found < 0) found = static_cast<int>(i);
    }
    return found;
  }

  bool named(const std::string& name) const {
    if (binder_.knows(name)) return true;
    const auto split = split_year(name, ValueOrigin::Suffix::two_digits);
    return split && binder_.knows(split->name);
  }

  /// A table about one place, which the file's name may say.
  void with_place_of_name(Attempt from) {
    if (!from.source.place.column.empty()) return;
    const std::string stem = std::filesystem::path(from.source.file).stem().string();
    std::string found;
    for (const Place& place : framework_.places)
      if (stem.find(place.name) != stem.npos) found = place.name;
    if (found.empty() && framework_.places.size() == 1) found = framework_.places.front().name;
    from.place_open = found.empty();
    from.source.place.is = found.empty() ? "(place)" : found;
    from.remarks.push_back(found.empty() ? Text{"place: the table is about one place: say which",
                                                "place：该表只有一个评价单元，请写明是哪一个"}
                                         : Text{"place: by the file's name or the list of places",
                                                "place：依据文件名或评价单元名单"});
    all_.push_back(std::move(from));
  }

  const OpenFile& file_;
  const Binder& binder_;
  const Framework& framework_;
  std::vector<Attempt> all_;
};

}  // namespace

std::vector<Attempt> attempts_of(const OpenFile& file, const DataSource& source,
                                 const Binder& binder) {
  return Attempts(file, source, binder).take();
}

}  // namespace tijian::dataset
