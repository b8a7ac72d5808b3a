#include "framework/place_list.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/catalogue.h"
#include "base/csv_file.h"
#include "base/spelling.h"
#include "framework/attributes.h"

namespace tijian::framework {
namespace {

/// What a column of the list is for; further ones are attributes.
enum class PlaceColumn { place, alias, parent, code, row, column };

struct ColumnNames {
  const char *en, *zh;
};
constexpr std::array<ColumnNames, 6> column_names{{{"place", "评价单元"},
                                                   {"alias", "别名"},
                                                   {"parent", "上级"},
                                                   {"code", "代码"},
                                                   {"row", "行"},
                                                   {"column", "列"}}};

/// The pieces of a cell between separators.
std::vector<std::string> split_aliases(std::string_view cell) {
  std::vector<std::string> aliases;
  while (!cell.empty()) {
    std::size_t end = cell.size(), next = cell.size();
    for (const std::string_view separator : {";", "；", "、"})
      if (const std::size_t at = cell.find(separator); at < end)
        end = at, next = at + separator.size();
    if (const auto alias = base::trimmed(cell.substr(0, end)); !alias.empty())
      aliases.emplace_back(alias);
    cell.remove_prefix(next);
  }
  return aliases;
}

/// A whole number of at least 0.
std::optional<int> whole_number(std::string_view text) {
  int number = -1;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool good = fault == std::errc() && end == text.data() + text.size() && number >= 0;
  return good ? std::optional(number) : std::nullopt;
}

class PlaceListReader {
 public:
  PlaceListReader(const base::CsvFile& file, const std::vector<PlaceAttribute>& attributes,
                  std::vector<Diagnostic>& diagnostics)
      : file_(file), attributes_(attributes), diagnostics_(diagnostics) {
    column_of_.fill(-1);
    attribute_column_.assign(attributes.size(), -1);
  }

  std::vector<Place> read() {
    if (!read_header()) return {};
    for (const base::CsvFile::Row& row : file_.rows) add(row);
    return std::move(places_);
  }

 private:
  void report(std::string_view code, const Citation& where,
              std::initializer_list<base::Argument> arguments = {}) {
    diagnostics_.push_back(base::make_diagnostic(code, where, arguments));
  }

  int& column(PlaceColumn what) { return column_of_[static_cast<std::size_t>(what)]; }

  /// The number that says which column of the file is that one; null where there is no such.
  int* slot_of(const std::string& name) {
    const std::string key = base::name_key(name);
    for (std::size_t i = 0; i < column_names.size(); ++i)
      if (key == column_names[i].en || key == column_names[i].zh) return &column_of_[i];
    const auto found =
        std::ranges::find_if(attributes_, [&](const auto& one) { return one.is_named(name); });
    if (found == attributes_.end()) return nullptr;
    if (found->id == parent_attribute) return &column(PlaceColumn::parent);
    return &attribute_column_[found - attributes_.begin()];
  }

  std::vector<std::string> known_columns() const {
    std::vector<std::string> names;
    for (const ColumnNames& column : column_names) names.emplace_back(column.en);
    for (const std::string& id : ids_of(attributes_))
      if (id != parent_attribute) names.push_back(id);
    return names;
  }

  bool read_header() {
    for (std::size_t i = 0; i < file_.header.size(); ++i) {
      const Citation where = file_.cite(file_.header_line, i);
      int* slot = slot_of(file_.header[i]);
      if (!slot) {
        refuse_column(file_.header[i], where);
      } else if (*slot >= 0) {
        report("C317", where,
               {{"first", file_.header[*slot]},
                {"second", file_.header[i]},
                {"role", file_.header[*slot]}});
      } else {
        *slot = static_cast<int>(i);
      }
    }
    if (column(PlaceColumn::place) >= 0) return true;
    report("F245", file_.cite(file_.header_line, 0));
    return false;
  }

  void refuse_column(const std::string& name, const Citation& where) {
    const std::vector<std::string> known = known_columns();
    report("F244", where, {{"found", base::excerpt(name)}, {"names", base::joined(known)}});
    base::suggest(diagnostics_.back(), name, known);
  }

  std::string cell(const base::CsvFile::Row& row, int column) const {
    return column < 0 ? std::string{} : row.cells[column];
  }
  std::string cell(const base::CsvFile::Row& row, PlaceColumn what) {
    return cell(row, column(what));
  }

  void add(const base::CsvFile::Row& row) {
    Place place;
    place.name = cell(row, PlaceColumn::place);
    place.where = file_.cite(row.line, column(PlaceColumn::place));
    if (place.name.empty()) return report("C321", place.where);
    place.aliases = split_aliases(cell(row, PlaceColumn::alias));
    place.parent = cell(row, PlaceColumn::parent);
    place.code = cell(row, PlaceColumn::code);
    read_attributes(row, place);
    read_tile(row, place);
    places_.push_back(std::move(place));
  }

  void read_attributes(const base::CsvFile::Row& row, Place& place) {
    for (std::size_t i = 0; i < attributes_.size(); ++i) {
      std::string value = cell(row, attribute_column_[i]);
      if (value.empty()) continue;
      if (settle_value(attributes_[i], value, file_.cite(row.line, attribute_column_[i]), "",
                       diagnostics_))
        place.attributes[attributes_[i].id] = std::move(value);
    }
  }

  void read_tile(const base::CsvFile::Row& row, Place& place) {
    const std::string down = cell(row, PlaceColumn::row), across = cell(row, PlaceColumn::column);
    if (down.empty() && across.empty()) return;
    place.row = whole_number(down);
    place.column = whole_number(across);
    if (place.row && place.column) return;
    report("F248",
           file_.cite(row.line,
                      std::max(0, column(place.row ? PlaceColumn::column : PlaceColumn::row))),
           {{"row", down}, {"column", across}, {"place", place.name}});
    place.row = place.column = std::nullopt;
  }

  const base::CsvFile& file_;
  const std::vector<PlaceAttribute>& attributes_;
  std::vector<Diagnostic>& diagnostics_;
  std::array<int, column_names.size()> column_of_{};
  std::vector<int> attribute_column_;
  std::vector<Place> places_;
};

/// What holds between places: each name, alias and code is one's, parents are in the list, no two
/// tiles on one spot.
class PlaceListCheck {
 public:
  PlaceListCheck(std::vector<Place>& places, std::vector<Diagnostic>& diagnostics)
      : places_(places), diagnostics_(diagnostics) {}

  void run() {
    for (const Place& place : places_) {
      name(place.name, place);
      for (const std::string& alias : place.aliases) name(alias, place);
      if (!place.code.empty()) name(place.code, place);
      if (place.row) tile(place);
    }
    for (Place& place : places_) parent(place);
  }

 private:
  Diagnostic& report(std::string_view code, const Place& place,
                     std::initializer_list<base::Argument> arguments) {
    diagnostics_.push_back(base::make_diagnostic(code, place.where, arguments));
    return diagnostics_.back();
  }

  void name(const std::string& name, const Place& place) {
    const auto [known, fresh] = by_name_.try_emplace(base::name_key(name), &place);
    if (fresh || known->second == &place) return;
    report("F246", place, {{"name", name}, {"first", known->second->name}, {"second", place.name}})
        .also.push_back(known->second->where);
  }

  void tile(const Place& place) {
    const auto [known, fresh] = by_tile_.try_emplace({*place.row, *place.column}, &place);
    if (fresh) return;
    report("F249", place,
           {{"first", known->second->name},
            {"second", place.name},
            {"row", std::to_string(*place.row)},
            {"column", std::to_string(*place.column)}})
        .also.push_back(known->second->where);
  }

  void parent(Place& place) {
    if (place.parent.empty()) return;
    const auto known = by_name_.find(base::name_key(place.parent));
    if (known != by_name_.end()) {
      place.parent = known->second->name;
      return;
    }
    std::vector<std::string> names;
    for (const Place& one : places_) names.push_back(one.name);
    base::suggest(report("F247", place, {{"found", place.parent}, {"place", place.name}}),
                  place.parent, names);
  }

  std::vector<Place>& places_;
  std::vector<Diagnostic>& diagnostics_;
  std::map<std::string, const Place*> by_name_;
  std::map<std::pair<int, int>, const Place*> by_tile_;
};

}  // namespace

std::vector<Place> read_places(const std::string& path,
                               const std::vector<PlaceAttribute>& attributes,
                               std::vector<Diagnostic>& diagnostics) {
  const std::size_t before = diagnostics.size();
  const auto file = base::read_csv(path, diagnostics);
  if (!file) return {};
  if (file->rows.empty() && diagnostics.size() == before)
    diagnostics.push_back(base::make_diagnostic("C309", file->cite(file->header_line, 0)));
  std::vector<Place> places = PlaceListReader(*file, attributes, diagnostics).read();
  PlaceListCheck(places, diagnostics).run();
  return places;
}

}  // namespace tijian::framework
