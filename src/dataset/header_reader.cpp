#include "dataset/header_reader.h"

#include <algorithm>
#include <filesystem>

#include "base/catalogue.h"
#include "base/spelling.h"
#include "dataset/cell.h"
#include "dataset/header_answers.h"
#include "dataset/header_roles.h"
#include "dataset/source_list.h"
#include "dataset/source_names.h"
#include "dataset/title_lines.h"
#include "dataset/year_suffix.h"

namespace tijian::dataset {
namespace {

/// Looks no further for a header.
constexpr std::size_t header_lines = 50;
/// More lines than that are no header.
constexpr std::size_t most_joined = 4;

class HeaderReader {
 public:
  HeaderReader(const Beginning& beginning, const Binder& binder, Faults& faults)
      : rows_(beginning.rows),
        source_(*beginning.source),
        where_(beginning.where),
        binder_(binder),
        faults_(faults),
        names_(source_, binder),
        axes_(rows_, source_, binder, names_),
        roles_(names_, where_, faults) {}

  std::optional<Header> read() {
    if (!source_.header.empty()) return told();
    for (std::size_t i = 0; i < std::min(rows_.size(), header_lines); ++i)
      if (Header header = classify({i}); axes_.good(header))
        return settled(lengthened(i, header), i);
    return none();
  }

 private:
  // What is said of the file decides where its header stands.
  std::optional<Header> told() {
    std::vector<std::size_t> lines;
    for (const int line : source_.header) {
      const auto row = std::ranges::find_if(  // blank lines are none
          rows_, [&](const HeadRow& one) { return one.line >= line; });
      if (row == rows_.end()) return fail("C346", said_at(), {{"line", std::to_string(line)}});
      lines.push_back(static_cast<std::size_t>(row - rows_.begin()));
    }
    Header header = classify(lines);
    if (lines.size() == 1) header = lengthened(lines.front(), header);
    if (!axes_.good(header)) return none_at(lines.front());
    return settled(std::move(header), lines.front());
  }

  /// A header may go on below: units, a second language, years above variables.
  Header lengthened(std::size_t first, Header header) {
    std::vector<std::size_t> lines{first};
    while (lines.size() < most_joined && first + lines.size() < rows_.size() &&
           goes_on(rows_[first + lines.size()], header)) {
      lines.push_back(first + lines.size());
      header = classify(lines);
    }
    return header;
  }

  /// Whether a row is more of the header: words or units where values would stand, and no place; a
  /// name of a role beside words is a second language.
  bool goes_on(const HeadRow& row, const Header& header) const {
    bool words = false;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      const std::string& cell = row.cells[i];
      const bool data =
          i < header.cells.size() && (header.cells[i].data || header.cells[i].name.empty());
      if (cell.empty()) continue;
      if (!data) {
        if (role_of(cell) == Role::other) return false;
        continue;
      }
      if ((is_number(cell) && !period_named(cell)) || CellReader().missing(std::string_view(cell)))
        return false;
      words = true;
    }
    return words;
  }

  // ---- one row, or several that are joined

  /// The cell of a row; above others, a name holds for the empty cells to its right.
  const std::string& part(std::size_t row, std::size_t column, bool above) const {
    static const std::string nothing;
    const auto& cells = rows_[row].cells;
    if (column >= cells.size()) return nothing;
    for (std::size_t i = column; above && i > 0; --i)
      if (!cells[i].empty()) return cells[i];
    return cells[column];
  }

  Header classify(const std::vector<std::size_t>& lines) {
    Header header;
    header.line = rows_[lines.front()].line;
    header.last_line = rows_[lines.back()].line;
    header.cell_of.fill(-1);
    std::size_t width = 0;
    for (const std::size_t row : lines) width = std::max(width, rows_[row].cells.size());
    for (std::size_t column = 0; column < width; ++column) {
      std::vector<std::string> parts;
      for (std::size_t i = 0; i < lines.size(); ++i)
        if (const std::string& text = part(lines[i], column, i + 1 < lines.size()); !text.empty())
          parts.push_back(text);
      header.cells.push_back(names_.cell_of(parts));
    }
    axes_.find(header, lines.back());
    return header;
  }

  // ---- the header that was found

  std::optional<Header> settled(Header header, std::size_t first_row) {
    if (!roles_.settle(header)) return std::nullopt;
    for (const auto& [key, origin] : {std::pair{"place", &source_.place},
                                      {"period", &source_.period},
                                      {"variable", &source_.variable}})
      if (origin->is == "?") return fail("C383", source_.where, {{"key", key}});
    if (!axes_.place_known(header)) return no_place(header, first_row);
    if (!HeaderAnswers(source_, binder_, roles_, faults_).good(header)) return std::nullopt;
    TitleLines titles;
    for (std::size_t row = 0; row < first_row; ++row)
      titles.read(rows_[row].line, rows_[row].cells);
    if (!read_fixed(header, titles)) return std::nullopt;
    return header;
  }

  std::optional<Header> no_place(const Header& header, std::size_t row) {
    return absent_column(rows_[row].cells) ? none_at(row) : no_place_said(header, row);
  }

  std::optional<Header> no_place_said(const Header& header, std::size_t row) {
    return fail("C347", roles_.at(header, -1),
                {{"first", base::excerpt(rows_[row].cells.front())}});
  }

  // ---- what holds for the whole table

  bool read_fixed(Header& header, const TitleLines& titles) {
    header.subject_line = titles.subject_line;
    if (formula::Unit::parse(titles.unit))
      header.unit = titles.unit;
    else if (!titles.unit.empty())
      tell_units(titles);
    if (!source_.variable.is.empty()) {
      header.variable = source_.variable.is;
      header.subject_line = 0;
    } else if (!header.is_across(Axis::variables) && header.cell(Role::variable) < 0) {
      header.variable = titles.subject;
    }
    if (const std::string_view unit = unit_in_brackets(titles.subject);
        header.unit.empty() && !unit.empty())
      header.unit = unit;
    if (const std::string& told = source_.variable.unit; !told.empty()) {
      if (!header.unit.empty() && header.unit != told)
        faults_.add(two_units(source_, header.variable, told, header.unit, roles_.at(header, -1)));
      header.unit = told;
    }
    header.place = fixed(source_.place);
    return read_period(header);
  }

  /// Several units, or one that nobody knows: whose they are is not said.
  void tell_units(const TitleLines& titles) {
    Citation where = where_;
    where.line = titles.unit_line;
    faults_.add(base::make_diagnostic("C357", where, {{"unit", base::excerpt(titles.unit)}}));
  }

  bool read_period(Header& header) {
    const std::string text = fixed(source_.period);
    if (text.empty() && !is_said(source_.period)) return true;
    if (text.empty()) return fails_pattern(source_.period);
    header.period = parse_period(text);
    if (header.period && header.period->part != Period::Part::none) return true;
    faults_.add(base::make_diagnostic("C322", said_at(), {{"cell", base::excerpt(text)}}));
    return false;
  }

  bool fails_pattern(const ValueOrigin& origin) {
    const bool of_file = !origin.in_name.empty();
    const std::string file = std::filesystem::path(where_.file).filename().string();
    faults_.add(base::make_diagnostic("C389", said_at(),
                                      {{"name", of_file ? file : where_.sheet},
                                       {"pattern", of_file ? origin.in_name : origin.in_sheet}}));
    return false;
  }

  /// What an origin says of the whole table; empty where it does not.
  std::string fixed(const ValueOrigin& origin) const {
    if (!origin.is.empty()) return origin.is;
    const std::filesystem::path file = where_.file;
    if (!origin.in_name.empty()) {
      const bool all = origin.in_name == "*";
      return at_star(origin.in_name, all ? file.stem().string() : file.filename().string())
          .value_or("");
    }
    if (!origin.in_sheet.empty()) return at_star(origin.in_sheet, where_.sheet).value_or("");
    return {};
  }

  /// Where it is said how to read the table: in sources.yaml, else by the file itself.
  const Citation& said_at() const { return source_.where.file.empty() ? where_ : source_.where; }

  // ---- none

  std::optional<Header> fail(std::string_view code, const Citation& where,
                             std::initializer_list<base::Argument> arguments) {
    faults_.add(base::make_diagnostic(code, where, arguments));
    return std::nullopt;
  }

  std::optional<Header> none() { return none_at(0); }

  /// A column that sources.yaml names and that no cell of a row is called.
  const std::string* absent_column(const std::vector<std::string>& cells) const {
    for (const ValueOrigin* origin : {&source_.place, &source_.period, &source_.variable})
      if (!origin->column.empty() && std::ranges::none_of(cells, [&](const std::string& cell) {
            return base::folded(names_.renamed_to(cell)) == base::folded(origin->column);
          }))
        return &origin->column;
    return nullptr;
  }

  /// No row reads like a header.
  std::optional<Header> none_at(std::size_t row) {
    if (const std::string* absent = absent_column(rows_[row].cells))
      return fail("C355", source_.where,
                  {{"name", *absent}, {"names", base::some_of(rows_[row].cells)}});
    const Header header = classify({row});
    if (!axes_.place_known(header) && count(header).variables + count(header).periods > 0)
      return no_place_said(header, row);
    std::string names;
    for (const std::string_view name : names_of(Role::place).first(5))
      names += (names.empty() ? "" : ", ") + std::string(name);
    Citation where = where_;
    where.line = rows_[row].line;
    const auto& cells = rows_[row].cells;
    const auto first = std::ranges::find_if(cells, [](const auto& cell) { return !cell.empty(); });
    return fail("C316", where,
                {{"found", first == cells.end() ? "" : base::excerpt(*first)}, {"names", names}});
  }

  const std::vector<HeadRow>& rows_;
  const DataSource& source_;
  const Citation& where_;
  const Binder& binder_;
  Faults& faults_;
  HeaderNames names_;
  HeaderAxes axes_;
  HeaderRoles roles_;
};

}  // namespace

std::optional<Header> read_header(const Beginning& beginning, const Binder& binder,
                                  Faults& faults) {
  return HeaderReader(beginning, binder, faults).read();
}

}  // namespace tijian::dataset
