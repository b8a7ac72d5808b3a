#include "formula/compiler.h"

#include <algorithm>
#include <string>

#include "base/catalogue.h"
#include "formula/constant.h"
#include "formula/function.h"

namespace tijian::formula {
namespace {

using Op = Instruction::Op;

constexpr std::size_t longest_code = 20000;  // change(change(...)) doubles with each level

// Nothing where it is unknown, because of a fault that was reported elsewhere.
using Known = std::optional<Unit>;

Op comparison_of(std::string_view sign) {
  if (sign == "<") return Op::less;
  if (sign == "<=") return Op::at_most;
  if (sign == ">") return Op::more;
  if (sign == ">=") return Op::at_least;
  return sign == "==" ? Op::equal : Op::differs;
}

class Compiler {
 public:
  Compiler(std::string_view text, std::span<const FormulaVariable> variables,
           const ReportFault& report)
      : text_(text), variables_(variables), report_(report) {}

  FormulaCode compile(const Expression& tree, const Known& result) {
    const Known unit = expression(tree);
    if (unit && result && !convert(*unit, *result))
      report_("F255", tree.begin,
              {{"found", unit->to_string()}, {"expected", result->to_string()}});
    if (code_.size() > longest_code) report_("F259", tree.begin, {});
    return std::move(code_);
  }

 private:
  Known expression(const Expression& e) {
    if (code_.size() > longest_code) return {};
    switch (e.kind) {
      case Expression::Kind::number:
        return number(e);
      case Expression::Kind::variable:
        return variable(e);
      case Expression::Kind::negation:
        return through(Op::negate, e.arguments[0]);
      case Expression::Kind::operation:
        return operation(e);
      case Expression::Kind::call:
        return call(e);
    }
    return {};
  }

  /// A number may carry its unit: 1.5 [万人/平方公里]
  Known number(const Expression& e) {
    code_.push_back({Op::number, 0, e.number});
    if (e.unit.empty()) return Unit{};
    const Known unit = Unit::parse(e.unit);
    if (!unit) report_("F205", e.offset, {{"found", std::string(e.unit)}});
    return unit;
  }

  Known variable(const Expression& e) {
    const auto found = std::ranges::find(variables_, e.name, &FormulaVariable::id);
    if (found == variables_.end()) {
      unknown_variable(e);
      return {};
    }
    code_.push_back({Op::variable, static_cast<int>(found - variables_.begin())});
    return found->unit;
  }

  void unknown_variable(const Expression& e) {
    std::vector<std::string> ids;
    for (const auto& variable : variables_) ids.push_back(variable.id);
    report_("F250", e.offset, {{"found", std::string(e.name)}, {"hint", likeliest(e, ids)}});
  }

  static Text likeliest(const Expression& e, std::span<const std::string> names) {
    const Text hint = base::did_you_mean(e.name, names);
    if (!hint.empty()) return hint;
    return {"variables are declared in the framework's variables", "变量在框架的 variables 中声明"};
  }

  // An operation on one number that keeps its unit.
  Known through(Op op, const Expression& argument) {
    const Known unit = expression(argument);
    code_.push_back({op});
    return unit;
  }

  Known operation(const Expression& e) {
    const Expression &left = e.arguments[0], &right = e.arguments[1];
    if (e.name == "^") return power(e);
    const Known first = expression(left);
    if (e.name == "*" || e.name == "/") {
      const Known second = expression(right);
      code_.push_back({e.name == "*" ? Op::multiply : Op::divide});
      if (!first || !second) return {};
      return e.name == "*" ? *first * *second : *first / *second;
    }
    const Known both = alike(e, left, first, right);
    if (e.name == "+" || e.name == "-") {
      code_.push_back({e.name == "+" ? Op::add : Op::subtract});
      return both;
    }
    code_.push_back({comparison_of(e.name)});
    return Unit{};
  }

  // Compiles `next` and converts it to the unit of `first`; nothing where they do not fit.
  Known alike(const Expression& e, const Expression& first, const Known& unit,
              const Expression& next) {
    const Known other = expression(next);
    if (!unit || !other) return {};
    if (convert(*other, *unit)) return unit;
    report_("F254", e.offset,
            {{"sign", std::string(e.name)},
             {"left", written(first)},
             {"left_unit", unit->to_string()},
             {"right", written(next)},
             {"right_unit", other->to_string()}});
    return {};
  }

  Known power(const Expression& e) {
    const Expression &base = e.arguments[0], &exponent = e.arguments[1];
    const Known unit = expression(base);
    if (!unit || unit->plain()) {
      if (unit) convert(*unit, Unit{});
      plain(e, exponent);
      code_.push_back({Op::power});
      return unit ? Known(Unit{}) : Known();
    }
    const auto constant = constant_of(exponent);
    const Known raised = constant ? unit->power(*constant) : Known();
    if (!raised)
      report_("F257", exponent.begin, {{"base", written(base)}, {"unit", unit->to_string()}});
    expression(exponent);
    code_.push_back({Op::power});
    return raised;
  }

  // Compiles an expression that must be a plain number, and converts it to one: % to 1.
  void plain(const Expression& e, const Expression& argument) {
    const Known unit = expression(argument);
    if (unit && !convert(*unit, Unit{}))
      report_("F256", argument.begin,
              {{"function", std::string(e.name)},
               {"argument", written(argument)},
               {"unit", unit->to_string()}});
  }

  Known call(const Expression& e) {
    const FormulaFunction* function = find_function(e.name);
    const int count = static_cast<int>(e.arguments.size());
    if (!function) {
      const auto names = function_names();
      report_("F252", e.offset,
              {{"found", std::string(e.name)},
               {"names", base::joined(names)},
               {"hint", function_hint(e, names)}});
    } else if (count < function->least || count > function->most) {
      report_("F253", e.offset,
              {{"function", std::string(e.name)},
               {"found", std::to_string(count)},
               {"usage", std::string(function->usage)}});
    } else {
      return call(*function, e);
    }
    for (const Expression& argument : e.arguments) expression(argument);  // for their own faults
    return {};
  }

  // What other programs call it, else the nearest name.
  static Text function_hint(const Expression& e, std::span<const std::string> names) {
    static constexpr std::pair<std::string_view, std::string_view> elsewhere[] = {
        {"ln", "log(x)"},
        {"log10", "log(x) / log(10)"},
        {"avg", "mean(x, y, ...)"},
        {"average", "mean(x, y, ...)"},
        {"pow", "x^y"},
        {"power", "x^y"},
        {"iif", "if(condition, x, y)"}};
    for (const auto& [name, ours] : elsewhere)
      if (e.name == name) return {"write " + std::string(ours), "请写 " + std::string(ours)};
    return base::did_you_mean(e.name, names);
  }

  Known call(const FormulaFunction& function, const Expression& e) {
    using enum FormulaFunction::Kind;
    const std::vector<Expression>& x = e.arguments;
    switch (function.kind) {
      case sum:
        return fold(e, Op::add);
      case mean:
        return average(e);
      case min:
        return fold(e, Op::min);
      case max:
        return fold(e, Op::max);
      case abs:
        return through(Op::abs, x[0]);
      case log:
        return of_plain(e, Op::log);
      case exp:
        return of_plain(e, Op::exp);
      case sqrt:
        return root(e);
      case clip:
        return clipped(e);
      case choose:
        return chosen(e);
      case lag:
        return in_other_year(e, Op::lag, 1, 1000, "F258");
      case at:
        return in_other_year(e, Op::at, 1000, 2999, "F260");
      case change:
        return changed(e);
    }
    return {};
  }

  Known fold(const Expression& e, Op op) {
    const Known unit = expression(e.arguments[0]);
    bool fit = true;
    for (std::size_t i = 1; i < e.arguments.size(); ++i) {
      fit &= alike(e, e.arguments[0], unit, e.arguments[i]).has_value();
      code_.push_back({op});
    }
    return fit ? unit : Known();
  }

  Known average(const Expression& e) {
    const Known unit = fold(e, Op::add);
    code_.push_back({Op::convert, 0, 1, static_cast<double>(e.arguments.size())});
    return unit;
  }

  Known of_plain(const Expression& e, Op op) {
    plain(e, e.arguments[0]);
    code_.push_back({op});
    return Unit{};
  }

  Known root(const Expression& e) {
    const Known unit = through(Op::sqrt, e.arguments[0]);
    const Known raised = unit ? unit->power(0.5) : Known();
    if (unit && !raised)
      report_("F257", e.offset, {{"base", written(e.arguments[0])}, {"unit", unit->to_string()}});
    return raised;
  }

  Known clipped(const Expression& e) {
    const Known unit = expression(e.arguments[0]);
    const bool low = alike(e, e.arguments[0], unit, e.arguments[1]).has_value();
    const bool high = alike(e, e.arguments[0], unit, e.arguments[2]).has_value();
    code_.push_back({Op::clip});
    return low && high ? unit : Known();
  }

  Known chosen(const Expression& e) {
    plain(e, e.arguments[0]);
    const Known unit = expression(e.arguments[1]);
    const Known both = alike(e, e.arguments[1], unit, e.arguments[2]);
    code_.push_back({Op::choose});
    return both;
  }

  Known in_other_year(const Expression& e, Op op, int least, int most, std::string_view fault) {
    const auto years = whole_number(e.arguments[1], least, most);
    if (!years) report_(fault, e.arguments[1].begin, {{"found", written(e.arguments[1])}});
    code_.push_back({op, years.value_or(least)});
    const Known unit = expression(e.arguments[0]);
    code_.push_back({Op::back});
    return unit;
  }

  // x - lag(x, 1)
  Known changed(const Expression& e) {
    const std::size_t begin = code_.size();
    const Known unit = expression(e.arguments[0]);
    if (code_.size() > longest_code) return {};
    const FormulaCode now(code_.begin() + static_cast<std::ptrdiff_t>(begin), code_.end());
    code_.push_back({Op::lag, 1});
    code_.insert(code_.end(), now.begin(), now.end());
    code_.push_back({Op::back});
    code_.push_back({Op::subtract});
    return unit;
  }

  // Converts the top of the stack; false where the units do not fit.
  bool convert(const Unit& from, const Unit& to) {
    const auto conversion = from.to(to);
    if (!conversion) return false;
    if (conversion->multiply != 1 || conversion->divide != 1)
      code_.push_back({Op::convert, 0, conversion->multiply, conversion->divide});
    return true;
  }

  std::string written(const Expression& e) const {
    return std::string(text_.substr(e.begin, e.end - e.begin));
  }

  std::string_view text_;
  std::span<const FormulaVariable> variables_;
  const ReportFault& report_;
  FormulaCode code_;
};

}  // namespace

FormulaCode compile_expression(std::string_view text, const Expression& tree,
                               std::span<const FormulaVariable> variables,
                               const std::optional<Unit>& result, const ReportFault& report) {
  return Compiler(text, variables, report).compile(tree, result);
}

}  // namespace tijian::formula
