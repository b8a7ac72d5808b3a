#include <rapidcheck/catch.h>

#include <catch2/catch.hpp>
#include <cmath>

#include "properties/random_data.h"

using namespace tijian_tests;
using Eigen::ArrayXd;

namespace {

/// A column fitted with goalposts, a target and a reference inside its range.
FittedColumn fitted(const ArrayXd& values, Direction direction) {
  FittedColumn f(values, direction);
  const double low = f.column.summary.min, high = f.column.summary.max;
  f.column.low = low + (high / 4 - low / 4);
  f.column.high = high - (high / 4 - low / 4);
  f.column.target = f.column.reference = low / 2 + high / 2;
  return f;
}

ArrayXd score(const Choice& method, const ArrayXd& values, Direction direction) {
  return fitted(values, direction).score(method, values);
}

/// The method with any of the names that its parameters may have.
Choice with_names(const tijian::Normaliser& entry) {
  Choice method = choice(entry.name);
  for (const tijian::Parameter& parameter : entry.parameters)
    if (parameter.kind == tijian::Parameter::Kind::one_of)
      method.parameters[parameter.name] = value((*rc::gen::elementOf(parameter.names)).c_str());
  return method;
}

/// Runs a property of every normaliser: `check(method, entry)`.
template <class Check>
void of_every_normaliser(const char* says, Check check) {
  for (const tijian::Normaliser& entry : tijian::builtin_methods().normalisers)
    rc::prop(entry.name + " " + says, [&] { check(with_names(entry), entry); });
}

/// Shares of a sum or maximum need a sum or maximum above zero.
ArrayXd column_for(const std::string& method) {
  const bool shares = method == "fraction_of_max" || method == "vector" || method == "sum";
  return shares ? random_column(0, 1000) : random_column();
}

}  // namespace

TEST_CASE("properties of every normaliser") {
  of_every_normaliser("stays in its range", [](const Choice& method, const auto& entry) {
    const ArrayXd scores = score(method, random_column(), random_direction());
    for (const double s : scores)
      RC_ASSERT(std::isnan(s) || !entry.bounded || (s >= 0 && s <= 100));
  });

  of_every_normaliser(
      "follows the direction, for new values too", [](const Choice& method, const auto&) {
        const ArrayXd values = column_for(method.name);
        const Direction direction = random_direction();
        const ArrayXd fresh = random_column(-2000, 2000);
        const ArrayXd scores = fitted(values, direction).score(method, fresh);
        const double sign = direction == Direction::lower ? -1 : 1;
        for (Eigen::Index a = 0; a < fresh.size(); ++a)
          for (Eigen::Index b = 0; b < fresh.size(); ++b)
            if (fresh[a] <= fresh[b] && !std::isnan(scores[a]))
              RC_ASSERT(sign * scores[a] <= sign * scores[b] + (fresh[a] == fresh[b] ? 0 : 1e-9));
      });

  of_every_normaliser("scores all that is present, unless the column is constant",
                      [](const Choice& method, const auto&) {
                        const ArrayXd values = column_for(method.name);
                        const FittedColumn f = fitted(values, random_direction());
                        const ArrayXd scores = f.score(method, values);
                        for (Eigen::Index i = 0; i < values.size(); ++i)
                          RC_ASSERT(std::isfinite(scores[i]) ==
                                    (!std::isnan(values[i]) && !f.column.summary.constant()));
                      });

  of_every_normaliser(
      "does not depend on the order of rows", [](const Choice& method, const auto&) {
        const ArrayXd values = random_column();
        const Direction direction = random_direction();
        const std::vector<int> order = random_order(values.size());
        RC_ASSERT(close(rows_in_order(score(method, values, direction), order),
                        score(method, rows_in_order(values, order), direction), 100));
      });

  // Without normalisation the scores are in the unit themselves.
  of_every_normaliser("does not depend on the unit, up to 1e308 and down to 1e-308",
                      [](const Choice& method, const auto& entry) {
                        const ArrayXd values = column_for(method.name);
                        const Direction direction = random_direction();
                        const ArrayXd plain = score(method, values, direction);
                        for (const double unit : {1e-4, 3.6, 1e4, 1e305, 1e-308})
                          RC_ASSERT(close(plain * (entry.name == "none" ? unit : 1),
                                          score(method, values * unit, direction),
                                          entry.name == "none" ? unit : 100));
                      });
}
