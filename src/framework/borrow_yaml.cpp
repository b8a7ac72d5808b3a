#include "framework/borrow_yaml.h"

#include "framework/indicator_yaml.h"
#include "framework/value_function_yaml.h"
#include "framework/written.h"
#include "yaml/either.h"

namespace tijian::framework {
namespace {

using namespace yaml;
using yaml::Node;

Shape<Borrow::Use> by_id() {
  return written(converted<Borrow::Use>(
      identifier(), [](std::string id, Borrow::Use& out) { out.id = std::move(id); }));
}

Shape<Borrow::Use> by_tag() {
  return written(record<Borrow::Use>(
      {required<Borrow::Use>("tag", &Borrow::Use::tag, text(), "all indicators with this tag")}));
}

Shape<Override> override_shape(const Shape<Scoring>& scoring) {
  return record<Override>(
      {optional<Override>("weight", &Override::weight, weight_shape(), "in place of the sibling's"),
       optional<Override>("score", &Override::scoring, scoring, "the whole value function"),
       optional<Override>("plan", &Override::planning, planning_shape(), "the whole plan")});
}

Field<Borrow> from() {
  return required<Borrow>("from", &Borrow::from, text(),
                          "a sibling folder that holds a framework.yaml, such as ../chaoyang");
}

}  // namespace

Shape<Borrow> indicators_borrow_shape(const Shape<Scoring>& scoring) {
  return written(record<Borrow>(
      {from(),
       required<Borrow>("use", &Borrow::use, list(either(is_map(), by_tag(), by_id()), 1),
                        "ids, or {tag: ...}, of the sibling's indicators"),
       optional<Borrow>("override", &Borrow::overrides, map(identifier(), override_shape(scoring)),
                        "id: {weight, score, plan}, each in place of the sibling's")}));
}

const Shape<Borrow>& variables_borrow_shape() {
  static const Shape<Borrow> shape =
      written(record<Borrow>({from(), required<Borrow>("use", &Borrow::use, list(by_id(), 1),
                                                       "ids of the sibling's variables")}));
  return shape;
}

}  // namespace tijian::framework
