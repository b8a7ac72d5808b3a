// Hands matrices to the library and takes them from it: a table filled here, a weighting and an
// imputer of its own, a card that is used again, what was allocated there and freed here.
#include <tijian/tijian.h>

#include <cstdio>
#include <string>
#include <vector>

using namespace tijian;

static Weighting own_weighting() {
  Weighting entry;
  entry.name = "last_only";
  entry.title = "last only";
  entry.formula = entry.literature = "-";
  entry.misleads = "-";
  entry.needs_values = true;
  entry.weigh = [](WeightingData& data, const Choice&) {
    std::vector<double> weights(data.given.size(), 0.0);
    weights.back() = 1;
    return data.values && data.values->array().isFinite().any() ? weights : data.given;
  };
  return entry;
}

static Imputer own_imputer() {
  Imputer entry;
  entry.name = "nine";
  entry.title = "nine";
  entry.formula = entry.literature = "-";
  entry.misleads = "-";
  entry.fit = [](const Matrix<double>& values, const ImputationData&, const Choice&) {
    return Matrix<double>(1, values.cols(), 9);
  };
  return entry;
}

int main(int argc, char* argv[]) try {
  if (argc != 3) return 2;
  const auto methods = std::make_shared<MethodTable>(builtin_methods());
  methods->add(own_weighting());
  methods->add(own_imputer());
  const auto framework = std::make_shared<const Framework>(load_framework_or_throw(argv[1]));
  const std::vector<std::string> files{argv[2]};
  IndicatorTable table = evaluate(*framework, read_dataset_or_throw(files, *framework));
  Matrix<double> values(table.values.rows(), table.values.cols());
  values.array() = table.values.array() + 1;
  table.values = std::move(values);
  table.applicable.assign(table.values.rows(), table.values.cols(), true);
  table.applicable(0, 0) = false;
  Method method = framework->method;
  method.impute = {{"nine", {}}};
  method.weights = {"last_only", {}};
  const Model model = value_or_throw(fit(framework, method, table, methods));
  Scorecard card;
  apply(model, table, {.nodes = Nodes::index}, card);
  apply(model, table, {}, card);
  for (Index row = 0; row < card.rows.size(); ++row)
    for (Index k = 0; k < card.score.cols(); ++k)
      std::printf("%d %.17g %d\n", card.rank(row, k), card.score(row, k), card.flags(row, k));
  std::printf("%.17g\n", card.coverage.array().maxCoeff());
  const Matrix<double> score = card.score.array().transpose();
  const std::vector<int> ranks = rank_within_periods(card.score.column(0), card.rows);
  std::printf("%td %td %d\n", score.rows(), score.cols(), ranks.back());
} catch (const std::exception& error) {
  std::fprintf(stderr, "%s\n", error.what());
  return 1;
}
