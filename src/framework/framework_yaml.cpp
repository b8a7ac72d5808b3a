#include "framework/framework_yaml.h"

#include "framework/borrow_yaml.h"
#include "framework/grade_yaml.h"
#include "framework/indicator_yaml.h"
#include "framework/method_yaml.h"
#include "framework/place_yaml.h"
#include "framework/plausible_yaml.h"
#include "framework/reading_rules_yaml.h"
#include "framework/short_title.h"
#include "framework/value_function_yaml.h"
#include "framework/written.h"
#include "yaml/either.h"
#include "yaml/files.h"
#include "yaml/text.h"

namespace tijian::framework {
namespace {

using namespace yaml;
using yaml::Node;

constexpr int format_version = 1;

Files::Opened open_include(const Node& name, Reading& reading) {
  const auto step = reading.enter("file");
  return reading.files().include(name, reading);
}

/// `{file: name.yaml}`: what the shape makes of that file.
template <class T>
Shape<T> include(const Shape<T>& shape) {
  struct Name {
    std::string file;
  };
  const auto name = record<Name>({required<Name>(
      "file", &Name::file, text(), "a file below the framework's folder, relative to this one")});
  return {[=](const Node& node, Reading& reading, T& out) {
            Name read;
            if (!name.read(node, reading, read)) return false;
            const auto opened = open_include(*node.find("file"), reading);
            return opened.root() && shape.read(*opened.root(), reading, out);
          },
          described_as(name)};
}

template <class T>
Shape<T> in_place_or_file(const Shape<T>& shape) {
  return either(has_key("file"), include(shape), shape);
}

template <class What>
Shape<Draft> draft(const Shape<What>& shape) {
  return part<Draft>(shape, [](Draft& out) -> What& { return out.what.emplace<What>(); });
}

// Whether there is anything to go on with: not where a file could not be included.
bool was_read(const Draft& draft) {
  const auto* category = std::get_if<CategoryDraft>(&draft.what);
  return !category || category->node;
}

bool read_children(const Shape<std::vector<Draft>>& items, const Node& node, Reading& reading,
                   std::vector<Draft>& out) {
  std::vector<Draft> read_now;
  const bool good = items.read(node, reading, read_now);
  for (Draft& child : read_now)
    if (was_read(child)) out.push_back(std::move(child));
  return good;
}

// Categories and indicators of one node stand in the order of the file.
template <class T>
Field<T> children(const char* key, const Shape<Draft>& item, const char* about) {
  const auto items = list(item, 1);
  return {key,
          Need::optional,
          about,
          {[items](const Node& node, Reading& reading, T& out) {
             return read_children(items, node, reading, out.children);
           },
           described_as(items)}};
}

template <class T>
Fields<T> tree_fields(const Shape<CategoryDraft>& category, const Shape<Scoring>& scoring) {
  return {
      children<T>("categories", draft(in_place_or_file(category)),
                  "in place or {file: name.yaml}; to any depth"),
      children<T>("indicators",
                  either(has_key("from"), draft(indicators_borrow_shape(scoring)),
                         draft(indicator_shape(scoring))),
                  "in place, or {from: ../sibling, use: [...]}"),
      optional<T>("direction", &T::direction,
                  choice<Direction>({{"higher", Direction::higher}, {"lower", Direction::lower}}),
                  "lower: its parent sees its score mirrored; default higher"),
      optional<T>("felt_as", &T::felt_as, identifier(),
                  "the indicator by which residents say how it is"),
      optional<T>("grades", &T::grading, grading_shape(),
                  "classes of its scores, best first, or of its ranks")};
}

template <class T>
Shape<T> with_tree(Fields<T> fields, const Shape<CategoryDraft>& category,
                   const Shape<Scoring>& scoring) {
  fields.add(tree_fields<T>(category, scoring));
  return written(record(fields));
}

Shape<CategoryDraft> category_definition(const Shape<CategoryDraft>& category,
                                         const Shape<Scoring>& scoring) {
  using C = CategoryDraft;
  return with_tree<C>(
      {required<C>("id", &C::id, identifier(), "unique among categories and indicators"),
       required<C>("title", &C::title, localized(),
                   "one text, or a map by language: {zh: ..., en: ...}"),
       optional<C>("short", &C::short_title, short_title(), short_title_words),
       optional<C>("weight", &C::weight, weight_shape(), "within its parent; default 1")},
      category, scoring);
}

bool supported_version(const Node& node, Reading& reading, int version) {
  if (version == format_version) return true;
  reading.report("F200", node, {{"found", node.text}});
  return false;
}

Field<FrameworkDraft> format_field() {
  const auto version = checked(integer(0, 1'000'000), supported_version);
  return {"tijian",
          Need::required,
          "version of the format: 1",
          {[version](const Node& node, Reading& reading, FrameworkDraft&) {
             int ignored = 0;
             return version.read(node, reading, ignored);
           },
           [](Definitions&) {
             return keywords({{"const", {double{format_version}}}});
           }}};
}

/// `sum`, `mean` or `{mean: variable}`
Shape<Rollup> rollup_shape() {
  using By = Rollup::By;
  return either(
      is_map(),
      converted<Rollup>(record<Rollup>({required<Rollup>("mean", &Rollup::weights, identifier(),
                                                         "a variable to weigh by")}),
                        [](Rollup read, Rollup& out) {
                          out = {By::mean, std::move(read.weights)};
                        }),
      of_forms(converted<Rollup>(choice<By>({{"sum", By::sum}, {"mean", By::mean}}),
                                 [](By by, Rollup& out) { out.by = by; }),
               {"sum, mean, or {mean: variable}", "sum、mean，或 {mean: 变量}"}));
}

Shape<VariableDraft> variable_definition() {
  using V = VariableDraft;
  return written(record<V>(
      {required<V>("id", &V::id, identifier(), "unique among variables"),
       required<V>("title", &V::title, localized(), "a column of the data may carry it"),
       required<V>("unit", &V::unit, text(), "unit of measure; \"1\": a plain number"),
       optional<V>("definition", &V::definition, localized(),
                   "what is counted, of whom, when; one text, or a map by language"),
       optional<V>("keeper", &V::keeper, text(), "the department that keeps the statistic"),
       optional<V>("rollup", &V::rollup, rollup_shape(),
                   "sum, mean or {mean: variable}: from the places whose parent a place is"),
       optional<V>("formula", &V::formula, text(),
                   "with a rollup: over variables, for a place without parts"),
       optional<V>("range", &V::range, plausible_range_shape(),
                   "[low, high]: a value outside is told; ~: no limit on that side"),
       optional<V>("part_of", &V::part_of, identifier(),
                   "a variable that this one is a part of, and never above"),
       optional<V>("breaks", &V::breaks, breaks_shape(), "years in which a new series begins")}));
}

template <class What>
Shape<VariableEntry> variable_entry(const Shape<What>& shape) {
  return part<VariableEntry>(shape,
                             [](VariableEntry& out) -> What& { return out.emplace<What>(); });
}

}  // namespace

Shape<CategoryDraft> category_shape(const MethodTable& methods) {
  return recursive<CategoryDraft>("category", [&](const Shape<CategoryDraft>& within) {
    return category_definition(within, scoring_shape(methods));
  });
}

const Shape<std::vector<VariableEntry>>& variables_shape() {
  static const Shape<std::vector<VariableEntry>> shape =
      list(either(has_key("from"), variable_entry(variables_borrow_shape()),
                  variable_entry(named("variable", variable_definition()))));
  return shape;
}

namespace {

/// The shape of a method is large, and many frameworks have none: it is made where one is read.
Shape<Method> method_where_read(const MethodTable& methods) {
  return {
      [&methods](const Node& node, Reading& reading, Method& out) {
        return method_shape(methods).read(node, reading, out);
      },
      [&methods](Definitions& definitions) { return method_shape(methods).describe(definitions); }};
}

}  // namespace

Shape<FrameworkDraft> framework_shape(const MethodTable& methods) {
  using F = FrameworkDraft;
  return with_tree<F>(
      {format_field(), required<F>("framework", &F::id, identifier(), "the index's id"),
       optional<F>("version", &F::version, text(), "of the framework"),
       required<F>("title", &F::title, localized(),
                   "one text, or a map by language: {zh: ..., en: ...}"),
       optional<F>("short", &F::short_title, short_title(), short_title_words),
       optional<F>("attributes", &F::attributes, list(attribute_shape()),
                   "text columns of the data and of the list of places, for grouping"),
       optional<F>("places", &F::places, places_shape(),
                   "which places are expected: {file: places.csv}"),
       optional<F>("peers", &F::peers, peers_shape(),
                   "an attribute: places of one value of it are compared with each other"),
       optional<F>("method", &F::method, method_where_read(methods), "default choices"),
       optional<F>("diagnosis", &F::diagnosis, diagnosis_shape(), "how indicators are read"),
       optional<F>("variables", &F::variables, in_place_or_file(variables_shape()),
                   "in place or {file: variables.yaml}")},
      category_shape(methods), scoring_shape(methods));
}

}  // namespace tijian::framework
