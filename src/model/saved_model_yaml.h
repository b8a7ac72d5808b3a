#pragma once
#include <map>
#include <string>
#include <vector>

#include "model/fitted_indicator.h"
#include "tijian/model.h"
#include "yaml/shape.h"

namespace tijian::model {

/// A column of a stratum in a model file.
struct SavedColumn {
  Scale scale;  ///< its knots stand below the document
  int knots = 0;
  Treatment treatment;
  bool constant = false;
};
struct SavedStratum {
  std::string group;
  std::map<std::string, SavedColumn> columns;
};
struct SavedFill {
  int step = 1;  ///< of the imputation
  std::string group;
  std::map<std::string, double> values;
};

/// A model as its file has it, by ids.
struct SavedModel {
  int version = 0;
  std::string checksum, framework, framework_version;
  Method method;
  std::map<std::string, double> weights;
  std::map<std::string, FittedIndicator> indicators;
  std::vector<std::string> mirrored;  ///< categories
  std::vector<Text> notes;
  std::vector<SavedFill> fills;
  std::vector<SavedStratum> strata;
};

inline constexpr int model_format = 2;
yaml::Shape<SavedModel> model_shape(const MethodTable&);

SavedModel to_saved(const Model&);
/// Whether the model was fitted to this framework: M659, M691, M694, M696.
std::vector<Diagnostic> check_saved(const SavedModel&, const Framework&, const std::string& path);
/// The model, after that check.
Model to_model(SavedModel, std::shared_ptr<const Framework>, std::shared_ptr<const MethodTable>);

}  // namespace tijian::model
