#include "framework/part_check.h"

#include <algorithm>

#include "base/catalogue.h"

namespace tijian::framework {
namespace {

class PartCheck {
 public:
  PartCheck(const std::vector<VariableDraft>& variables,
            const std::vector<formula::FormulaVariable>& units,
            std::vector<Diagnostic>& diagnostics)
      : variables_(variables), units_(units), diagnostics_(diagnostics) {}

  void run() {
    for (const VariableDraft& part : variables_)
      if (!part.part_of.empty()) check(part);
  }

 private:
  void check(const VariableDraft& part) {
    const VariableDraft* whole = find(part.part_of);
    if (!whole) {
      if (part.node) report_unknown(part);
      return;
    }
    const auto &of_part = unit(part), &of_whole = unit(*whole);
    if (of_part && of_whole && !of_part->to(*of_whole))
      report(part, "F281", {{"part", part.unit}, {"id", whole->id}, {"whole", whole->unit}});
    if (const std::string circle = circle_from(part); !circle.empty())
      report(part, "F282", {{"id", part.id}, {"circle", circle}});
  }

  const VariableDraft* find(const std::string& id) const {
    const auto found = std::ranges::find(variables_, id, &Variable::id);
    return found == variables_.end() ? nullptr : &*found;
  }

  const std::optional<formula::Unit>& unit(const VariableDraft& variable) const {
    return units_[&variable - variables_.data()].unit;
  }

  /// `a → b → a` where the wholes lead back to the part; else empty.
  std::string circle_from(const VariableDraft& part) const {
    std::vector<std::string> way{part.id};
    const VariableDraft* at = find(part.part_of);
    for (std::size_t steps = 0; at && steps < variables_.size(); ++steps) {
      way.push_back(at->id);
      if (at == &part) return base::joined(way, " → ");
      at = find(at->part_of);
    }
    return {};
  }

  void report_unknown(const VariableDraft& part) {
    std::vector<std::string> ids;
    for (const VariableDraft& variable : variables_) ids.push_back(variable.id);
    report(part, "F280", {{"id", part.id}, {"found", part.part_of}});
    base::suggest(diagnostics_.back(), part.part_of, ids);
  }

  void report(const VariableDraft& part, std::string_view code,
              std::initializer_list<base::Argument> arguments) {
    const yaml::Node* node = part.node ? part.node->find("part_of") : nullptr;
    diagnostics_.push_back(base::make_diagnostic(code, node ? node->where() : part.where, arguments,
                                                 part.id + ".part_of"));
  }

  const std::vector<VariableDraft>& variables_;
  const std::vector<formula::FormulaVariable>& units_;
  std::vector<Diagnostic>& diagnostics_;
};

}  // namespace

void check_parts(const std::vector<VariableDraft>& variables,
                 const std::vector<formula::FormulaVariable>& units,
                 std::vector<Diagnostic>& diagnostics) {
  PartCheck(variables, units, diagnostics).run();
}

}  // namespace tijian::framework
