#pragma once
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "framework/yaml_document.h"
#include "tijian/framework.h"

namespace tijian {

/// A value function as written: a trajectory may leave its path to the plan.
struct Scoring {
  ValueFunction function = Relative{};
  bool from_plan = false, to_plan = false;  ///< of a trajectory
  Citation where;                           ///< of the value function, where one is written
  std::string path;
};

/// An indicator as written, with what later checks need to cite.
struct IndicatorDraft : Indicator {
  Scoring scoring;
  std::vector<Grade> grades;
  const yaml::Node* node = nullptr;
  std::string path;
};

/// What `from` entries replace in an indicator that they take.
struct Override {
  std::optional<double> weight;
  std::optional<Scoring> scoring;
  std::optional<Plan> plan;
};

/// `{from: ../chaoyang, use: [...], override: {...}}`: indicators or variables of a sibling folder.
struct Borrow {
  struct Use {
    std::string id, tag;  ///< one of them
    const yaml::Node* node = nullptr;
  };
  std::string from;
  std::vector<Use> use;
  std::map<std::string, Override> overrides;
  const yaml::Node* node = nullptr;
  std::string path;
};

struct Draft;

/// A category as written, and the framework's own node.
struct CategoryDraft {
  std::string id;
  Text title;
  double weight = 1;
  std::vector<Grade> grades;
  std::vector<Draft> children;  ///< in the order of the file
  const yaml::Node* node = nullptr;
  std::string path;
};

struct Draft {
  std::variant<CategoryDraft, IndicatorDraft, Borrow> what;
};

/// A variable as written; without a node where it was not written here.
struct VariableDraft : Variable {
  const yaml::Node* node = nullptr;
};

using VariableEntry = std::variant<VariableDraft, Borrow>;

struct FrameworkDraft : CategoryDraft {
  std::string version;
  std::vector<std::string> attributes;
  std::vector<VariableEntry> variables;
  Method method;
};

}  // namespace tijian
