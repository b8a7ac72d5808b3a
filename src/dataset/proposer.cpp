#include "dataset/proposer.h"

#include <algorithm>
#include <filesystem>
#include <set>

#include "base/spelling.h"
#include "dataset/cells.h"
#include "dataset/data_file.h"
#include "dataset/header_reader.h"
#include "dataset/source_list.h"
#include "dataset/text_file.h"
#include "dataset/total_names.h"
#include "dataset/year_suffix.h"

namespace tijian::dataset {
namespace {

/// A place that only a person can name: stands in for it to see the rest of a table.
constexpr const char* not_said = "(place)";

/// A way to read a file, and what a person should know of the choice.
struct Attempt {
  DataSource source;
  std::vector<Text> remarks;
  bool decimal_open = false;  ///< the decimal mark is tried only to see the rest
};

/// Ways that are tried one after the other, from what the file says itself to what is guessed.
class Attempts {
 public:
  Attempts(const DataSource& source, const Binder& binder, const std::string& bytes)
      : bytes_(bytes), binder_(binder), framework_(binder.framework()) {
    all_.push_back({source, {}});
    choose_encoding();
    for (const auto way :
         {&Attempts::with_comma, &Attempts::with_place_column, &Attempts::with_place_of_name})
      for (std::size_t i = 0, count = all_.size(); i < count; ++i) (this->*way)(all_[i]);
  }

  const std::vector<Attempt>& all() const { return all_; }

 private:
  /// Bytes that are no UTF-8 and no Chinese: the first encoding that reads them all.
  void choose_encoding() {
    Attempt& first = all_.front();
    if (!first.source.encoding.empty() || bytes_.starts_with("PK") || base::detect_encoding(bytes_))
      return;
    const auto possible = base::possible_encodings(bytes_);
    std::vector<std::string> names;
    for (const base::Encoding encoding : possible) names.emplace_back(to_string(encoding));
    if (names.empty()) return;
    const auto western = std::ranges::find(names, "windows-1252");
    const bool dense = double_bytes();
    first.source.encoding = !dense && western != names.end() ? *western : names.front();
    std::string others;
    for (const std::string& name : names)
      if (name != first.source.encoding) others += (others.empty() ? "" : ", ") + name;
    first.remarks.push_back(
        {"encoding: a guess; it could be " + others, "encoding：猜测，也可能是 " + others});
  }

  /// Whether the bytes beyond ASCII mostly come in pairs, as in East Asian encodings.
  bool double_bytes() const {
    long pairs = 0, single = 0;
    for (std::size_t i = 0; i < bytes_.size(); ++i) {
      if (static_cast<unsigned char>(bytes_[i]) < 0x80) continue;
      const bool next = i + 1 < bytes_.size() &&
                        static_cast<unsigned char>(bytes_[i + 1]) >= 0x40 &&
                        bytes_[i + 1] != '\x7F';
      const bool beyond = next && static_cast<unsigned char>(bytes_[i + 1]) >= 0x80;
      (beyond ? pairs : single) += 1;
      i += beyond ? 1 : 0;
    }
    return pairs > single;
  }

  void with_comma(Attempt from) {
    from.source.decimal = ",";
    from.decimal_open = true;
    from.remarks.push_back(
        {"decimal: say which, decimal: \",\" or decimal: \".\"; cells can be read either way",
         "decimal：请写明 decimal: \",\" 还是 decimal: \".\"，两种读法都可能"});
    all_.push_back(std::move(from));
  }

  void with_place_column(Attempt from) {
    const auto found = place_column(from.source);
    if (!found) return;
    from.source.header = {found->line};
    from.source.place.column = found->name;
    from.remarks.push_back({"place: the first column whose cells differ from row to row",
                            "place：首个各行互不相同的列，请核对"});
    all_.push_back(std::move(from));
  }

  struct NamedColumn {
    int line;
    std::string name;
  };

  /// Below the line that has the most names of the framework, the first column without such a name
  /// whose cells are words or codes, nearly all of them others.
  std::optional<NamedColumn> place_column(const DataSource& source) const {
    const std::vector<HeadRow> rows = rows_of(source);
    const HeadRow* header = nullptr;
    long most = 0;
    for (const HeadRow& row : rows) {
      const long known =
          std::ranges::count_if(row.cells, [&](const std::string& cell) { return named(cell); });
      if (known > most &&
          std::ranges::none_of(row.cells, [](const std::string& cell) { return is_number(cell); }))
        most = known, header = &row;
    }
    if (!header) return std::nullopt;
    const bool other_down = std::ranges::any_of(header->cells, [](const std::string& cell) {
      return role_of(cell) == Role::period || role_of(cell) == Role::variable;
    });
    for (std::size_t i = 0; i < header->cells.size(); ++i) {
      const std::string& name = header->cells[i];
      if (name.empty() || named(name) || role_of(name) == Role::period) continue;
      std::set<std::string> texts;
      long filled = 0, numbers = 0;
      for (const HeadRow& row : rows)
        if (row.line > header->line && i < row.cells.size() && !row.cells[i].empty())
          ++filled, numbers += is_number(row.cells[i]) ? 1 : 0, texts.insert(row.cells[i]);
      if (other_down && 2 * numbers >= filled) continue;  // of one place, year by year
      if (filled > 1 && 10 * static_cast<long>(texts.size()) >= 8 * filled)
        return NamedColumn{header->line, name};
    }
    return std::nullopt;
  }

  bool named(const std::string& name) const {
    if (binder_.knows(name)) return true;
    const auto split = split_year(name, ValueOrigin::Suffix::two_digits);
    return split && binder_.knows(split->name);
  }

  std::vector<HeadRow> rows_of(const DataSource& source) const {
    const auto told = base::encoding_named(source.encoding);
    const auto encoding = told ? told : base::detect_encoding(bytes_);
    std::vector<HeadRow> rows;
    if (!encoding || bytes_.starts_with("PK")) return rows;
    std::string buffer;
    const std::string_view text =
        base::to_utf8(std::string_view(bytes_).substr(base::byte_order_mark(bytes_)), *encoding,
                      buffer)
            .text;
    static_cast<void>(base::RowSplitter(text, 1, separator_of(text))([&](const base::CsvRow& row) {
      rows.push_back({row.line, {}});
      for (const std::string_view cell : row.cells)
        rows.back().cells.emplace_back(base::trimmed(cell));
    }));
    return rows;
  }

  /// A table about one place, which the file's name may say.
  void with_place_of_name(Attempt from) {
    if (!from.source.place.column.empty()) return;
    const std::string stem = std::filesystem::path(from.source.file).stem().string();
    std::string found;
    for (const Place& place : framework_.places)
      if (stem.find(place.name) != stem.npos) found = place.name;
    if (found.empty() && framework_.places.size() == 1) found = framework_.places.front().name;
    from.source.place.is = found.empty() ? not_said : found;
    from.remarks.push_back(found.empty() ? Text{"place: the table is about one place: say which",
                                                "place：该表只有一个评价单元，请写明是哪一个"}
                                         : Text{"place: by the file's name or the list of places",
                                                "place：依据文件名或评价单元名单"});
    all_.push_back(std::move(from));
  }

  const std::string& bytes_;
  const Binder& binder_;
  const Framework& framework_;
  std::vector<Attempt> all_;
};

/// Fills in what reading a table told of it.
class Describing {
 public:
  Describing(const DataFile& file, const Binder& binder, const Attempt& attempt)
      : file_(file), header_(file.header), binder_(binder), decimal_open_(attempt.decimal_open) {
    proposal_.source = file.source;
    proposal_.remarks = attempt.remarks;
  }

  Proposal describe() {
    DataSource& source = proposal_.source;
    if (file_.input) describe_text(source);
    if (header_.line != 1 || header_.last_line != 1) {
      source.header.clear();
      for (int line = header_.line; line <= header_.last_line; ++line)
        source.header.push_back(line);
    }
    if (!header_.wide()) describe_form(source);
    name_column(source.place, Role::place);
    name_column(source.period, Role::period);
    name_column(source.variable, Role::variable);
    describe_subject(source);
    look_at_rows(source);
    look_at_name(source);
    look_at_names();
    if (decimal_open_) source.decimal = source.thousands = {};
    if (source.place.is == not_said) source.place.is = "?";
    proposal_.open = source.place.is == "?" || source.variable.is == "?" || decimal_open_;
    return std::move(proposal_);
  }

 private:
  void remark(Text text) { proposal_.remarks.push_back(std::move(text)); }

  void describe_text(DataSource& source) const {
    if (file_.encoding != base::Encoding::utf8 && file_.encoding != base::Encoding::ascii_so_far)
      source.encoding = to_string(file_.encoding);
    if (file_.separator != ',')
      source.separator = file_.separator == '\t' ? "tab" : std::string(1, file_.separator);
    if (file_.cells.style().decimal == ',') source.decimal = ",", source.thousands = ".";
  }

  void describe_form(DataSource& source) const {
    TableForm form;
    form.long_rows = header_.long_rows;
    form.across = header_.across;
    if (!header_.long_rows)
      form.down = header_.cell(Role::variable) >= 0 ? Axis::variables
                  : header_.cell(Role::place) >= 0  ? Axis::places
                                                    : Axis::periods;
    if (header_.long_rows || header_.cell(Role::place) >= 0 || header_.cell(Role::variable) >= 0 ||
        header_.cell(Role::period) >= 0)
      source.layout = form;
  }

  /// A column whose name does not tell its role by itself, or one of several.
  void name_column(ValueOrigin& origin, Role role) const {
    const int cell = header_.cell(role);
    if (cell < 0 || !origin.column.empty()) return;
    const std::string& name = header_.cells[cell].name;
    const auto alike = std::ranges::count_if(
        header_.cells, [&](const HeaderCell& one) { return role_of(one.name) == role; });
    if (!name.empty() && (role_of(name) != role || alike > 1)) origin.column = name;
  }

  /// What nothing in the table says: the file's name may.
  void ask_subject(DataSource& source) {
    const std::string stem = std::filesystem::path(source.file).stem().string();
    const bool known = binder_.knows(stem);
    source.variable.is = known ? stem : "?";
    remark(
        known
            ? Text{"variable: by the file's name; with another unit: {is: " + stem + ", unit: ...}",
                   "variable：依据文件名；单位不同时写 {is: " + stem + ", unit: ...}"}
            : Text{"variable: say which one the values are of", "variable：请写明表中是哪个变量"});
  }

  void describe_subject(DataSource& source) {
    if (header_.is_across(Axis::variables) || header_.cell(Role::variable) >= 0) return;
    if (header_.variable.empty()) return ask_subject(source);
    source.variable.is = header_.variable;
    if (unit_in_brackets(header_.variable).empty()) source.variable.unit = header_.unit;
  }

  /// Totals, and cells that are no numbers.
  void look_at_rows(DataSource& source) {
    Faults ignored;
    std::set<std::string> totals, odd;
    const int place = header_.cell(Role::place);
    bool others = false;
    RowReader(file_, ignored)([&](const base::CsvRow& row) {
      if (place >= 0) {
        if (const auto name = base::trimmed(row.cells[place]); names_total(name))
          totals.insert(std::string(name));
        else
          others = true;
      }
      for (std::size_t i = 0; i < header_.cells.size(); ++i)
        if (header_.cells[i].data && !header_.cells[i].variable.empty())
          note_odd(base::trimmed(row.cells[i]), odd);
    });
    for (const std::string& name : totals)  // of nothing but totals they are the places
      if (others && binder_.framework().find_place(name) < 0)
        source.leave_out.places.push_back(name);
    if (commas_) {
      source.decimal = ",";
      source.thousands = ".";
      remark({"decimal: cells like " + *odd.begin() + "; with decimal: \".\" they are refused",
              "decimal：依据“" + *odd.begin() + "”一类的单元格；若小数点是“.”则会报错"});
      return;
    }
    if (odd.empty()) return;
    std::string all;
    for (const std::string& text : odd) all += (all.empty() ? "'" : ", '") + text + "'";
    remark({"marks: cells that are no numbers: " + all +
                "; say what they mean: marks: {\"…\": missing}",
            "marks：不是数字的单元格：" + all + "；请写明其含义：marks: {\"…\": missing}"});
  }

  void note_odd(std::string_view text, std::set<std::string>& odd) {
    constexpr std::size_t most = 8;
    const auto kind = file_.cells.read(text).kind;
    commas_ |= kind == Cell::Kind::comma;
    if (kind == Cell::Kind::number || kind == Cell::Kind::missing || odd.size() >= most) return;
    odd.insert(base::excerpt(text));
  }

  /// A year in the name of a file whose table has none.
  void look_at_name(DataSource& source) {
    if (header_.cell(Role::period) >= 0 || header_.period || header_.is_across(Axis::periods))
      return;
    const std::string name = std::filesystem::path(source.file).filename().string();
    std::vector<std::size_t> years;
    for (std::size_t i = 0; i + 4 <= name.size(); ++i) {
      const auto digit = [&](std::size_t at) {
        return at < name.size() && name[at] >= '0' && name[at] <= '9';
      };
      if ((i > 0 && digit(i - 1)) || digit(i + 4)) continue;
      const std::string text = name.substr(i, 4);
      if (const auto period = parse_period(text);
          period && period->year >= 1900 && period->year < 2100)
        years.push_back(i);
    }
    if (years.size() != 1) return;
    source.period.in_name = name.substr(0, years[0]) + '*' + name.substr(years[0] + 4);
    remark({"period: by the file's name; without this line the table has no period",
            "period：依据文件名；删去此行则该表没有时期"});
  }

  /// Columns that belong to nothing, and what they could be.
  void look_at_names() {
    if (!header_.is_across(Axis::variables)) return;
    std::string near;
    int unknown = 0;
    for (const HeaderCell& cell : header_.cells) {
      if (!cell.data || !cell.variable.empty()) continue;
      ++unknown;
      if (const std::string like = binder_.nearest(cell.name); !like.empty() && unknown <= 10)
        near += (near.empty() ? "" : ", ") + cell.name + ": " + like;
    }
    if (unknown == 0) return;
    const std::string count = std::to_string(unknown);
    remark(near.empty()
               ? Text{count + " columns belong to nothing; rename: {...} says what they are",
                      count + " 列不属于任何变量；可用 rename: {...} 指明"}
               : Text{count + " columns belong to nothing; perhaps rename: {" + near + "}",
                      count + " 列不属于任何变量；或许是 rename: {" + near + "}"});
  }

  const DataFile& file_;
  const Header& header_;
  const Binder& binder_;
  Proposal proposal_;
  const bool decimal_open_;
  bool commas_ = false;  ///< there are cells like 0,99
};

/// How many columns of a table are known.
int known_columns(const DataFile& file) {
  return static_cast<int>(std::ranges::count_if(
      file.header.cells, [](const HeaderCell& cell) { return !cell.variable.empty(); }));
}

/// Years of two digits are never seen by themselves: crime10.
std::optional<DataFile> with_suffix(const DataFile& file, const Binder& binder) {
  if (!file.header.is_across(Axis::variables) || file.header.long_rows) return std::nullopt;
  DataSource source = file.source;
  source.period.suffix = ValueOrigin::Suffix::two_digits;
  Faults ignored;
  std::vector<DataFile> again = open_data_files(source, binder, {}, ignored);
  const int known = known_columns(file);
  if (again.size() != 1 || known_columns(again.front()) < known + (known > 0 ? 2 : 1))
    return std::nullopt;
  return std::move(again.front());
}

std::vector<Proposal> propose_table(const DataSource& source, const Binder& binder,
                                    Faults& faults) {
  std::vector<Diagnostic> refused;
  const auto input = base::InputFile::open(source.file, refused);
  const std::string bytes = input ? input->read(0, 1 << 20) : std::string{};
  std::vector<Proposal> proposals;
  std::optional<Faults> first;
  const Attempts attempts(source, binder, bytes);
  for (const Attempt& attempt : attempts.all()) {
    Faults found;
    const std::vector<DataFile> files = open_data_files(attempt.source, binder, {}, found);
    if (!first) first = found;
    for (const DataFile& file : files) {
      const auto suffixed = with_suffix(file, binder);
      proposals.push_back(Describing(suffixed ? *suffixed : file, binder, attempt).describe());
    }
    if (!files.empty()) return proposals;
  }
  faults = *first;
  Proposal unread{source, {}, true};
  unread.remarks.push_back({"not understood: see the messages", "未能读懂，见提示信息"});
  return {unread};
}

/// The visible sheets of a workbook that have something in them; of one, or of a file of text:
/// none.
std::vector<std::string> sheets_of(const DataSource& source) {
  std::vector<Diagnostic> refused;
  const auto input = base::InputFile::open(source.file, refused);
  std::vector<std::string> names;
  if (!input || !looks_like_workbook(input->read(0, 16))) return names;
  Faults ignored;
  if (const auto workbook = read_workbook(*input, ignored))
    for (const Sheet& sheet : workbook->sheets)
      if (!sheet.hidden && !sheet.rows.empty()) names.push_back(sheet.name);
  return names.size() > 1 ? names : std::vector<std::string>{};
}

}  // namespace

std::vector<Proposal> propose_file(const DataSource& source, const Binder& binder, Faults& faults) {
  std::vector<Proposal> tables;
  std::string others;  // covers and explanations, most likely
  for (const std::string& name : sheets_of(source)) {
    DataSource one = source;
    one.sheet = name;
    Faults ignored;
    for (Proposal& table : propose_table(one, binder, ignored)) {
      if (table.open)
        others += (others.empty() ? "" : ", ") + name;
      else
        tables.push_back(std::move(table));
    }
  }
  if (tables.empty()) return propose_table(source, binder, faults);
  if (!others.empty())
    tables.back().remarks.push_back(
        {"sheets that are no tables, it seems: " + others, "以下工作表似乎不是表格：" + others});
  return tables;
}

}  // namespace tijian::dataset

namespace tijian {

Loaded<std::vector<Proposal>> propose(std::span<const std::string> paths,
                                      const Framework& framework) {
  Loaded<std::vector<Proposal>> loaded;
  loaded.value.emplace();
  const dataset::Binder binder(framework);
  for (const DataSource& source : dataset::list_sources(paths, {}, loaded.diagnostics)) {
    dataset::Faults faults;
    for (Proposal& proposal : dataset::propose_file(source, binder, faults))
      loaded.value->push_back(std::move(proposal));
    for (Diagnostic& diagnostic : faults.listed(source.file))
      loaded.diagnostics.push_back(std::move(diagnostic));
  }
  return loaded;
}

}  // namespace tijian
