#include "model/indicator_task.h"

#include <algorithm>
#include <cmath>

#include "tijian/missing.h"

namespace tijian::model {
namespace {

constexpr double tolerance = 0.005;  // between what is given and what is computed
constexpr double slack = 1 + 1e-12;

bool differ(double given, double computed) {
  return std::fabs(given - computed) > tolerance * slack * std::fabs(computed);
}

}  // namespace

IndicatorTask::IndicatorTask(const Framework& framework, int indicator,
                             const dataset::EvaluationInput& input, const Provenance& provenance,
                             IndicatorTable& table)
    : framework_(framework),
      indicator_(framework.indicators[indicator]),
      number_(indicator),
      given_(input.column_of_indicator[indicator]),
      bare_(-1),
      range_(input.told(framework, indicator) ? PlausibleRange{} : indicator_.range),
      input_(input),
      provenance_(provenance),
      table_(table),
      faults_(dataset::evaluation_block),
      bits_(dataset::evaluation_block) {
  if (!indicator_.compiled || !input.has_columns(*indicator_.compiled)) return;
  runner_.emplace(*indicator_.compiled, input);
  const int variable = indicator_.compiled->bare_variable();
  if (variable >= 0) bare_ = input.column_of_variable[variable];
}

Occurrences IndicatorTask::run(Eigen::Index first, Eigen::Index end) {
  for (; first < end; first += dataset::evaluation_block)
    block(first, static_cast<int>(std::min<Eigen::Index>(dataset::evaluation_block, end - first)));
  return seen_;
}

void IndicatorTask::block(Eigen::Index first, int count) {
  double* values = &table_.values(first, number_);
  if (runner_) {
    runner_->run(first, count, values, faults_.data());
  } else {
    std::fill_n(values, count, missing);
    std::fill_n(faults_.begin(), count, std::uint8_t{0});
  }
  if (runner_ && provenance_.any())
    provenance_.of_formula(*indicator_.compiled, first, count, bits_.data());
  for (int i = 0; i < count; ++i) {
    const Eigen::Index row = first + i;
    Origin origin = choose(row, values[i]);
    if (std::isinf(values[i])) {
      values[i] = missing;
      origin = Origin::none;
      faults_[i] |= dataset::fault_overflow;
    }
    if (origin == Origin::none && faults_[i]) note_faults(row, faults_[i]);
    if (origin != Origin::none) mark(row, values[i], origin, bits_[i]);
    if (table_.standard_error.size() > 0)
      table_.standard_error(row, number_) = standard_error(row, origin);
  }
}

// What is given stands in for a value that cannot be computed; beside one that can, it must agree.
IndicatorTask::Origin IndicatorTask::choose(Eigen::Index row, double& value) {
  const bool computed = !std::isnan(value);
  if (given_ < 0) return computed ? Origin::computed : Origin::none;
  const double given = input_.data.values(row, given_);
  if (computed) {
    if (differ(given, value) && applies(row)) note_conflict(row, given, value);
    return Origin::computed;
  }
  value = given;
  return std::isnan(given) ? Origin::none : Origin::given;
}

void IndicatorTask::note_conflict(Eigen::Index row, double given, double computed) {
  if (seen_.conflicts.count == 0) {
    seen_.given = given;
    seen_.computed = computed;
  }
  seen_.conflicts.add(row);
}

void IndicatorTask::note_faults(Eigen::Index row, std::uint8_t faults) {
  if (!applies(row)) return;
  for (std::size_t bit = 0; bit < seen_.faults.size(); ++bit)
    if (faults >> bit & 1) seen_.faults[bit].add(row);
}

void IndicatorTask::note_implausible(Eigen::Index row, double value, Origin origin) {
  if (!applies(row) || (origin == Origin::given && input_.was_read())) return;
  if (input_.was_read() && is_told(row)) return;
  if (seen_.implausible.count == 0) seen_.value = value;
  seen_.implausible.add(row);
}

/// What it is computed from is outside of its own range, which was told when it was read.
bool IndicatorTask::is_told(Eigen::Index row) const {
  return indicator_.compiled &&
         std::ranges::any_of(indicator_.compiled->variables(), [&](int variable) {
           const int column = input_.column_of_variable[variable];
           return column >= 0 &&
                  !framework_.variables[variable].range.holds(input_.data.values(row, column));
         });
}

void IndicatorTask::mark(Eigen::Index row, double value, Origin origin, std::uint8_t computed) {
  std::uint8_t bits = 0;
  if (provenance_.any())
    bits = origin == Origin::given ? provenance_.of_cell(row, given_) : computed;
  if (table_.synthetic.size() > 0) table_.synthetic(row, number_) = bits & from_synthetic;
  if (table_.uncited.size() > 0) table_.uncited(row, number_) = bits & from_uncited;
  const bool outside = !range_.holds(value);
  if (outside) note_implausible(row, value, origin);
  if (outside || (bits & from_implausible)) seen_.marked.push_back(row);
}

// Known only for values that are taken as they are, at most in another unit.
double IndicatorTask::standard_error(Eigen::Index row, Origin origin) const {
  if (origin == Origin::given) return input_.data.standard_error(row, given_);
  if (origin == Origin::none || bare_ < 0) return missing;
  double error = input_.data.standard_error(row, bare_);
  for (const formula::Instruction& step : indicator_.compiled->code())
    if (step.op == formula::Instruction::Op::convert) error = error * step.first / step.second;
  return error;
}

bool IndicatorTask::applies(Eigen::Index row) const { return table_.applies(row, number_); }

}  // namespace tijian::model
