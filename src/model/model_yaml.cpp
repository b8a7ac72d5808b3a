#include <algorithm>

#include "base/catalogue.h"
#include "base/output_file.h"
#include "model/check_model.h"
#include "model/checksum.h"
#include "model/knots.h"
#include "model/saved_model_yaml.h"
#include "model/scoring_plan.h"
#include "tijian/model.h"
#include "yaml/files.h"

namespace tijian::model {
namespace {

/// The document, and the knots below it, which are too many for a YAML parser.
struct Parts {
  std::string_view document, knots;
};
constexpr std::string_view knots_below = "\n---";

Parts parts_of(std::string_view text) {
  const std::size_t end = text.find(knots_below);
  if (end == text.npos) return {text, text.substr(text.size())};
  const std::size_t line_end = std::min(text.find('\n', end + 1), text.size() - 1);
  return {text.substr(0, end + 1), text.substr(line_end + 1)};
}

std::string to_text(const Model& model) {
  const SavedModel saved = to_saved(model);
  std::string text = model_shape(*model.methods).write(saved).block();
  if (const std::string knots = write_knots(saved); !knots.empty())
    text += "--- # knots: a line for each column that has some, in the order above\n" + knots;
  return with_checksum(std::move(text));
}

std::vector<Diagnostic> unwritable(const Model& model) {
  std::vector<Diagnostic> faults = check_model(model);
  if (!faults.empty()) return faults;
  const ScoringPlan plan = plan_scoring(*model.framework, model.method, *model.methods);
  if (auto fault = unsavable(plan, *model.framework, model.method)) faults.push_back(*fault);
  return faults;
}

/// One reading of a model file.
class ModelReading {
 public:
  ModelReading(std::string_view text, const std::string& name) : text_(text), name_(name) {}

  Loaded<Model> read(std::shared_ptr<const Framework> framework,
                     std::shared_ptr<const MethodTable> methods) {
    const Parts parts = parts_of(text_);
    document_ = yaml::parse(name_, std::string(parts.document), diagnostics_);
    SavedModel saved;
    if (document_->root && known_format()) read_document(*methods, saved);
    if (good()) add(check_saved(saved, *framework, name_));
    if (good()) add(read_knots(parts.knots, saved, name_, line_of(parts.knots)));
    Loaded<Model> result;
    if (good()) {
      Model model = to_model(std::move(saved), std::move(framework), std::move(methods));
      add(placed(unwritable(model)));
      if (good() && !checksum_fits(text_)) add({base::make_diagnostic("M697", {name_})});
      if (good()) result.value = std::move(model);
    }
    result.diagnostics = std::move(diagnostics_);
    return result;
  }

 private:
  bool good() const { return !has_errors(diagnostics_); }

  void add(std::vector<Diagnostic> more) {
    for (Diagnostic& one : more) diagnostics_.push_back(std::move(one));
  }

  bool known_format() {
    const yaml::Node* found = document_->root->find("tijian_model");
    const std::string expected = std::to_string(model_format);
    if (!found || found->text == expected) return true;
    add({base::make_diagnostic("M699", found->where(),
                               {{"found", found->text}, {"expected", expected}})});
    return false;
  }

  void read_document(const MethodTable& methods, SavedModel& saved) {
    yaml::Files files;
    yaml::Reading reading(diagnostics_, files);
    model_shape(methods).read(*document_->root, reading, saved);
    files.sort(diagnostics_);
  }

  int line_of(std::string_view part) const {
    return static_cast<int>(std::count(text_.data(), part.data(), '\n')) + 1;
  }

  /// Faults of a model's parts, each where its part stands in the file.
  std::vector<Diagnostic> placed(std::vector<Diagnostic> faults) const {
    for (Diagnostic& fault : faults)
      fault.where = yaml::at_path(*document_->root, fault.in).where();
    return faults;
  }

  std::string_view text_;
  const std::string& name_;
  std::vector<Diagnostic> diagnostics_;
  std::unique_ptr<yaml::Document> document_;
};

Loaded<Model> read_model(std::string_view text, const std::string& name,
                         std::shared_ptr<const Framework> framework,
                         std::shared_ptr<const MethodTable> methods) {
  if (!framework) throw UsageError("there is no framework to read a model for");
  if (methods) tijian::check(*methods);
  if (!methods) methods = {&builtin_methods(), [](auto*) {}};
  return ModelReading(text, name).read(std::move(framework), std::move(methods));
}

}  // namespace

}  // namespace tijian::model

namespace tijian {

Loaded<std::string> to_yaml(const Model& model) {
  std::vector<Diagnostic> faults = model::unwritable(model);
  if (!faults.empty()) return {std::nullopt, std::move(faults)};
  return {model::to_text(model), {}};
}

Loaded<Model> parse_model(std::string_view text, std::shared_ptr<const Framework> framework,
                          std::shared_ptr<const MethodTable> methods) {
  return model::read_model(text, "model", std::move(framework), std::move(methods));
}

std::vector<Diagnostic> save_model(const Model& model, const std::string& path) {
  const Loaded<std::string> text = to_yaml(model);
  if (!text) return text.diagnostics;
  try {
    base::write_file(path, *text);
  } catch (const InputError& error) {
    return error.diagnostics();
  }
  return {};
}

Loaded<Model> load_model(const std::string& path, std::shared_ptr<const Framework> framework,
                         std::shared_ptr<const MethodTable> methods) {
  std::vector<Diagnostic> diagnostics;
  const std::optional<std::string> text = yaml::read_bytes(path, diagnostics);
  if (!text) return {std::nullopt, std::move(diagnostics)};
  return model::read_model(*text, path, std::move(framework), std::move(methods));
}

}  // namespace tijian
