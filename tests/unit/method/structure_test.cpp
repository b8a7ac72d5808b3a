#include "method/structure.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <limits>

#include "method/moments.h"
#include "method_calls.h"
#include "unit/method/missing.h"

using namespace tijian;
using namespace tijian_tests;

namespace {}

TEST_CASE("correlations over the rows that have both") {
  const std::vector<double> x{1, 2, na, 3, 4}, y{2, 1, 9, 4, 3};
  CHECK(method::pearson(x, y) == Approx(0.6));   // 3/5
  CHECK(method::spearman(x, y) == Approx(0.6));  // the values are their ranks
}

TEST_CASE("a constant has no correlation") {
  const std::vector<double> x{1, 1, 2, 3};
  CHECK(std::isnan(method::pearson(x, std::vector<double>{7, 7, 7, 7})));
}

TEST_CASE("correlations do not depend on the unit, however extreme") {
  std::vector<double> x{1, 2, 3, 4}, y{2, 1, 4, 3};
  for (double& v : x) v *= 4e307;
  for (double& v : y) v *= 1e-308;
  CHECK(method::pearson(x, y) == Approx(0.6));
}

TEST_CASE("alpha of identical columns is one, of opposite halves not") {
  Eigen::ArrayXXd columns(3, 2);
  columns << 1, 1, 2, 2, 3, 3;
  CHECK(method::cronbach_alpha(columns).value == Approx(1));
  columns << 1, 3, 2, 1, 3, 2;  // variances 1 and 1, covariance -1/2: 2 (1 - 2/1)
  CHECK(method::cronbach_alpha(columns).value == Approx(-2));
  CHECK(std::isnan(method::cronbach_alpha(columns.leftCols(1)).value));
  columns << 0.1, 0.3, 0.2, 0.2, 0.3, 0.1;  // their sum is the same everywhere
  CHECK(std::isnan(method::cronbach_alpha(columns).value));
  CHECK_FALSE(method::cronbach_alpha(columns).apart);
  columns << 1, na, 2, 3, na, 4;
  CHECK(method::cronbach_alpha(columns).apart);
}

// Of 0, 10, 10, 0 the variance is 100/3; of each pair on its own two rows the covariance is -50:
// the sum's variance would be 100 - 300, and alpha 1.5 (1 + 100/200) = 2.25.
TEST_CASE("there is no alpha of covariances that cannot be those of one table") {
  Eigen::ArrayXXd columns(6, 3);
  columns << 0, 10, na, 10, 0, na, na, 0, 10, na, 10, 0, 0, na, 10, 10, na, 0;
  CHECK(std::isnan(method::cronbach_alpha(columns).value));
  CHECK_FALSE(method::cronbach_alpha(columns).apart);
}

TEST_CASE("skewness and kurtosis of type 2, as spreadsheets give them") {
  // The example of scipy.stats.skew: g1 = 0.2650554122698573, times sqrt(8 x 7)/6.
  // Of 1..6: m4/m2^2 - 3 = -1.2685714..., and ((7 x -1.2685714) + 6) x 5/(4 x 3) = -1.2.
  const std::vector<double> x{2, 8, 0, 4, 1, 9, 9, 0}, y{1, 2, 3, 4, 5, 6};
  CHECK(method::shape(x).skewness == Approx(0.33058218040797));
  CHECK(method::shape(y).kurtosis == Approx(-1.2));
  CHECK(std::isnan(method::shape(std::vector<double>{1, 2}).skewness));
  CHECK(std::isnan(method::shape(std::vector<double>{5, 5, 5, 5}).skewness));
}

TEST_CASE("components of two columns: (1 + r)/2 of the variance is common") {
  Eigen::ArrayXXd columns(5, 2);
  columns << 1, 2, 2, 1, na, 9, 3, 4, 4, 3;  // r = 0.6 over the complete rows
  const method::Components components = method::principal_components(columns);
  CHECK(components.rows == 4);
  CHECK(components.eigenvalues[0] == Approx(1.6));
  CHECK(components.eigenvalues[1] == Approx(0.4));
  CHECK(components.loadings(0, 0) == Approx(std::sqrt(0.5)));
  CHECK(components.loadings(1, 0) == Approx(std::sqrt(0.5)));
}

TEST_CASE("winsorising stops before it makes a constant") {
  const Eigen::ArrayXd x = (Eigen::ArrayXd(8) << 0, 0, 0, 0, 0, 0, 0, 100).finished();
  const Treatment t = treatment(choice("winsorise"), x);
  CHECK(t.points == 0);
  CHECK_FALSE(t.passed);
  const Treatment logged = treatment(choice("winsorise", {{"otherwise", value("log")}}), x);
  CHECK(logged.method == "log");
}

TEST_CASE("new data are clipped to the winsorising bounds") {
  const Eigen::ArrayXd x =
      (Eigen::ArrayXd(12) << 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 30, 100).finished();
  const Treatment t = treatment(choice("winsorise"), x);
  CHECK(tijian::treat(t, tijian::builtin_methods(), 1000) == 30);
  CHECK(tijian::treat(t, tijian::builtin_methods(), 20) == 20);
  CHECK(std::isnan(tijian::treat(t, tijian::builtin_methods(), na)));
}

TEST_CASE("Box-Cox: what is symmetric in the logarithm wants lambda 0, its powers in proportion") {
  const Choice always = choice("box_cox", {{"skewness", value(0.0)}, {"kurtosis", value(-10.0)}});
  Eigen::ArrayXd u(6);
  u << -3, -2, -1, 1, 2, 3;
  CHECK(treatment(always, u.exp()).lambda == Approx(0).margin(1e-4));
  Eigen::ArrayXd x(7);
  x << 1, 2, 3, 5, 9, 17, 30;
  const double lambda = treatment(always, x).lambda;
  CHECK(treatment(always, x.square()).lambda == Approx(lambda / 2).margin(1e-4));
  CHECK(treatment(always, 1000 * x).lambda == Approx(lambda).margin(1e-4));
}
