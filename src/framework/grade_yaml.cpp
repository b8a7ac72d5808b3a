#include "framework/grade_yaml.h"

#include <limits>

#include "yaml/collection.h"
#include "yaml/either.h"
#include "yaml/record.h"
#include "yaml/text.h"

namespace tijian::framework {
namespace {

using namespace yaml;
using yaml::Node;

constexpr int most_classes = 1000;

bool descending(const Node& node, Reading& reading, const std::vector<Grade>& grades) {
  for (std::size_t i = 1; i < grades.size(); ++i)
    if (!(grades[i].at_least < grades[i - 1].at_least)) {
      reading.report("F231", *node.entries[i].value, {{"id", grades[i].id}});
      return false;
    }
  return true;
}

bool own_ids(const Node& node, Reading& reading, const std::vector<Grade>& grades) {
  for (std::size_t i = 0; i < grades.size(); ++i)
    for (std::size_t j = 0; j < i; ++j)
      if (grades[i].id == grades[j].id) {
        reading.report("F232", *node.entries[i].value, {{"id", grades[i].id}})
            .also.push_back(node.entries[j].value->where());
        return false;
      }
  return true;
}

bool check(const Node& node, Reading& reading, const std::vector<Grade>& grades) {
  const bool ordered = descending(node, reading, grades);
  return own_ids(node, reading, grades) && ordered;
}

Shape<std::vector<Grade>> by_score() {
  return checked(
      list(record<Grade>(
               {required<Grade>("at_least", &Grade::at_least, number(),
                                "the least score of this grade"),
                required<Grade>("id", &Grade::id, identifier(), "stands in scores and files"),
                required<Grade>("title", &Grade::title, localized(),
                                "one text, or a map by language: {zh: ..., en: ...}")}),
           1),
      check);
}

Shape<RankClasses> by_rank() {
  using R = RankClasses;
  return record<R>({required<R>("classes", &R::count, integer(2, most_classes),
                                "how many; 1: the highest scores"),
                    optional<R>("of", &R::of,
                                choice<R::Of>({{"rank/n", R::Of::rank},
                                               {"(rank-1)/n", R::Of::rank_less_1},
                                               {"(rank-1)/(n-1)", R::Of::rank_less_1_of_rest}}),
                                "default rank/n: the first class ends at n/classes")});
}

/// Grades 1 to `count`.
std::vector<Grade> numbered(int count) {
  std::vector<Grade> grades;
  for (int k = 1; k <= count; ++k) {
    const std::string id = std::to_string(k);
    grades.push_back({id, id, std::numeric_limits<double>::quiet_NaN()});
  }
  return grades;
}

}  // namespace

Shape<Grading> grading_shape() {
  return either(
      is_list(),
      converted<Grading>(by_score(), [](std::vector<Grade> grades,
                                        Grading& out) { out.grades = std::move(grades); }),
      of_forms(
          converted<Grading>(by_rank(),
                             [](RankClasses classes, Grading& out) {
                               out = {numbered(classes.count), classes};
                             }),
          {"a list of grades [{at_least: ..., id: ..., title: ...}, ...], or {classes: number}",
           "等级的列表 [{at_least: ..., id: ..., title: ...}, ...]，或 {classes: 个数}"}));
}

}  // namespace tijian::framework
