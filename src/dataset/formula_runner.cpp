#include "dataset/formula_runner.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "tijian/missing.h"

namespace tijian::dataset {
namespace {

using Op = formula::Instruction::Op;

bool present(double x) { return x == x; }

// A result that is no number of ours is missing, with a reason.
double checked(double x, std::uint8_t& fault) {
  if (!std::isinf(x)) return x;
  fault |= fault_overflow;
  return missing;
}

double faulty(std::uint8_t& fault, EvaluationFault reason) {
  fault |= reason;
  return missing;
}

double divided(double x, double y, std::uint8_t& fault) {
  if (y == 0) return present(x) ? faulty(fault, fault_division) : missing;
  return checked(x / y, fault);
}

double raised(double x, double y, std::uint8_t& fault) {
  if (!present(x) || !present(y)) return missing;  // pow(1, NaN) is 1
  if (x == 0 && y < 0) return faulty(fault, fault_division);
  const double power = std::pow(x, y);
  return present(power) ? checked(power, fault) : faulty(fault, fault_power);
}

double logarithm(double x, std::uint8_t& fault) {
  return x <= 0 ? faulty(fault, fault_logarithm) : std::log(x);
}

double root(double x, std::uint8_t& fault) {
  return x < 0 ? faulty(fault, fault_root) : std::sqrt(x);
}

double clipped(double x, double low, double high) {
  if (!present(x) || !present(low) || !present(high)) return missing;
  const double raised_to_low = x < low ? low : x;
  return raised_to_low > high ? high : raised_to_low;
}

double chosen(double condition, double then, double otherwise) {
  if (!present(condition) || !present(then) || !present(otherwise)) return missing;
  return condition != 0 ? then : otherwise;
}

// x becomes f(x): a loop that compilers make wide, and only where there is an infinity another.
template <class F>
void each_finite(int count, double* x, std::uint8_t* fault, F f) {
  constexpr double largest = std::numeric_limits<double>::max();
  int infinite = 0;
  for (int i = 0; i < count; ++i) {
    x[i] = f(x[i], i);
    infinite |= std::fabs(x[i]) > largest;
  }
  for (int i = 0; infinite && i < count; ++i) x[i] = checked(x[i], fault[i]);
}

template <class F>
void each(int count, double* x, F f) {
  for (int i = 0; i < count; ++i) x[i] = f(x[i], i);
}

// x and y become one; missing where either is.
template <class F>
void each_present(int count, double* x, const double* y, F f) {
  for (int i = 0; i < count; ++i) x[i] = present(x[i]) && present(y[i]) ? f(x[i], y[i]) : missing;
}

void divide(int n, double* x, const double* y, std::uint8_t* fault) {
  int zeros = 0;
  for (int i = 0; i < n; ++i) zeros |= y[i] == 0;
  if (zeros)
    each(n, x, [&](double v, int i) { return divided(v, y[i], fault[i]); });
  else
    each_finite(n, x, fault, [&](double v, int i) { return v / y[i]; });
}

void one_becomes_one(const formula::Instruction& step, int n, double* x, std::uint8_t* fault) {
  switch (step.op) {
    case Op::convert:
      return each(n, x,
                  [&](double v, int i) { return checked(v * step.first / step.second, fault[i]); });
    case Op::negate:
      return each(n, x, [](double v, int) { return -v; });
    case Op::abs:
      return each(n, x, [](double v, int) { return std::fabs(v); });
    case Op::log:
      return each(n, x, [&](double v, int i) { return logarithm(v, fault[i]); });
    case Op::exp:
      return each_finite(n, x, fault, [](double v, int) { return std::exp(v); });
    default:
      return each(n, x, [&](double v, int i) { return root(v, fault[i]); });
  }
}

void calculate(Op op, int n, double* x, const double* y, std::uint8_t* fault) {
  switch (op) {
    case Op::add:
      return each_finite(n, x, fault, [&](double v, int i) { return v + y[i]; });
    case Op::subtract:
      return each_finite(n, x, fault, [&](double v, int i) { return v - y[i]; });
    case Op::multiply:
      return each_finite(n, x, fault, [&](double v, int i) { return v * y[i]; });
    case Op::divide:
      return divide(n, x, y, fault);
    default:
      return each(n, x, [&](double v, int i) { return raised(v, y[i], fault[i]); });
  }
}

void compare(Op op, int n, double* x, const double* y) {
  switch (op) {
    case Op::less:
      return each_present(n, x, y, [](double a, double b) { return a < b ? 1.0 : 0.0; });
    case Op::at_most:
      return each_present(n, x, y, [](double a, double b) { return a <= b ? 1.0 : 0.0; });
    case Op::more:
      return each_present(n, x, y, [](double a, double b) { return a > b ? 1.0 : 0.0; });
    case Op::at_least:
      return each_present(n, x, y, [](double a, double b) { return a >= b ? 1.0 : 0.0; });
    case Op::equal:
      return each_present(n, x, y, [](double a, double b) { return a == b ? 1.0 : 0.0; });
    case Op::differs:
      return each_present(n, x, y, [](double a, double b) { return a != b ? 1.0 : 0.0; });
    case Op::min:
      return each_present(n, x, y, [](double a, double b) { return b < a ? b : a; });
    default:
      return each_present(n, x, y, [](double a, double b) { return b > a ? b : a; });
  }
}

void three_become_one(Op op, int n, double* x, const double* y, const double* z) {
  if (op == Op::clip)
    each(n, x, [&](double v, int i) { return clipped(v, y[i], z[i]); });
  else
    each(n, x, [&](double v, int i) { return chosen(v, y[i], z[i]); });
}

}  // namespace

FormulaRunner::FormulaRunner(const formula::Formula& formula, const EvaluationInput& input)
    : formula_(formula),
      input_(input),
      stack_(static_cast<std::size_t>(formula.stack_size()) * evaluation_block) {}

void FormulaRunner::run(Eigen::Index first, int count, double* values, std::uint8_t* faults) {
  RowWindow rows(input_, first, count);
  std::fill_n(faults, count, std::uint8_t{0});
  height_ = 0;
  for (const formula::Instruction& instruction : formula_.code()) {
    if (instruction.op <= Op::variable)
      load(instruction, rows);
    else if (instruction.op == Op::back)
      rows.back();
    else if (instruction.op >= Op::lag)
      rows.look(instruction, faults);
    else
      step(instruction, count, faults);
  }
  const double* result = level(0);
  for (int i = 0; i < count; ++i) values[i] = present(result[i]) ? result[i] : missing;
}

void FormulaRunner::load(const formula::Instruction& instruction, const RowWindow& rows) {
  ++height_;
  double* top = level(0);
  if (instruction.op == Op::number) {
    std::fill_n(top, rows.count(), instruction.first);
    return;
  }
  const double* column =
      input_.data.values.column(input_.column_of_variable[instruction.index]).data();
  if (rows.here()) {
    std::copy_n(column + rows[0], rows.count(), top);
    return;
  }
  for (int i = 0; i < rows.count(); ++i) top[i] = rows[i] < 0 ? missing : column[rows[i]];
}

void FormulaRunner::step(const formula::Instruction& instruction, int count, std::uint8_t* faults) {
  const Op op = instruction.op;
  if (op <= Op::sqrt) {
    one_becomes_one(instruction, count, level(0), faults);
  } else if (op <= Op::max) {
    if (op <= Op::power)
      calculate(op, count, level(1), level(0), faults);
    else
      compare(op, count, level(1), level(0));
    --height_;
  } else {
    three_become_one(op, count, level(2), level(1), level(0));
    height_ -= 2;
  }
}

FormulaValues::FormulaValues(const formula::Formula& formula, const EvaluationInput& input)
    : values(input.data.rows.size(), missing), faults(input.data.rows.size()) {
  if (!input.has_columns(formula)) return;
  FormulaRunner runner(formula, input);
  for (Index first = 0; first < input.data.rows.size(); first += evaluation_block) {
    const auto count =
        static_cast<int>(std::min<Index>(evaluation_block, input.data.rows.size() - first));
    runner.run(first, count, values.data() + first, faults.data() + first);
  }
}

}  // namespace tijian::dataset
