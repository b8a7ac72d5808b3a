#include "framework/judgement_check.h"

#include <fmt/format.h>

#include "framework/judgements.h"

namespace tijian::framework {
namespace {

class JudgementCheck {
 public:
  JudgementCheck(const Choice& choice, const Framework& framework, const MethodTable& table,
                 FaultList& faults)
      : choice_(choice), framework_(framework), table_(table), faults_(faults) {}

  void run() {
    const Value* given = choice_.find("matrices");
    if (!given || !given->map()) return;
    const auto inside = faults_.enter("matrices");
    for (const auto& [id, value] : *given->map()) {
      const int found = framework_.find_node(id);
      if (found < 0 || framework_.nodes[found].indicator >= 0) continue;
      const auto of_node = faults_.enter(id);
      judgements(value, framework_.nodes[found]);
    }
  }

 private:
  void judgements(const Value& value, const tijian::Node& node) {
    std::vector<Matrix<double>> given = judgements_of(value);
    if (value.list() && value.list()->empty()) given.emplace_back();
    std::vector<std::string> children;
    for (const int child : node.children) children.push_back(framework_.nodes[child].id);
    if (!sizes(given, node, children)) return;
    for (std::size_t i = 0; i < given.size(); ++i) {
      if (!several_judgements(value)) return judgement(given[i], node, children);
      const auto expert = faults_.enter(i + 1);
      judgement(given[i], node, children);
    }
  }

  /// A row and a column for each child, or as many rows as the weighting wants.
  bool sizes(const std::vector<Matrix<double>>& given, const tijian::Node& node,
             const std::vector<std::string>& children) {
    const std::size_t before = faults_.size();
    const Index columns = std::ssize(children);
    const Index rows = judgement_rows(choice_, table_, columns);
    for (const Matrix<double>& one : given)
      if (one.rows() != rows || one.cols() != columns || !rectangular(one))
        faults_.report("M656", {{"method", choice_.name},
                                {"node", node.id},
                                {"found", size_of(one)},
                                {"size", fmt::format("{} x {}", rows, columns)},
                                {"children", base::joined(children)}});
    return faults_.size() == before;
  }

  void judgement(const Matrix<double>& given, const tijian::Node& node,
                 const std::vector<std::string>& children) {
    WeightingData data;
    data.given.resize(children.size());
    data.names = children;
    for (const Weighting* one : called(choice_, table_)) {
      const auto fault = one->judged && one->fault ? one->fault(data, given) : std::nullopt;
      if (fault) return report(*fault, *one, node);
    }
  }

  void report(const JudgementFault& fault, const Weighting& weighting, const tijian::Node& node) {
    const auto tell = [&] {
      faults_.report("M693",
                     {{"method", weighting.name}, {"node", node.id}, {"reason", fault.what}});
    };
    if (fault.row < 0) return tell();
    const auto row = faults_.enter(static_cast<std::size_t>(fault.row) + 1);
    const auto cell = faults_.enter(static_cast<std::size_t>(fault.column) + 1);
    tell();
  }

  const Choice& choice_;
  const Framework& framework_;
  const MethodTable& table_;
  FaultList& faults_;
};

}  // namespace

void check_judgements(const Choice& choice, const Framework& framework, const MethodTable& table,
                      FaultList& faults) {
  JudgementCheck(choice, framework, table, faults).run();
}

}  // namespace tijian::framework
