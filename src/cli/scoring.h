#pragma once
#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "cli/session.h"

namespace tijian {

/// The arguments of every command that scores data.
struct ScoringOptions {
  std::string framework;
  std::vector<std::string> data;
  std::string method, model;
};
void add_scoring_options(CLI::App&, ScoringOptions&, Language);

/// A whole run. The dataset is kept only for those who ask for the sources of values.
struct Scored {
  std::shared_ptr<const Framework> framework;
  Dataset data;
  IndicatorTable table;
  Model model;
  Scorecard card;
};
enum class KeepData { no, yes };
Scored score_data(Session&, const ScoringOptions&, Nodes = Nodes::all, KeepData = KeepData::no);

}  // namespace tijian
