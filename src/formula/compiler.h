#pragma once
#include <functional>
#include <initializer_list>
#include <span>

#include "base/catalogue.h"
#include "formula/formula.h"
#include "formula/syntax.h"

namespace tijian::formula {

/// Reports a fault at an offset of the formula.
using ReportFault = std::function<void(std::string_view code, std::size_t offset,
                                       std::initializer_list<base::Argument>)>;

/// Binds variables, checks units against `result` and writes the code. Every fault is reported;
/// what follows one that leaves a unit unknown is passed over.
FormulaCode compile_expression(std::string_view text, const Expression&,
                               std::span<const FormulaVariable>, const std::optional<Unit>& result,
                               const ReportFault&);

}  // namespace tijian::formula
