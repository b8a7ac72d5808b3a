#include "formula/formula.h"

#include <algorithm>

#include "base/catalogue.h"
#include "formula/compiler.h"
#include "formula/syntax.h"

namespace tijian::formula {
namespace {

using Op = Instruction::Op;

constexpr std::size_t longest_text = 10000;

// The place of an offset; text of several lines has lost its line breaks, or its indentation.
Citation place_in(Citation where, std::string_view text, std::size_t offset) {
  if (where.column == 0 || text.find('\n') != text.npos) return where;
  for (const char c : text.substr(0, offset))
    where.column += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  return where;
}

int pushed(Op op) {
  if (op <= Op::variable) return 1;
  if (op <= Op::sqrt || op >= Op::lag) return 0;
  return op <= Op::max ? -1 : -2;
}

}  // namespace

Formula::Formula(std::string text, FormulaCode code)
    : text_(std::move(text)), code_(std::move(code)) {
  int size = 0;
  for (const Instruction& step : code_) {
    size += pushed(step.op);
    stack_size_ = std::max(stack_size_, size);
    looks_back_ |= step.op == Op::lag || step.op == Op::at;
    if (step.op == Op::variable) variables_.push_back(step.index);
  }
  std::ranges::sort(variables_);
  variables_.erase(std::unique(variables_.begin(), variables_.end()), variables_.end());
}

int Formula::bare_variable() const {
  const bool bare = code_.front().op == Op::variable &&
                    std::ranges::all_of(code_.begin() + 1, code_.end(),
                                        [](const auto& step) { return step.op == Op::convert; });
  return bare ? code_.front().index : -1;
}

std::shared_ptr<const Formula> Formula::compile(std::string_view text,
                                                std::span<const FormulaVariable> variables,
                                                const std::optional<Unit>& result, Citation where,
                                                const std::string& in,
                                                std::vector<Diagnostic>& diagnostics) {
  bool good = true;
  const ReportFault report = [&](std::string_view code, std::size_t offset,
                                 std::initializer_list<base::Argument> arguments) {
    good = false;
    diagnostics.push_back(
        base::make_diagnostic(code, place_in(where, text, offset), arguments, in));
  };
  if (text.size() > longest_text) {
    report("F259", 0, {});
    return {};
  }
  const auto [tree, fault] = parse_formula(text);
  if (!tree && fault.too_deep) report("F259", fault.offset, {});
  if (!tree && !fault.too_deep)
    report("F251", fault.offset,
           {{"found", fault.found}, {"expected", fault.expected}, {"hint", fault.hint}});
  if (!tree) return {};
  FormulaCode code = compile_expression(text, *tree, variables, result, report);
  if (!good) return {};
  return std::shared_ptr<const Formula>(new Formula(std::string(text), std::move(code)));
}

}  // namespace tijian::formula
