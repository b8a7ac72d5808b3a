#include "tijian/apportionment.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "base/catalogue.h"
#include "base/number.h"

namespace tijian {
namespace {

constexpr double sum_slack = 1e-12;       // sums of bounds miss a total by rounding
constexpr double remainder_slack = 1e-9;  // of a unit
constexpr double most_units = 0x1p53;     // beyond, doubles do not count any more

/// Claims as numbers, in the total's unit or in numbers of units.
struct Claimed {
  std::vector<double> score, low, high;
  double total = 0;

  std::size_t size() const { return score.size(); }
  double share(std::size_t i, double lambda) const {
    return score[i] > 0 ? std::clamp(lambda * score[i], low[i], high[i]) : low[i];
  }
  double sum(double lambda) const {
    double sum = 0;
    for (std::size_t i = 0; i < size(); ++i) sum += share(i, lambda);
    return sum;
  }
};

double sum_of(const std::vector<double>& values) {
  return std::accumulate(values.begin(), values.end(), 0.0);
}

/// Where the sum of shares changes its slope, ascending, from 0 on.
std::vector<double> breakpoints(const Claimed& claimed) {
  std::vector<double> at{0};
  for (std::size_t i = 0; i < claimed.size(); ++i) {
    if (!(claimed.score[i] > 0)) continue;
    for (const double bound : {claimed.low[i], claimed.high[i]})
      if (const double lambda = bound / claimed.score[i]; std::isfinite(lambda))
        at.push_back(lambda);
  }
  std::ranges::sort(at);
  return at;
}

/// Between two breakpoints the sum is a straight line: those at a bound, and lambda times the
/// others' scores.
double lambda_between(const Claimed& claimed, double begin, double end) {
  double fixed = 0, free = 0;
  for (std::size_t i = 0; i < claimed.size(); ++i) {
    const double s = claimed.score[i];
    if (!(s > 0) || claimed.low[i] / s >= end)
      fixed += claimed.low[i];
    else if (claimed.high[i] / s <= begin)
      fixed += claimed.high[i];
    else
      free += s;
  }
  return free > 0 ? std::clamp((claimed.total - fixed) / free, begin, end) : begin;
}

/// The least that gives the total, which the bounds allow.
double least_lambda(const Claimed& claimed) {
  const std::vector<double> at = breakpoints(claimed);
  const auto end = std::ranges::partition_point(
      at, [&](double lambda) { return claimed.sum(lambda) < claimed.total; });
  if (end == at.begin()) return 0;
  return lambda_between(claimed, *std::prev(end),
                        end == at.end() ? std::numeric_limits<double>::infinity() : *end);
}

Share::At bound_of(const Claimed& claimed, std::size_t i, double lambda) {
  const double in_proportion = claimed.score[i] > 0 ? lambda * claimed.score[i] : 0;
  if (in_proportion <= claimed.low[i]) return Share::At::low;
  return in_proportion >= claimed.high[i] ? Share::At::high : Share::At::between;
}

using Counts = std::vector<std::int64_t>;

/// How often the step goes into the share, within its bounds where they let it.
std::int64_t steps_of(double share, double low, double high, double step) {
  const std::int64_t count = std::llround(share / step);
  const auto amount = [&](std::int64_t steps) { return static_cast<double>(steps) * step; };
  if (amount(count) < low && amount(count + 1) <= high) return count + 1;
  if (amount(count) > high && amount(count - 1) >= low) return count - 1;
  return count;
}

/// Who takes what rounding left.
std::size_t taker(const Claimed& claimed, double lambda, const Counts& counts, std::int64_t left,
                  double step) {
  std::vector<std::size_t> order(counts.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, std::ranges::greater{}, [&](std::size_t i) { return counts[i]; });
  const std::size_t largest = order.front();
  std::stable_partition(order.begin(), order.end(), [&](std::size_t i) {
    return bound_of(claimed, i, lambda) == Share::At::between;
  });
  const auto found = std::ranges::find_if(order, [&](std::size_t i) {
    const double amount = static_cast<double>(counts[i] + left) * step;
    return claimed.low[i] <= amount && amount <= claimed.high[i];
  });
  return found == order.end() ? largest : *found;
}

/// Multiples of the total's last place: no sum of them is rounded.
std::vector<double> exact_amounts(const Claimed& claimed, double lambda) {
  const double above = std::nextafter(claimed.total, std::numeric_limits<double>::infinity());
  const double step = above - claimed.total;
  Counts counts(claimed.size());
  for (std::size_t i = 0; i < counts.size(); ++i)
    counts[i] = steps_of(claimed.share(i, lambda), claimed.low[i], claimed.high[i], step);
  const std::int64_t left = std::llround(claimed.total / step) -
                            std::accumulate(counts.begin(), counts.end(), std::int64_t{0});
  if (left != 0) counts[taker(claimed, lambda, counts, left, step)] += left;
  std::vector<double> amounts;
  for (const std::int64_t count : counts) amounts.push_back(static_cast<double>(count) * step);
  return amounts;
}

/// Numbers of units by the largest remainder.
std::vector<double> whole_amounts(const Claimed& claimed, double lambda) {
  std::vector<double> amounts(claimed.size());
  std::vector<std::int64_t> remainder(claimed.size());
  for (std::size_t i = 0; i < amounts.size(); ++i) {
    const double share = claimed.share(i, lambda);
    amounts[i] = std::floor(share + remainder_slack);
    remainder[i] = std::llround((share - amounts[i]) / remainder_slack);
  }
  std::vector<std::size_t> order(amounts.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, std::ranges::greater{},
                           [&](std::size_t i) { return remainder[i]; });
  double left = claimed.total - sum_of(amounts);
  for (const std::size_t i : order) {
    if (left <= 0) break;
    if (amounts[i] + 1 > claimed.high[i]) continue;
    amounts[i] += 1;
    left -= 1;
  }
  return amounts;
}

class Apportioning {
 public:
  Apportioning(std::span<const Claim> claims, double total, std::optional<double> unit)
      : claims_(claims), total_(total), unit_(unit) {}

  Loaded<Apportionment> run() {
    check_numbers();
    if (problems_.empty() && unit_) count_units();
    if (problems_.empty()) check_sums();
    if (!problems_.empty()) return {{}, std::move(problems_)};
    return {share_out(), {}};
  }

 private:
  Diagnostic& report(std::string_view code, std::initializer_list<base::Argument> arguments) {
    problems_.push_back(base::make_diagnostic(code, {}, arguments));
    return problems_.back();
  }

  void check_numbers() {
    if (!std::isfinite(total_) || total_ < 0)
      report("N564", {{"what", {"the total", "总量"}},
                      {"found", base::readable(total_)},
                      {"expected", {"a finite number of at least 0", "不小于 0 的有限的数"}}});
    if (unit_ && !(*unit_ > 0 && std::isfinite(*unit_)))
      report("N564", {{"what", {"the unit", "取整单位"}},
                      {"found", base::readable(*unit_)},
                      {"expected", {"a finite number above 0", "大于 0 的有限的数"}}});
    for (const Claim& claim : claims_) check_claim(claim);
  }

  void check_claim(const Claim& claim) {
    if (!std::isfinite(claim.score) || claim.score < 0)
      report("N562", {{"place", claim.place}, {"found", base::readable(claim.score)}});
    else
      claimed_.score.push_back(claim.score);
    if (!(claim.low >= 0 && claim.low <= claim.high && std::isfinite(claim.low)))
      report("N563", {{"place", claim.place},
                      {"low", base::readable(claim.low)},
                      {"high", amount(claim.high, 1)}});
    claimed_.low.push_back(claim.low);
    claimed_.high.push_back(claim.high);
    claimed_.total = total_;
  }

  /// Everything in numbers of units.
  void count_units() {
    const double units = total_ / *unit_;
    claimed_.total = std::round(units);
    if (units > most_units || std::abs(units - claimed_.total) > remainder_slack)
      report("N565", {{"total", base::readable(total_, 15)}, {"unit", base::readable(*unit_)}});
    for (std::size_t i = 0; i < claims_.size(); ++i) {
      claimed_.low[i] = std::ceil(claimed_.low[i] / *unit_ - remainder_slack);
      claimed_.high[i] = std::floor(claimed_.high[i] / *unit_ + remainder_slack);
      if (claimed_.low[i] <= claimed_.high[i]) continue;
      report("N566", {{"place", claims_[i].place},
                      {"low", base::readable(claims_[i].low)},
                      {"high", base::readable(claims_[i].high)},
                      {"unit", base::readable(*unit_)}});
    }
  }

  static std::string amount(double number, double unit) {
    return std::isinf(number) ? "∞" : base::readable(number * unit, 15);
  }

  void check_sums() {
    const double low = sum_of(claimed_.low), high = sum_of(claimed_.high);
    const double slack = sum_slack * std::max(claimed_.total, low);
    if (claimed_.total < low - slack || claimed_.total > high + slack) {
      report("N560", {{"total", base::readable(total_, 15)},
                      {"low", amount(low, unit_.value_or(1))},
                      {"high", amount(high, unit_.value_or(1))}});
      return;
    }
    const double most = claimed_.sum(std::numeric_limits<double>::infinity());
    if (claimed_.total > most + slack)
      report("N561",
             {{"total", base::readable(total_, 15)}, {"most", amount(most, unit_.value_or(1))}});
  }

  Apportionment share_out() const {
    Apportionment out{total_, unit_, 0, {}};
    const double lambda = least_lambda(claimed_);
    const std::vector<double> amounts =
        unit_ ? whole_amounts(claimed_, lambda) : exact_amounts(claimed_, lambda);
    for (std::size_t i = 0; i < amounts.size(); ++i)
      out.shares.push_back({amounts[i] * unit_.value_or(1), bound_of(claimed_, i, lambda)});
    out.lambda = lambda * unit_.value_or(1);
    return out;
  }

  std::span<const Claim> claims_;
  double total_;
  std::optional<double> unit_;
  Claimed claimed_;
  std::vector<Diagnostic> problems_;
};

}  // namespace

Loaded<Apportionment> apportion(std::span<const Claim> claims, double total,
                                std::optional<double> unit) {
  return Apportioning(claims, total, unit).run();
}

}  // namespace tijian
