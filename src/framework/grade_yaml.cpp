#include "framework/grade_yaml.h"

#include "yaml/collection.h"
#include "yaml/record.h"
#include "yaml/text.h"

namespace tijian::framework {
namespace {

using namespace yaml;
using yaml::Node;

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

}  // namespace

Shape<std::vector<Grade>> grades_shape() {
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

}  // namespace tijian::framework
