#include "dataset/wide.h"

#include <fast_float/fast_float.h>

#include <algorithm>
#include <cmath>
#include <cstring>

#include "base/catalogue.h"
#include "base/csv_rows.h"
#include "base/spelling.h"
#include "dataset/cell_value.h"
#include "dataset/notes.h"
#include "dataset/row_faults.h"
#include "tijian/missing.h"

namespace tijian::dataset {
namespace {

constexpr double largest = std::numeric_limits<double>::max();

const char* find(const char* p, const char* end, char c) {
  const void* found = std::memchr(p, c, end - p);
  return found ? static_cast<const char*>(found) : end;
}

/// Whether every quote of a line opens or closes a whole cell without quotes of its own.
bool simple_quotes(std::string_view line) {
  const char* const begin = line.data();
  const char* const end = begin + line.size();
  for (const char* p = begin; (p = find(p, end, '"')) != end; ++p) {
    if (p != begin && p[-1] != ',') return false;
    p = find(p + 1, end, '"');
    if (p == end || (p + 1 != end && p[1] != ',')) return false;
  }
  return true;
}

/// The cell at p, without its quotes; where it ends.
const char* cut_cell(const char* p, const char* end, std::string_view& text) {
  const bool quote = p != end && *p == '"';
  const char* const stop = find(quote ? p + 1 : p, end, quote ? '"' : ',');
  text = {quote ? p + 1 : p, stop};
  return quote ? stop + 1 : stop;
}

}  // namespace

void WideRows::clear(std::size_t attribute_count) {
  lines.clear();
  places.clear();
  periods.clear();
  attributes.resize(attribute_count);
  for (TextColumn& attribute : attributes) attribute.clear();
  left_out.clear();
  faults = {};
  faulty.clear();
  fatal = false;
}

/// The parsing of one block: what is known of the row at hand.
class WideBlockParser {
 public:
  WideBlockParser(const WideParser& parser, const WideValues& values, WideRows& out)
      : file_(parser.file_),
        plan_(parser.plan_),
        cells_(parser.file_.cells),
        left_out_(parser.left_out_),
        values_(values.first),
        rounding_(values.rounding),
        stride_(values.stride),
        capacity_(values.rows),
        out_(out),
        attributes_(plan_.attributes.size()) {}

  void parse(const Block& block) {
    std::string buffer;
    const base::Decoded decoded = base::to_utf8(block.bytes, file_.encoding, buffer);
    if (decoded.fault) return break_off(encoding_fault(file_.path(), block, *decoded.fault));
    nul_ = decoded.text.find('\0') != std::string_view::npos;
    parse_lines(decoded.text, block.first_line, block.quotes);
  }

 private:
  Citation at(std::size_t cell) const { return {file_.path(), line_, static_cast<int>(cell) + 1}; }

  template <class... Arguments>
  void fault(std::string_view code, std::size_t cell, const Arguments&... arguments) {
    out_.faults.add(code, [&] { return base::make_diagnostic(code, at(cell), {arguments...}); });
  }

  /// Line by line, up to the first line whose quotes need more than a look; libcsv reads on from
  /// there.
  void parse_lines(std::string_view text, int line, bool quotes) {
    for (line_ = line; !text.empty(); ++line_) {
      std::string_view row = text.substr(0, text.find('\n'));
      const std::size_t length = std::min(row.size() + 1, text.size());
      if (row.ends_with('\r')) row.remove_suffix(1);
      if (quotes && !simple_quotes(row)) return parse_rows(text, line_);
      text.remove_prefix(length);
      if (!row.empty()) plain_row(row);
    }
  }

  void parse_rows(std::string_view text, int line) {
    const auto broken =
        base::RowSplitter(text, line)([&](const base::CsvRow& row) { split_row(row); });
    if (broken) break_off(base::quote_fault(file_.path(), *broken));
  }

  void break_off(Diagnostic diagnostic) {
    out_.faults.add(std::move(diagnostic));
    out_.fatal = true;
  }

  void plain_row(std::string_view row) {
    begin_row(nul_ && row.find('\0') != row.npos);
    const char* p = row.data();
    const char* const end = p + row.size();
    std::size_t cell = 0;
    for (const std::size_t count = plan_.cells.size(); cell < count; ++cell) {
      p = plan_.cells[cell].kind == PlannedColumn::Kind::value ? number(cell, p, end)
                                                               : other(cell, p, end);
      if (passed_over_) return;
      if (p == end) return end_row(cell + 1);
      ++p;  // the comma
    }
    end_row(cell + 1 + std::count(p, end, ','));
  }

  void split_row(const base::CsvRow& row) {
    line_ = row.line;
    if (row_ == capacity_) return fault("C335", 0);  // libcsv ends a row at a carriage return too
    bool nul = false;
    for (const std::string_view cell : row.cells) nul |= nul_ && cell.find('\0') != cell.npos;
    begin_row(nul);
    const std::size_t count = std::min(row.cells.size(), plan_.cells.size());
    for (std::size_t cell = 0; cell < count; ++cell) {
      const char* const begin = row.cells[cell].data();
      const char* const end = begin + row.cells[cell].size();
      if (plan_.cells[cell].kind == PlannedColumn::Kind::value)
        store(cell, row.cells[cell]);
      else
        text_cell(cell, {begin, end});
      if (passed_over_) return;
    }
    end_row(row.cells.size());
  }

  /// Reads the number at p; where the cell ends. The number's end is the cell's end in all but a
  /// few cells, so that nobody need look for the comma.
  const char* number(std::size_t cell, const char* p, const char* end) {
    const PlannedColumn& column = plan_.cells[cell];
    double value = missing;
    const char* stop = p;
    if (p != end && *p != ',') {
      const auto result = fast_float::from_chars(p, end, value);
      stop = result.ptr;
      if (result.ec != std::errc() || (stop != end && *stop != ',') ||
          !(std::abs(value) <= largest) || cells_.missing(value))
        return slow_number(cell, p, end);
      any_ = true;
      if (column.converts && !(std::abs(value = column.binding.conversion(value)) <= largest))
        return slow_number(cell, p, end);
    }
    values_[column.target * stride_ + row_] = value;
    note_rounding(column, {p, static_cast<std::size_t>(stop - p)});
    return stop;
  }

  const char* slow_number(std::size_t cell, const char* p, const char* end) {
    std::string_view text;
    const char* const stop = cut_cell(p, end, text);
    store(cell, text);
    return stop;
  }

  void store(std::size_t cell, std::string_view text) {
    const PlannedColumn& column = plan_.cells[cell];
    const std::string_view plain = base::trimmed(text);
    any_ |= !plain.empty();
    double& value = values_[column.target * stride_ + row_];
    value =
        plain.empty() ? missing : cell_value(plain, column.binding, cells_, at(cell), out_.faults);
    if (!(value == value) && !cells_.missing(plain)) count_faulty(column.target);
    note_rounding(column, plain);
  }

  void count_faulty(int target) {
    if (out_.faulty.size() <= static_cast<std::size_t>(target)) out_.faulty.resize(target + 1);
    ++out_.faulty[target];
  }

  void note_rounding(const PlannedColumn& column, std::string_view text) {
    if (rounding_)
      rounding_[column.target * stride_ + row_] =
          text.empty() ? 0 : half_unit(text, column.binding, cells_.style());
  }

  const char* other(std::size_t cell, const char* p, const char* end) {
    std::string_view text;
    const char* const stop = cut_cell(p, end, text);
    text_cell(cell, text);
    return stop;
  }

  void text_cell(std::size_t cell, std::string_view text) {
    const PlannedColumn& column = plan_.cells[cell];
    text = base::trimmed(text);
    if (column.kind != PlannedColumn::Kind::place) any_ |= !text.empty();
    if (column.kind == PlannedColumn::Kind::place)
      take_place(text);
    else if (column.kind == PlannedColumn::Kind::period)
      period_ = text;
    else if (column.kind == PlannedColumn::Kind::attribute)
      attributes_[column.target] = cells_.missing(text) ? std::string_view{} : text;
    else if (column.kind == PlannedColumn::Kind::unnamed && !cells_.missing(text))
      fault("C318", cell, base::Argument{"cell", base::excerpt(text)});
  }

  void take_place(std::string_view text) {
    place_ = text;
    const std::string* const left_out = left_out_.find(text);
    passed_over_ = left_out != nullptr;
    if (left_out) out_.left_out.insert(*left_out);
  }

  void begin_row(bool nul) {
    passed_over_ = false;
    row_has_nul_ = nul;
    any_ = false;
    place_ = period_ = {};
    std::ranges::fill(attributes_, std::string_view{});
  }

  void end_row(std::size_t cells) {
    if (place_.empty() && !any_) return;  // a blank row, or commas only
    if (row_has_nul_) return fault("C313", 0);
    if (cells != plan_.cells.size())
      return out_.faults.add(length_fault(at(0), cells, plan_.cells.size(), place_));
    if (looks_like_note(place_))
      return fault("C320", plan_.place, base::Argument{"text", base::excerpt(place_)});
    if (place_.empty()) return fault("C321", plan_.place);
    if (plan_.period >= 0 && !cells_.missing(period_)) {
      if (!read_period())
        return fault("C322", plan_.period, base::Argument{"cell", base::excerpt(period_)});
      out_.periods.push_back(last_period_);
    } else {
      out_.periods.push_back({});
    }
    out_.places.add(place_);
    for (std::size_t i = 0; i < attributes_.size(); ++i) out_.attributes[i].add(attributes_[i]);
    out_.lines.push_back(line_);
    ++row_;
  }

  bool read_period() {
    if (period_ == last_text_) return true;
    const auto period = parse_period(period_);
    if (!period) return false;
    last_text_ = period_;
    last_period_ = *period;
    return true;
  }

  const DataFile& file_;
  const TablePlan& plan_;
  const CellReader& cells_;
  const LeftOutPlaces& left_out_;
  double* values_;
  double* rounding_;  ///< null: not asked for
  Eigen::Index stride_, capacity_;
  WideRows& out_;
  bool nul_ = false;

  int line_ = 0;
  Eigen::Index row_ = 0;
  bool row_has_nul_ = false;
  bool passed_over_ = false;  ///< the row is left out; its place stands before its values
  bool any_ = false;          ///< whether a cell other than the place has a text
  std::string_view place_, period_;
  std::vector<std::string_view> attributes_;
  std::string last_text_;
  Period last_period_;
};

WideParser::WideParser(const DataFile& file, const TablePlan& plan)
    : file_(file), plan_(plan), left_out_(file.source.leave_out) {}

void WideParser::parse(const Block& block, const WideValues& values, WideRows& out) const {
  out.clear(plan_.attributes.size());
  WideBlockParser(*this, values, out).parse(block);
}

}  // namespace tijian::dataset
