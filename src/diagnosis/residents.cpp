#include "tijian/residents.h"

#include <algorithm>
#include <array>
#include <map>

#include "diagnosis/importance.h"
#include "diagnosis/level.h"
#include "diagnosis/series.h"

namespace tijian {
namespace {

struct FeltName {
  const char *name, *en, *zh;
};

constexpr std::array<FeltName, 5> quadrants{
    {{"", "unknown", "不明"},
     {"both_good", "good, and felt so", "指标与感受都好"},
     {"felt_worse", "felt worse than the figures: perception lags, or quality",
      "感知滞后或质量问题"},
     {"felt_better", "felt better than the figures", "感受好于指标"},
     {"both_poor", "poor, and felt so: first to be put right", "优先治理"}}};

constexpr std::array<FeltName, 5> priorities{
    {{"", "none", "无"},
     {"keep", "keep up", "继续保持"},
     {"concentrate", "concentrate here", "重点改进"},
     {"low_priority", "low priority", "低优先"},
     {"possible_overkill", "possible overkill", "可能过度"}}};

template <class E>
const FeltName& felt_name(const std::array<FeltName, 5>& list, E value) {
  return list[static_cast<std::size_t>(value)];
}

}  // namespace

std::string_view to_string(Quadrant quadrant) { return felt_name(quadrants, quadrant).name; }
std::string_view to_string(Priority priority) { return felt_name(priorities, priority).name; }
Text title(Quadrant quadrant) {
  return {felt_name(quadrants, quadrant).en, felt_name(quadrants, quadrant).zh};
}
Text title(Priority priority) {
  return {felt_name(priorities, priority).en, felt_name(priorities, priority).zh};
}

Quadrant quadrant_of(Light felt, Light objective) {
  if (is_grey(felt) || is_grey(objective)) return Quadrant::unknown;
  const bool felt_good = felt <= Light::yellow;
  if (objective <= Light::yellow) return felt_good ? Quadrant::both_good : Quadrant::felt_worse;
  return felt_good ? Quadrant::felt_better : Quadrant::both_poor;
}

const FeltReading* Residents::find(Index row, int node) const {
  const auto found =
      std::ranges::lower_bound(readings, std::pair{row, node}, {}, [](const FeltReading& reading) {
        return std::pair{reading.row, reading.node};
      });
  return found != readings.end() && found->row == row && found->node == node ? &*found : nullptr;
}

}  // namespace tijian

namespace tijian::diagnosis {
namespace {

class ResidentsReader {
 public:
  ResidentsReader(const Run& run, const Diagnosis& diagnosis)
      : run_(run), diagnosis_(diagnosis), framework_(*run.framework) {
    for (int node = 0; node < static_cast<int>(framework_.nodes.size()); ++node)
      if (framework_.nodes[node].felt_as >= 0) add_item(node);
    if (!items_.empty())
      for (const Indicator& indicator : framework_.indicators)
        ends_.push_back(ends_of(indicator, *run.model.methods));
  }

  Residents read() {
    Residents out;
    std::map<int, std::vector<Index>> peers;
    const std::vector<Index> rows = rows_in(diagnosis_.rows, diagnosis_.period);
    for (const Index row : rows) peers[run_.card.peers[row]].push_back(row);
    for (auto& [group, of_group] : peers) sort_by_place(diagnosis_.rows, of_group);
    for (const auto& [group, of_group] : peers)
      for (Item& item : items_) item.importance[group] = importance(item, of_group);
    for (const Index row : rows) {
      const auto first = static_cast<std::ptrdiff_t>(out.readings.size());
      for (const Item& item : items_) out.readings.push_back(read_one(item, row));
      set_priorities({out.readings.begin() + first, out.readings.end()}, framework_);
    }
    return out;
  }

 private:
  struct Item {
    int node, indicator;
    std::vector<int> others;                ///< the indicators below the node but the item itself
    std::map<int, double> importance = {};  ///< by peers
  };

  void add_item(int node) {
    Item item{node, framework_.nodes[node].felt_as, indicators_below(framework_, node)};
    std::erase(item.others, item.indicator);
    items_.push_back(std::move(item));
  }

  double importance(const Item& item, std::span<const Index> peers) const {
    const int whole = framework_.nodes[0].felt_as;
    if (item.node == 0 || whole < 0) return missing;
    return importance_of(item.indicator, whole, run_.table, framework_, peers);
  }

  FeltReading read_one(const Item& item, Index row) const {
    const ShareReading* share = share_at(diagnosis_, row, item.indicator);
    FeltReading out{row,
                    item.node,
                    item.indicator,
                    run_.table.values(row, item.indicator),
                    share ? share->low : missing,
                    share ? share->high : missing,
                    share ? share->answers : missing,
                    diagnosis_.indicators(row, item.indicator).light,
                    objective(item, row),
                    Quadrant::unknown,
                    item.importance.at(run_.card.peers[row])};
    out.quadrant = quadrant_of(out.felt, out.objective);
    return out;
  }

  Light objective(const Item& item, Index row) const {
    std::vector<Graded> graded;
    for (const int j : item.others) {
      const Light light = diagnosis_.indicators(row, j).light;
      graded.push_back(
          {level_of(framework_.indicators[j], ends_[j], run_.table.values(row, j), light), light,
           j});
    }
    return light_of_category(std::move(graded)).light;
  }

  const Run& run_;
  const Diagnosis& diagnosis_;
  const Framework& framework_;
  std::vector<Item> items_;
  std::vector<std::optional<ScaleEnds>> ends_;  ///< one an indicator
};

void check_diagnosis(const Run& run, const Diagnosis& diagnosis) {
  check(run);
  const Index rows = run.table.rows.size();
  if (run.card.peers.empty()) throw UsageError("what residents say needs a card with details");
  if (diagnosis.rows.size() != rows || diagnosis.indicators.rows() != rows ||
      diagnosis.indicators.cols() != run.table.values.cols())
    throw UsageError("the diagnosis is of other rows or indicators than the run");
}

}  // namespace
}  // namespace tijian::diagnosis

namespace tijian {

Residents residents(const Run& run, const Diagnosis& diagnosis) {
  diagnosis::check_diagnosis(run, diagnosis);
  return diagnosis::ResidentsReader(run, diagnosis).read();
}

}  // namespace tijian
