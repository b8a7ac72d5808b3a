#include "dataset/sources_yaml.h"

#include <algorithm>

#include "base/encoding.h"
#include "dataset/cell.h"
#include "framework/confidence.h"
#include "yaml/collection.h"
#include "yaml/either.h"
#include "yaml/record.h"
#include "yaml/scalar.h"

namespace tijian::dataset {
namespace {

using namespace yaml;
using yaml::Node;

Shape<Axis> axis() {
  return choice<Axis>(
      {{"places", Axis::places}, {"periods", Axis::periods}, {"variables", Axis::variables}});
}

/// `down: rows` is no axis: each row says all.
struct Down {
  bool rows = false;
  Axis axis = Axis::places;
};

Shape<Down> down() {
  return converted<Down>(
      one_of({"places", "periods", "variables", "rows"}),
      [](const std::string& found, Down& out) {
        out.rows = found == "rows";
        out.axis = found == "periods"     ? Axis::periods
                   : found == "variables" ? Axis::variables
                                          : Axis::places;
      },
      [](const Down& from) { return from.rows ? "rows" : std::string(to_string(from.axis)); });
}

/// The same shape, of which `look` may say more once it was read without a fault.
template <class T, class Look>
Shape<T> looked_at(const Shape<T>& whole, Look look) {
  return {[whole, look](const Node& node, Reading& reading, T& out) {
            return whole.read(node, reading, out) && look(node, reading, out);
          },
          described_as(whole), written_as(whole)};
}

struct FormDraft {
  Down down;
  std::vector<Axis> across;
};

bool axes_once(const Node& node, Reading& reading, const FormDraft& form) {
  if (form.down.rows && !form.across.empty()) {
    reading.report("Y144", node, {{"first", "down: rows"}, {"second", "across"}});
    return false;
  }
  std::vector<Axis> axes = form.across;
  if (!form.down.rows) axes.push_back(form.down.axis);
  std::ranges::sort(axes);
  const auto twice = std::ranges::adjacent_find(axes);
  if (twice == axes.end()) return true;
  reading.report("Y145", node, {{"found", std::string(to_string(*twice))}});
  return false;
}

Shape<TableForm> form() {
  using F = FormDraft;
  return converted<TableForm>(
      looked_at(
          record<F>({required<F>("down", &F::down, down(),
                                 "what the rows are: places, periods, variables, or rows (long)"),
                     optional<F>("across", &F::across, one_or_more(axis()),
                                 "what the columns are, one or two of them")}),
          axes_once),
      [](FormDraft from, TableForm& out) {
        out = {from.down.rows, from.down.axis, std::move(from.across)};
      },
      [](const TableForm& from) {
        return F{{from.long_rows, from.down}, from.across};
      });
}

using O = ValueOrigin;

Fields<O> origin_fields() {
  return {
      optional<O>("column", &O::column, text(), "the column that says it"),
      optional<O>("is", &O::is, text(), "the same for the whole table"),
      optional<O>("in_name", &O::in_name, text(),
                  "what stands at the star of this pattern of the file's name"),
      optional<O>("in_sheet", &O::in_sheet, text(), "the same of the sheet's name"),
  };
}

/// Of what says it one at most.
Shape<O> origin(const Fields<O>& fields) {
  return looked_at(record<O>(fields), [](const Node& node, Reading& reading, const O&) {
    std::vector<std::string> answers;
    for (const char* key : {"column", "is", "in_name", "in_sheet", "suffix"})
      if (node.find(key)) answers.emplace_back(key);
    if (answers.size() < 2) return true;
    reading.report("Y144", node, {{"first", answers[0]}, {"second", answers[1]}});
    return false;
  });
}

Shape<O> period_origin() {
  Fields<O> fields = origin_fields();
  fields.add(optional<O>("suffix", &O::suffix,
                         choice<O::Suffix>({{"two_digits", O::Suffix::two_digits},
                                            {"four_digits", O::Suffix::four_digits}}),
                         "the year at the end of a column's name: crime10"));
  return origin(fields);
}

Shape<O> variable_origin() {
  Fields<O> fields = origin_fields();
  fields.add(optional<O>("unit", &O::unit, text(), "of what it is, or of what names no unit"));
  return origin(fields);
}

Shape<LeftOut> left_out() {
  using L = LeftOut;
  return record<L>(
      {optional<L>("places", &L::places, one_or_more(text()), "rows of these places: totals"),
       optional<L>("where", &L::where, map(text(), one_or_more(any_text())),
                   "rows where a column says this, or one of these: {备注: 停用}")});
}

Shape<bool> notes() {
  return converted<bool>(
      one_of({"skip"}), [](const std::string&, bool& out) { out = true; },
      [](bool) { return std::string("skip"); });
}

/// What a mark means: a number, or `missing`.
Shape<std::string> meaning() {
  return looked_at(text(), [](const Node& node, Reading& reading, const std::string& found) {
    if (found == "missing" || CellReader().missing(std::string_view(found)) ||
        CellReader().read(found).kind == Cell::Kind::number)
      return true;
    reading.report("Y130", node,
                   {{"found", found}, {"names", Text{"a number, missing", "数字、missing"}}});
    return false;
  });
}

using D = DataSource;

Fields<D> form_fields() {
  std::vector<std::string> encodings;
  for (const std::string_view name : base::encoding_names()) encodings.emplace_back(name);
  encodings.emplace_back("?");  // as it is proposed where nobody can tell
  return {
      optional<D>("sheet", &D::sheet, text(),
                  "of a workbook; left out: the first visible one with a table; all: each"),
      optional<D>("encoding", &D::encoding, one_of(encodings), "how characters are written"),
      optional<D>("separator", &D::separator, one_of({",", ";", "tab", "|"}), "between cells"),
      optional<D>("decimal", &D::decimal, one_of({".", ","}), "the decimal mark"),
      optional<D>("thousands", &D::thousands, one_of({",", ".", " ", "'"}),
                  "what parts groups of three digits"),
      optional<D>("header", &D::header, one_or_more(integer(1, 1000000)),
                  "the line of the header, or lines that are joined"),
      optional<D>("until", &D::until, integer(1, 2000000000), "the last line of the table"),
      optional<D>("notes", &D::skip_notes, notes(), "skip: lines below the table are passed over"),
      optional<D>("layout", &D::layout, form(), "what runs down and what across"),
  };
}

Fields<D> meaning_fields() {
  return {
      optional<D>("place", &D::place, origin(origin_fields()), "where the places are said"),
      optional<D>("period", &D::period, period_origin(), "where the periods are said"),
      optional<D>("variable", &D::variable, variable_origin(), "where the variables are said"),
      optional<D>("rename", &D::rename, map(text(), text()),
                  "columns or variables of the file: to ids or titles"),
      optional<D>("units", &D::units, map(text(), text()), "by column or id"),
      optional<D>("marks", &D::marks, map(text(), meaning()),
                  "cells that mean a number, or missing"),
      optional<D>("leave_out", &D::leave_out, left_out(), "rows that are not read"),
      optional<D>("rank", &D::rank, integer(1, 1000), "1 goes before 2 where both have a value"),
      optional<D>("keeper", &D::keeper, text(), "the department that it comes from"),
      optional<D>("source", &D::source, text(), "of values that name none"),
      optional<D>("confidence", &D::confidence, framework::confidence(),
                  "how sure that source is: seed, cited, derived-..., uncited-..., ..."),
  };
}

}  // namespace

Shape<DataSource> source_shape() {
  Fields<D> fields{
      required<D>("file", &D::file, text(), "relative to this file; a pattern: 年鉴_*.csv")};
  fields.add(form_fields());
  fields.add(meaning_fields());
  const Shape<D> whole = record<D>(fields);
  return {[whole](const Node& node, Reading& reading, D& out) {
            const bool good = whole.read(node, reading, out);
            const Node* name = node.find("file");
            out.where = (name ? *name : node).where();
            if (out.decimal.empty() || out.decimal != out.thousands) return good;
            reading.report("Y146", *node.find("thousands"), {{"found", out.decimal}});
            return false;
          },
          described_as(whole), written_as(whole)};
}

Shape<SourcesDraft> sources_shape() {
  using S = SourcesDraft;
  return record<S>(
      {stated<S>("sources", &S::sources, integer(1, 1), "the version of this form"),
       required<S>("files", &S::files, list(source_shape(), 1), "which files, and how")});
}

}  // namespace tijian::dataset
