#pragma once
#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "session.h"

namespace tijian::cli {

/// The arguments of every command that scores data.
struct ScoringOptions {
  std::string framework;
  std::vector<std::string> data;
  std::string method, model;
};
void add_scoring_options(CLI::App&, ScoringOptions&, report::Language);
/// The same for commands that fit the method themselves: they take no saved model.
void add_fitting_options(CLI::App&, ScoringOptions&, report::Language);

/// What is scored. The dataset is kept only for those who ask for the inputs of values.
struct Subject {
  std::shared_ptr<const Framework> framework;
  Method method;
  Dataset data;
  IndicatorTable table;
};
/// The framework and the method, without data.
Subject subject_of(Session&, const std::string& framework, const std::string& method);
/// Its data. `also`: a variable that another method weighs places by.
void read_data(Session&, const std::vector<std::string>& data, Subject&,
               const std::string& also = {});
/// The framework's own method, over which the file's keys go where one is named.
Method read_method(Session&, const std::string& path, const Framework&);

/// Where what was looked up in the data is missing: their file, where it is one.
Citation where_of(const std::vector<std::string>& data);

/// What a person should know of a method's weights (Model::notes), such as how consistent
/// judgements are.
std::vector<std::string> notes_of(const std::vector<Text>&, report::Language);

/// Whether a run keeps its dataset, and how its values were rounded.
enum class KeepData { no, yes, rounding };
/// A whole run.
Run score_data(Session&, const ScoringOptions&, Nodes = Nodes::all, KeepData = KeepData::no);

}  // namespace tijian::cli
