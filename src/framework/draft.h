#pragma once
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "tijian/framework.h"
#include "yaml/document.h"

namespace tijian::framework {

/// Where something was written, for later messages.
struct Written {
  const yaml::Node* node = nullptr;  ///< null where it was not written at all
  std::string path;                  ///< inside its document
  bool good = true;                  ///< false where faults of it were reported
};

/// A value function as written: it may leave parameters to the plan. Nothing: relative, maybe with
/// a normaliser of its own.
struct Scoring : Written {
  std::optional<Choice> function, normalise;
};

struct Planning : Written {
  std::optional<Plan> plan;
};

/// Grades by score, or classes by rank.
struct Grading {
  std::vector<Grade> grades;
  std::optional<RankClasses> classes;
};

struct IndicatorDraft : Indicator, Written {
  Text short_title;
  Scoring scoring;
  Planning planning;
  Grading grading;
};

/// What `from` entries replace in an indicator that they take.
struct Override {
  std::optional<double> weight;
  std::optional<Scoring> scoring;
  std::optional<Planning> planning;
};

/// `{from: ../chaoyang, use: [...], override: {...}}`: indicators or variables of a sibling folder.
struct Borrow : Written {
  struct Use : Written {
    std::string id, tag;  ///< one of them
  };
  std::string from;
  std::vector<Use> use;
  std::map<std::string, Override> overrides;
};

struct Draft;

/// A category as written, and the framework's own node.
struct CategoryDraft : Written {
  std::string id;
  Text title, short_title;
  double weight = 1;
  Direction direction = Direction::higher;
  Grading grading;
  std::string felt_as;          ///< the id of an indicator; empty: none
  std::vector<Draft> children;  ///< in the order of the file
};

struct Draft {
  std::variant<CategoryDraft, IndicatorDraft, Borrow> what;
};

/// A variable as written; without a node where it came from elsewhere.
struct VariableDraft : Variable, Written {};

using VariableEntry = std::variant<VariableDraft, Borrow>;

struct AttributeDraft : PlaceAttribute, Written {};

/// `places: {file: places.csv}`; an empty path where there is none to read.
struct PlacesDraft {
  std::string path;
};

struct FrameworkDraft : CategoryDraft {
  std::string version;
  std::vector<AttributeDraft> attributes;
  PlacesDraft places;
  Peers peers;
  std::vector<VariableEntry> variables;
  Method method;
  DiagnosisRules diagnosis;
};

}  // namespace tijian::framework
