#include "dataset/header_reader.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <map>

#include "base/catalogue.h"
#include "base/spelling.h"
#include "dataset/source_list.h"
#include "dataset/title_lines.h"
#include "dataset/year_suffix.h"
#include "framework/title.h"

namespace tijian::dataset {
namespace {

/// Looks no further for a header.
constexpr std::size_t header_lines = 50;
/// More lines than that are no header.
constexpr std::size_t most_joined = 4;

/// How many columns with values have names of each kind.
struct Votes {
  int data = 0, periods = 0, places = 0, variables = 0, both = 0;
};

bool is_number(std::string_view text) {
  const Cell cell = CellReader().read(text);
  return cell.kind == Cell::Kind::number || cell.kind == Cell::Kind::comma;
}

/// Roles that say something of each value; in a wide file such a name is a column like others.
bool belongs_to_values(Role role) { return role >= Role::variable && role <= Role::standard_error; }

class HeaderReader {
 public:
  HeaderReader(const Beginning& beginning, const Binder& binder, Faults& faults)
      : rows_(beginning.rows),
        source_(*beginning.source),
        where_(beginning.where),
        binder_(binder),
        framework_(binder.framework()),
        faults_(faults) {}

  std::optional<Header> read() {
    if (!source_.header.empty()) return told();
    for (std::size_t i = 0; i < std::min(rows_.size(), header_lines); ++i)
      if (Header header = classify({i}); good(header)) return settled(lengthened(i, header), i);
    return none();
  }

 private:
  // What is said of the file decides where its header stands.
  std::optional<Header> told() {
    std::vector<std::size_t> lines;
    for (const int line : source_.header) {
      const auto row = std::ranges::find_if(  // blank lines are none
          rows_, [&](const HeadRow& one) { return one.line >= line; });
      if (row == rows_.end())
        return fail("C346", source_.where.file.empty() ? where_ : source_.where,
                    {{"line", std::to_string(line)}});
      lines.push_back(static_cast<std::size_t>(row - rows_.begin()));
    }
    Header header = classify(lines);
    if (lines.size() == 1) header = lengthened(lines.front(), header);
    if (!good(header)) return none_at(lines.front());
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
      const bool year = is_number(cell) && parse_period(cell);
      if ((is_number(cell) && !year) || CellReader().missing(std::string_view(cell))) return false;
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
      header.cells.push_back(cell_of(parts));
    }
    name_first_column(header, lines.back());
    find_axes(header, lines.back());
    return header;
  }

  HeaderCell cell_of(const std::vector<std::string>& parts) const {
    HeaderCell cell;
    for (const std::string& text : parts) cell.name += (cell.name.empty() ? "" : " ") + text;
    const std::string renamed = renamed_to(cell.name);
    const auto attribute =
        std::ranges::find_if(framework_.attributes, [&](const PlaceAttribute& one) {
          return one.is_named(renamed) || (!parts.empty() && one.is_named(parts.front()));
        });
    if (attribute != framework_.attributes.end()) {
      cell.attribute = static_cast<int>(attribute - framework_.attributes.begin());
      return cell;
    }
    cell.role = role_in(parts, renamed);
    if (cell.role != Role::other || cell.name.empty()) return cell;
    cell.data = true;
    name_values(cell, parts, renamed);
    return cell;
  }

  std::string renamed_to(const std::string& name) const {
    const auto found = source_.rename.find(name);
    return found == source_.rename.end() ? name : found->second;
  }

  /// What sources.yaml says, then the names of roles; a name that the framework has is its own.
  Role role_in(const std::vector<std::string>& parts, const std::string& renamed) const {
    for (const auto& [origin, role] : {std::pair{&source_.place, Role::place},
                                       {&source_.period, Role::period},
                                       {&source_.variable, Role::variable}})
      if (!origin->column.empty() && base::folded(origin->column) == base::folded(renamed))
        return role;
    std::vector<std::string> names{renamed};
    if (parts.size() > 1) names.push_back(parts.front());
    for (const std::string& name : names) {
      const Role role = role_of(name);
      if (role == Role::other || !origin_of(role).column.empty()) continue;
      if (base::folded(name) == names_of(role).front() || !binder_.knows(name)) return role;
    }
    return Role::other;
  }

  /// Of a role that sources.yaml may give to a column.
  const ValueOrigin& origin_of(Role role) const {
    static const ValueOrigin none;
    return role == Role::place      ? source_.place
           : role == Role::period   ? source_.period
           : role == Role::variable ? source_.variable
                                    : none;
  }

  /// What the values below a name are: its variable, its period, its place.
  void name_values(HeaderCell& cell, const std::vector<std::string>& parts,
                   const std::string& renamed) const {
    std::string together;
    for (const std::string& text : parts) together += text;
    std::vector<std::string> names{renamed, together};
    if (parts.size() > 1) names.insert(names.end(), parts.rbegin(), parts.rend());
    for (const std::string& name : names) {
      if (cell.variable.empty() && binder_.knows(renamed_to(name)))
        cell.variable = renamed_to(name);
      if (const auto period = parse_period(name); period && period->part != Period::Part::none)
        if (!cell.period) cell.period = *period;
      if (cell.place.empty() && framework_.find_place(name) >= 0) cell.place = name;
    }
    if (cell.variable.empty() && !cell.period) name_with_year(cell, names.front());
    add_unit(cell, parts);
  }

  void name_with_year(HeaderCell& cell, const std::string& name) const {
    const auto split = split_year(name, source_.period.suffix);
    if (!split || !binder_.knows(renamed_to(split->name))) return;
    cell.variable = renamed_to(split->name);
    cell.period = Period{split->year, Period::Part::year, 0};
  }

  /// A unit in a line of its own: 常住人口 above 万人.
  void add_unit(HeaderCell& cell, const std::vector<std::string>& parts) const {
    if (cell.variable.empty() || parts.size() < 2 || !unit_in_brackets(cell.variable).empty())
      return;
    const std::string_view last = parts.back();
    if (last == cell.variable) return;
    const std::string_view bare = unit_in_brackets("_" + std::string(last));
    const std::string_view unit = bare.empty() ? last : last.substr(last.find(bare));
    if (formula::Unit::parse(unit)) cell.variable += " [" + std::string(unit) + "]";
  }

  /// A first column whose name says nothing: what stands in it tells.
  void name_first_column(Header& header, std::size_t last_row) const {
    if (header.cells.empty() || source_.place.column.size() + source_.variable.column.size() > 0)
      return;
    HeaderCell& first = header.cells.front();
    if (first.role != Role::other || first.attribute >= 0 || first.period ||
        !first.variable.empty())
      return;
    const bool places_said = std::ranges::any_of(
        header.cells, [](const HeaderCell& cell) { return cell.role == Role::place; });
    long filled = 0, places = 0, variables = 0, periods = 0, numbers = 0;
    for (std::size_t row = last_row + 1; row < rows_.size(); ++row) {
      if (rows_[row].cells.empty() || rows_[row].cells.front().empty()) continue;
      const std::string& text = rows_[row].cells.front();
      const auto period = parse_period(text);
      ++filled;
      places += framework_.find_place(text) >= 0 ? 1 : 0;
      variables += binder_.knows(renamed_to(text)) ? 1 : 0;
      periods += period && period->part != Period::Part::none ? 1 : 0;
      numbers += is_number(text) ? 1 : 0;
    }
    if (filled == 0) return;
    Role role = Role::other;
    if (2 * places >= filled)
      role = Role::place;
    else if (2 * variables >= filled)
      role = Role::variable;
    else if (periods == filled)
      role = Role::period;
    else if (first.name.empty() && numbers == 0)
      role = Role::place;
    if (role == Role::place && places_said) return;
    if (role != Role::other) first.role = role, first.data = false;
  }

  // ---- down and across

  static Votes count(const Header& header) {
    Votes votes;
    for (const HeaderCell& cell : header.cells) {
      if (!cell.data) continue;
      ++votes.data;
      votes.periods += cell.period ? 1 : 0;
      votes.places += cell.place.empty() ? 0 : 1;
      votes.variables += cell.variable.empty() ? 0 : 1;
      votes.both += cell.period && !cell.variable.empty() ? 1 : 0;
    }
    return votes;
  }

  static bool has(const Header& header, Role role) {
    return std::ranges::any_of(header.cells,
                               [&](const HeaderCell& cell) { return cell.role == role; });
  }

  void find_axes(Header& header, std::size_t last_row) const {
    const bool long_rows = has(header, Role::variable) && has(header, Role::value);
    header.long_rows = source_.layout ? source_.layout->long_rows : long_rows;
    if (header.long_rows) return;
    if (source_.layout && !source_.layout->across.empty()) {
      header.across = source_.layout->across;
      if (source_.layout->down != Axis::variables) demote(header);
      return;
    }
    header.across = axes_of(header, count(header), last_row);
    // A column called `indicator` or 单位 in a wide file is one like others.
    if (header.is_across(Axis::variables) || !has(header, Role::variable)) demote(header);
  }

  void demote(Header& header) const {
    for (HeaderCell& cell : header.cells)
      if (belongs_to_values(cell.role)) {
        cell.role = Role::other;
        cell.data = true;
        name_values(cell, {cell.name}, renamed_to(cell.name));
      }
  }

  /// Whether most cells of the columns with values are numbers: names that nobody knows may then be
  /// places.
  bool numbers_below(const Header& header, std::size_t last_row) const {
    long numbers = 0, filled = 0;
    for (std::size_t row = last_row + 1; row < rows_.size(); ++row)
      for (std::size_t i = 0; i < std::min(header.cells.size(), rows_[row].cells.size()); ++i) {
        if (!header.cells[i].data || rows_[row].cells[i].empty()) continue;
        ++filled;
        numbers += is_number(rows_[row].cells[i]) ? 1 : 0;
      }
    return filled > 0 && 2 * numbers >= filled;
  }

  std::vector<Axis> axes_of(const Header& header, const Votes& votes, std::size_t last_row) const {
    if (votes.data == 0) return {};
    if (votes.periods == votes.data && votes.variables == votes.data)
      return {Axis::periods, Axis::variables};
    if (votes.periods == votes.data) return {Axis::periods};
    if (votes.variables > 0 && votes.both == votes.variables)
      return {Axis::periods, Axis::variables};
    if (votes.variables > 0) return {Axis::variables};
    if (votes.places > 0 && 2 * votes.places >= votes.data) return {Axis::places};
    const bool places_down = has(header, Role::place);
    if (votes.periods > 0 && 2 * votes.periods >= votes.data &&
        (places_down || has(header, Role::variable)))
      return {Axis::periods};  // and columns that nobody knows
    if (places_down) return {Axis::variables};
    const bool other_down = has(header, Role::period) || has(header, Role::variable);
    if (other_down && framework_.places.empty() && numbers_below(header, last_row))
      return {Axis::places};
    return {};
  }

  bool place_known(const Header& header) const {
    return has(header, Role::place) || header.is_across(Axis::places) || is_said(source_.place);
  }

  static bool is_said(const ValueOrigin& origin) {
    return !origin.is.empty() || !origin.in_name.empty() || !origin.in_sheet.empty();
  }

  /// Whether a row reads like a header.
  bool good(const Header& header) const {
    const auto filled = std::ranges::count_if(
        header.cells, [](const HeaderCell& cell) { return !cell.name.empty(); });
    const Votes votes = count(header);
    if (header.long_rows) return filled > 2;
    if (has(header, Role::place)) return filled > 1;
    if (header.across.empty()) return false;
    if (has(header, Role::period) || has(header, Role::variable)) return votes.data > 0;
    return is_said(source_.place) && (votes.variables > 0 || votes.periods > 1);
  }

  // ---- the header that was found

  std::optional<Header> settled(Header header, std::size_t first_row) {
    for (std::size_t role = 0; role < role_count; ++role)
      if (static_cast<Role>(role) != Role::passed_over && static_cast<Role>(role) != Role::other)
        if (!settle(header, static_cast<Role>(role))) return std::nullopt;
    if (!attributes_once(header)) return std::nullopt;
    if (!place_known(header)) return no_place_said(header, first_row);
    if (!values_said(header)) return std::nullopt;
    TitleLines titles;
    for (std::size_t row = 0; row < first_row; ++row)
      titles.read(rows_[row].line, rows_[row].cells);
    if (!read_fixed(header, titles)) return std::nullopt;
    return header;
  }

  /// Two columns of one role: the one with the role's own name (`place`) wins, then the finest
  /// place, else it is a fault.
  bool settle(Header& header, Role role) {
    std::vector<int> cells;
    for (int i = 0; i < std::ssize(header.cells); ++i)
      if (header.cells[i].role == role) cells.push_back(i);
    if (cells.empty()) return true;
    const int chosen = chosen_of(header, role, cells);
    header.cell_of[static_cast<std::size_t>(role)] = chosen;
    for (const int i : cells) {
      if (i == chosen) continue;
      if (outranks(header.cells[chosen], header.cells[i], role)) {
        step_back(header, role, chosen, i);
        continue;
      }
      faults_.add(named_twice(header, std::string(names_of(role).front()), chosen, i));
      return false;
    }
    return true;
  }

  bool has_own_name(const HeaderCell& cell, Role role) const {
    const std::string name = base::folded(renamed_to(cell.name));
    const std::string& said = origin_of(role).column;
    return name == names_of(role).front() || (!said.empty() && name == base::folded(said));
  }

  int chosen_of(const Header& header, Role role, const std::vector<int>& cells) const {
    int chosen = cells.front();
    for (const int i : cells)
      if (outranks(header.cells[i], header.cells[chosen], role)) chosen = i;
    return chosen;
  }

  bool outranks(const HeaderCell& one, const HeaderCell& other, Role role) const {
    const bool own = has_own_name(one, role), others_own = has_own_name(other, role);
    if (own != others_own) return own;
    if (own || role != Role::place) return false;
    const int fine = fineness_of(one.name), coarse = fineness_of(other.name);
    return coarse >= 0 && fine > coarse;
  }

  /// A column that another of its role outranks: of places, what they lie in, which is told.
  void step_back(Header& header, Role role, int chosen, int other) {
    HeaderCell& cell = header.cells[other];
    const bool coarser = role == Role::place && !has_own_name(header.cells[chosen], role);
    cell.role = coarser ? Role::passed_over : Role::other;
    cell.data = !coarser && !header.long_rows;
    if (coarser)
      faults_.add(
          base::make_diagnostic("C350", at(header, other),
                                {{"chosen", header.cells[chosen].name}, {"other", cell.name}}));
  }

  Citation at(const Header& header, int cell) const {
    Citation where = where_;
    where.line = header.line;
    where.column = cell + 1;
    return where;
  }

  Diagnostic named_twice(const Header& header, const std::string& role, int first,
                         int second) const {
    Diagnostic fault = base::make_diagnostic("C317", at(header, second),
                                             {{"first", header.cells[first].name},
                                              {"second", header.cells[second].name},
                                              {"role", role}});
    fault.also.push_back(at(header, first));
    return fault;
  }

  bool attributes_once(const Header& header) {
    std::map<int, int> first;
    for (int i = 0; i < std::ssize(header.cells); ++i) {
      if (header.cells[i].attribute < 0) continue;
      const auto [known, fresh] = first.try_emplace(header.cells[i].attribute, i);
      if (fresh) continue;
      faults_.add(named_twice(header, header.cells[i].name, known->second, i));
      return false;
    }
    return true;
  }

  /// A long table of which one of the two columns is missing or called otherwise.
  bool values_said(const Header& header) {
    if (header.long_rows) {
      if (header.cell(Role::value) >= 0 && header.cell(Role::variable) >= 0) return true;
      return fail_bool(header, header.cell(Role::value) < 0 ? "C348" : "C349");
    }
    const Votes votes = count(header);
    if (votes.variables > 0 || has(header, Role::variable)) return true;
    const bool names = std::ranges::any_of(header.cells, [&](const HeaderCell& cell) {
      return cell.data && role_of(cell.name) == Role::variable && !binder_.knows(cell.name);
    });
    const bool values = std::ranges::any_of(header.cells, [&](const HeaderCell& cell) {
      return cell.data && role_of(cell.name) == Role::value && !binder_.knows(cell.name);
    });
    if (names == values || header.is_across(Axis::periods)) return true;
    return fail_bool(header, names ? "C348" : "C349");
  }

  bool fail_bool(const Header& header, std::string_view code) {
    std::vector<std::string> names;
    for (const HeaderCell& cell : header.cells)
      if (!cell.name.empty()) names.push_back(base::excerpt(cell.name));
    faults_.add(base::make_diagnostic(code, at(header, -1), {{"names", base::some_of(names)}}));
    return false;
  }

  std::optional<Header> no_place_said(const Header& header, std::size_t row) {
    return fail("C347", at(header, -1), {{"first", base::excerpt(rows_[row].cells.front())}});
  }

  // ---- what holds for the whole table

  bool read_fixed(Header& header, const TitleLines& titles) {
    header.subject_line = titles.subject_line;
    if (formula::Unit::parse(titles.unit)) header.unit = titles.unit;  // of several, none
    if (!source_.variable.is.empty()) {
      header.variable = source_.variable.is;
      if (!source_.variable.unit.empty()) header.unit = source_.variable.unit;
      header.subject_line = 0;
    } else if (!header.is_across(Axis::variables) && header.cell(Role::variable) < 0) {
      header.variable = titles.subject;
    }
    if (const std::string_view unit = unit_in_brackets(titles.subject);
        header.unit.empty() && !unit.empty())
      header.unit = unit;
    header.place = fixed(source_.place);
    return read_period(header);
  }

  bool read_period(Header& header) {
    const std::string text = fixed(source_.period);
    if (text.empty() && !is_said(source_.period)) return true;
    header.period = parse_period(text);
    if (header.period && header.period->part != Period::Part::none) return true;
    faults_.add(base::make_diagnostic("C322", source_.where.file.empty() ? where_ : source_.where,
                                      {{"cell", base::excerpt(text)}}));
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
            return base::folded(renamed_to(cell)) == base::folded(origin->column);
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
    if (!place_known(header) && count(header).variables + count(header).periods > 0)
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
  const Framework& framework_;
  Faults& faults_;
};

}  // namespace

std::optional<Header> read_header(const Beginning& beginning, const Binder& binder,
                                  Faults& faults) {
  return HeaderReader(beginning, binder, faults).read();
}

}  // namespace tijian::dataset
