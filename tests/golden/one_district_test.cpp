// One district, one year: the answer that an office asks for. On synthetic data.
#include <catch2/catch.hpp>
#include <cmath>
#include <functional>
#include <map>
#include <set>

#include "run_program.h"
#include "scored.h"

using namespace tijian;
using namespace tijian_tests;

namespace {

/// The lines of the generated district for which `keep(place, period)` holds.
Scored scored(const std::function<bool(const std::string&, const std::string&)>& keep) {
  const Outcome made = run_in(TIJIAN_ROOT, quoted(TIJIAN_SYNTHETIC) + " examples/synthetic");
  REQUIRE(made.exit == 0);
  std::string text;
  for (const std::string& line : lines_of(made.out)) {
    const auto first = line.find(','), second = line.find(',', first + 1);
    if (text.empty() || keep(line.substr(0, first), line.substr(first + 1, second - first - 1)))
      text += line + '\n';
  }
  const TemporaryFolder folder;
  write_file(folder.path() + "/synthetic.csv", text);
  return Scored("indicators/chaoyang", {folder.path() + "/synthetic.csv"});
}

const std::string the_district = "朝阳区";

}  // namespace

TEST_CASE("the district alone, this year alone, has an index and says what it rests on") {
  const Scored alone = scored([](const std::string& place, const std::string& period) {
    return place == the_district && period == "2022";
  });
  REQUIRE(alone.card.rows.size() == 1);
  CHECK(std::isfinite(alone.card.score(0, 0)));
  int categories = 0, scored_below = 0, of = 0;
  for (std::size_t k = 1; k < alone.card.nodes.size(); ++k) {
    const Node& node = alone.framework->nodes[alone.card.nodes[k]];
    if (node.indicator >= 0 || node.parent != 0) continue;
    const int own = alone.card.coverage_column[k];
    const bool has_score = std::isfinite(alone.card.score(0, static_cast<Index>(k)));
    categories += has_score;
    if (has_score) CHECK(alone.card.scored(0, own) >= 2);  // min_indicators
    if (has_score) scored_below += alone.card.scored(0, own);
    of += alone.card.of(0, own);
  }
  CHECK(categories >= 10);
  CHECK(alone.card.scored(0, 0) == scored_below);
  CHECK(alone.card.of(0, 0) == of);
  CHECK(of == 129);  // five of the 134 are shown only: their weight is 0
  // Nothing unsaid: whatever has a value and no score is marked.
  for (std::size_t j = 0; j < alone.framework->indicators.size(); ++j) {
    const auto column = static_cast<Index>(alone.card.column(alone.framework->node_of(int(j))));
    if (std::isnan(alone.card.value(0, Index(j))) || std::isfinite(alone.card.score(0, column)))
      continue;
    CAPTURE(alone.framework->indicators[j].id);
    CHECK((alone.card.flags(0, column) & flag_unscored) != 0);
  }
}

TEST_CASE("every street's scores and ranks are the same with the district and without it") {
  const Scored with = scored([](const auto&, const auto&) { return true; });
  const Scored without =
      scored([](const std::string& place, const auto&) { return place != the_district; });
  REQUIRE(with.card.rows.size() == without.card.rows.size() + 6);
  long different = 0;
  for (Index row = 0; row < without.card.rows.size(); ++row) {
    const Index other =
        with.card.rows.find(without.card.rows.place_of(row), without.card.rows.period[row]);
    REQUIRE(other >= 0);
    for (Index k = 0; k < without.card.score.cols(); ++k) {
      const double a = without.card.score(row, k), b = with.card.score(other, k);
      different += !(a == b || (std::isnan(a) && std::isnan(b)));
      different += without.card.rank(row, k) != with.card.rank(other, k);
    }
  }
  CHECK(different == 0);
}

TEST_CASE("no two capped places share a rank") {
  const Scored all = scored([](const auto&, const auto&) { return true; });
  std::map<std::pair<int, int>, std::set<double>> uncapped_by_rank;
  int capped = 0;
  for (Index row = 0; row < all.card.rows.size(); ++row) {
    if (!(all.card.flags(row, 0) & flag_capped)) continue;
    ++capped;
    auto& seen = uncapped_by_rank[{all.card.peers[row], all.card.rank(row, 0)}];
    seen.insert(all.card.uncapped(row, 0));
    CHECK(seen.size() == 1);
  }
  CHECK(capped > 5);
  CHECK(uncapped_by_rank.size() == static_cast<std::size_t>(capped));
}
