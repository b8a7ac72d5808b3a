// Adds a normaliser of its own to a copy of the methods and scores by it:
//   own_method FRAMEWORK DATA.csv METHOD.yaml
#include <tijian/tijian.h>

#include <algorithm>
#include <cmath>
#include <cstdio>

using namespace tijian;

/// Marks in equal steps, each for as large a part of the places: the method's one entry.
static Normaliser steps() {
  Normaliser entry;
  entry.name = "steps";
  entry.title = {"Equal steps", "等分档"};
  entry.parameters = {
      {"count", Parameter::Kind::number, "5", {}, 2, 100, {"how many steps", "档数"}}};
  entry.formula = "100 ceil(count share)/count, share of the places that are not better";
  entry.literature = "OECD & JRC (2008), step 5: categorical scales";
  entry.misleads = {"Differences within a step vanish, those at its edge grow.",
                    "档内的差距消失，档边的差距被放大。"};
  entry.bounded = entry.needs_values = true;
  entry.fit = [](const Column& column, const Choice& choice) {
    Scale scale;  // plain numbers: what a saved model keeps
    scale.knots.assign(column.sorted.begin(), column.sorted.end());
    scale.factor = column.direction == Direction::lower ? -1 : 1;
    scale.shift = choice.number("count");
    return scale;
  };
  entry.apply = [](const Scale& scale, std::span<const double> x, std::span<double> score) {
    const auto places = static_cast<double>(scale.knots.size()), count = scale.shift;
    for (std::size_t i = 0; i < x.size(); ++i) {
      const auto not_better = std::ranges::count_if(
          scale.knots, [&](double other) { return scale.factor * (x[i] - other) >= 0; });
      const double share = static_cast<double>(not_better) / places;
      score[i] = std::isnan(x[i]) ? x[i] : 100 * std::ceil(count * share - 1e-9) / count;
    }
  };
  return entry;
}

int main(int argc, char* argv[]) try {
  if (argc != 4) return std::fputs("own_method FRAMEWORK DATA.csv METHOD.yaml\n", stderr), 2;
  const auto methods = std::make_shared<MethodTable>(builtin_methods());
  methods->add(steps());

  const auto framework =
      std::make_shared<const Framework>(value_or_throw(load_framework(argv[1], *methods)));
  const Method method = value_or_throw(load_method(argv[3], *framework, *methods));
  const std::vector<std::string> files{argv[2]};
  const IndicatorTable table = evaluate(*framework, read_dataset_or_throw(files, *framework));
  const Scorecard card = apply(value_or_throw(fit(framework, method, table, methods)), table);

  for (int row = 0; row < card.rows.size(); ++row)
    std::printf("%2d. %5.1f  %s\n", card.rank(row, 0), card.score(row, 0),
                card.rows.place_of(row).c_str());
} catch (const InputError& error) {
  std::fprintf(stderr, "%s\n", error.what());  // every problem, with its file and line
  return 1;
}
