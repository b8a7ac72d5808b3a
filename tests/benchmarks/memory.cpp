// Fits and scores 1,000,000 x 134 once, categories and index: whole_program.py looks at the peak of
// memory, which is to be little more than the table's own.
#include "made_up.h"

using namespace tijian;
using namespace tijian::benchmarks;

int main() {
  const auto framework = std::make_shared<const Framework>(made_up_framework(134, 13));
  const IndicatorTable table = made_up_table(1'000'000, 134);
  const Model model = value_or_throw(fit(framework, {}, table));
  return apply(model, table, {Nodes::categories, false}).score(0, 0) > 0 ? 0 : 1;
}
