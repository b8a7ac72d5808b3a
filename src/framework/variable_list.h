#pragma once
#include <map>
#include <string>
#include <vector>

#include "framework/draft.h"

namespace tijian::framework {

class Borrowing;

/// The variables of a framework while it is put together: its own, those that come along with
/// indicators of siblings, and those that indicators without a formula stand for.
class VariableList {
 public:
  explicit VariableList(std::vector<Diagnostic>& diagnostics) : diagnostics_(diagnostics) {}

  /// The framework's own list.
  void declare(const std::vector<VariableEntry>&, Borrowing&);
  /// One that comes from a sibling, by an entry at `where`.
  void borrow(const Variable&, const Citation& where, const std::string& path);
  /// For an indicator without a formula: the variable of its id, declared if need be.
  void declare_for(IndicatorDraft&);

  const std::vector<VariableDraft>& all() const { return variables_; }

 private:
  void add(const VariableDraft&);
  void check_titles(const Variable&);

  std::vector<Diagnostic>& diagnostics_;
  std::vector<VariableDraft> variables_;
  std::map<std::string, std::size_t, std::less<>> by_id_;
  std::map<std::string, std::size_t, std::less<>> by_title_;
};

}  // namespace tijian::framework
