// Any bytes as a data file: read, evaluated, fitted and scored. Every score lies in 0..100.
#include <cmath>

#include "fuzz.h"
#include "tijian/tijian.h"

namespace {

void check_scores(const tijian::Scorecard& card) {
  for (tijian::Index node = 0; node < card.score.cols(); ++node)
    for (const double score : card.score.column(node))
      if (!std::isnan(score) && !(score >= 0 && score <= 100)) std::abort();
}

void score(const tijian::Framework& framework, const tijian::Dataset& dataset) {
  const auto table = tijian::evaluate(framework, dataset);
  const auto model = tijian::fit(framework, framework.method, table);
  tijian_fuzz::check_loaded(model);
  if (model) check_scores(tijian::apply(*model, table));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const auto framework =
      tijian::load_framework_or_throw(TIJIAN_ROOT "/tests/fuzz/framework.yaml");
  static const tijian_fuzz::InputFile file("data.csv");
  file.write(data, size);
  const std::vector<std::string> paths{file.path()};
  const auto loaded = tijian::read_dataset(paths, framework);
  tijian_fuzz::check_loaded(loaded);
  if (loaded) score(framework, *loaded);
  return 0;
}
