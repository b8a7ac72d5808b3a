#include "tijian/apportionment.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <random>

#include "run_program.h"
#include "unit/model/small_framework.h"

using namespace tijian;
using Held = Share::At;

namespace {

constexpr double no_bound = std::numeric_limits<double>::infinity();

std::vector<Claim> claims_of(const std::vector<double>& scores) {
  std::vector<Claim> claims;
  for (const double score : scores) {
    claims.push_back({"p" + std::to_string(claims.size()), score});
  }
  return claims;
}

std::vector<double> amounts_of(const Apportionment& result) {
  std::vector<double> amounts;
  for (const Share& share : result.shares) amounts.push_back(share.amount);
  return amounts;
}

double sum_in_order(const std::vector<double>& amounts) {
  double sum = 0;
  for (const double amount : amounts) sum += amount;
  return sum;
}

std::string code_of_refusal(const std::vector<Claim>& claims, double total,
                            std::optional<double> unit = {}) {
  const auto result = apportion(claims, total, unit);
  return result ? "none" : result.diagnostics.at(0).code;
}

/// A case whose total the bounds allow: between what scores of 0 and bounds leave.
struct RandomCase {
  std::vector<Claim> claims;
  double total = 0;
};

RandomCase random_case(std::mt19937_64& random) {
  const auto uniform = [&](double low, double high) {
    return std::uniform_real_distribution(low, high)(random);
  };
  const auto one_in = [&](unsigned n) { return random() % n == 0; };
  RandomCase made;
  double low = 0, most = 0;
  const auto places = 1 + random() % 12;
  for (unsigned i = 0; i < places; ++i) {
    Claim claim{"p" + std::to_string(i), one_in(6) ? 0 : uniform(0, 100)};
    if (one_in(2)) claim.low = one_in(2) ? std::floor(uniform(0, 50)) : uniform(0, 50);
    if (one_in(2)) claim.high = claim.low + (one_in(4) ? 0 : uniform(0, 100));
    low += claim.low;
    most += claim.score > 0 ? std::min(claim.high, claim.low + 500) : claim.low;
    made.claims.push_back(claim);
  }
  made.total = one_in(8) ? low : one_in(8) ? most : uniform(low, most);
  return made;
}

/// By halving, for a check that shares nothing with the library's breakpoints.
double lambda_by_halving(const std::vector<Claim>& claims, double total) {
  double low = 0, high = 1e12;
  for (int round = 0; round < 200; ++round) {
    const double lambda = (low + high) / 2;
    double sum = 0;
    for (const Claim& claim : claims)
      sum += std::clamp(lambda * claim.score, claim.low, claim.high);
    (sum < total ? low : high) = lambda;
  }
  return (low + high) / 2;
}

/// The least sum of squared distances from lambda s of whole shares that sum to the total.
double least_distance(const std::vector<Claim>& claims, double lambda, int total, std::size_t i) {
  if (i == claims.size()) return total == 0 ? 0 : no_bound;
  double least = no_bound;
  for (int x = static_cast<int>(claims[i].low); x <= claims[i].high && x <= total; ++x) {
    const double off = x - lambda * claims[i].score;
    least = std::min(least, off * off + least_distance(claims, lambda, total - x, i + 1));
  }
  return least;
}

}  // namespace

TEST_CASE("without bounds a total is shared in proportion to the scores") {
  const auto result = apportion(claims_of({1, 2, 5}), 16);
  CHECK(amounts_of(*result.value) == std::vector<double>{2, 4, 10});
  CHECK(result->lambda == 2);
}

TEST_CASE("who is held at a bound leaves the rest to the others, in proportion") {
  std::vector<Claim> claims = claims_of({1, 2, 3});
  claims[2].high = 3;  // 12 - 3 = 9 for scores of 1 and 2: lambda = 3
  const auto capped = apportion(claims, 12);
  CHECK(amounts_of(*capped.value) == std::vector<double>{3, 6, 3});
  CHECK(capped->lambda == 3);
  CHECK(capped->shares[2].at == Held::high);
  CHECK(capped->shares[0].at == Held::between);

  claims = claims_of({1, 2, 3});
  claims[0].low = 5;  // 12 - 5 = 7 for scores of 2 and 3: lambda = 1.4
  const auto raised = apportion(claims, 12);
  CHECK(raised->lambda == Approx(1.4).epsilon(1e-15));
  CHECK(raised->shares[0].amount == 5);
  CHECK(raised->shares[0].at == Held::low);
  CHECK(raised->shares[1].amount == Approx(2.8).epsilon(1e-15));
  CHECK(sum_in_order(amounts_of(*raised.value)) == 12);
}

TEST_CASE("a score of 0 gets its lower bound, and no more is shared than the others can take") {
  std::vector<Claim> claims = claims_of({0, 4});
  claims[0].low = 1, claims[0].high = 100, claims[1].high = 8;
  const auto result = apportion(claims, 7);
  CHECK(amounts_of(*result.value) == std::vector<double>{1, 6});
  CHECK(apportion(claims_of({0, 4}), 8)->shares[0].at == Held::low);
  CHECK(code_of_refusal(claims, 9.5) == "N561");  // 1 and 8 is all that they take
  CHECK(code_of_refusal(claims_of({0, 0}), 1) == "N561");
  CHECK(amounts_of(*apportion(claims_of({0, 0}), 0).value) == std::vector<double>{0, 0});
}

TEST_CASE("a total that the bounds do not allow says both of their sums") {
  std::vector<Claim> claims = claims_of({1, 1});
  claims[0].low = 3, claims[0].high = 4, claims[1].low = 2, claims[1].high = 6;
  for (const double total : {4.5, 10.5}) {
    const auto result = apportion(claims, total);
    REQUIRE(result.diagnostics.size() == 1);
    CHECK(result.diagnostics[0].code == "N560");
    CHECK(result.diagnostics[0].expected.in("en") ==
          "a total from 5, the sum of the lower bounds, to 10, that of the upper ones");
  }
}

TEST_CASE("sums of bounds that miss the total by rounding are that total") {
  std::vector<Claim> claims = claims_of({1, 1});
  claims[0].low = claims[0].high = 0.1, claims[1].low = claims[1].high = 0.2;
  const auto result = apportion(claims, 0.3);  // in doubles 0.1 + 0.2 is more
  CHECK(sum_in_order(amounts_of(*result.value)) == 0.3);
  CHECK(result->shares[0].amount == Approx(0.1).epsilon(1e-15));
}

TEST_CASE("what is no score, no bound, no total or no unit is refused with its place") {
  CHECK(code_of_refusal(claims_of({1, -1}), 1) == "N562");
  CHECK(apportion(claims_of({1, -1}), 1).diagnostics[0].message.in("en") ==
        "the score of p1 is -1");
  CHECK(code_of_refusal(claims_of({1, missing}), 1) == "N562");
  std::vector<Claim> claims = claims_of({1});
  claims[0].low = 3, claims[0].high = 2;
  CHECK(code_of_refusal(claims, 1) == "N563");
  claims[0] = {"p", 1, missing, 2};
  CHECK(code_of_refusal(claims, 1) == "N563");
  claims[0] = {"p", 1, 0, missing};
  CHECK(code_of_refusal(claims, 1) == "N563");
  CHECK(code_of_refusal(claims_of({1}), missing) == "N564");
  CHECK(code_of_refusal(claims_of({1}), -1) == "N564");
  CHECK(code_of_refusal(claims_of({1}), no_bound) == "N564");
  CHECK(code_of_refusal(claims_of({1}), 1, 0) == "N564");
}

TEST_CASE("whole units are shared by the largest remainder, as Hamilton's bill of 1792 did") {
  // The 120 seats of the bill that Washington vetoed, by state: J. Trumbull to J. Adams, 5 April
  // 1792 (founders.archives.gov, Adams 99-02-02-1334); populations: census of 1790.
  const std::vector<double> people{630560, 475327, 432879, 353523, 331589, 278514, 236841, 206236,
                                   179570, 141822, 85533,  70835,  68705,  68446,  55540};
  const auto result = apportion(claims_of(people), 120, 1);
  CHECK(amounts_of(*result.value) ==
        std::vector<double>{21, 16, 14, 12, 11, 9, 8, 7, 6, 5, 3, 2, 2, 2, 2});
}

TEST_CASE("of equal remainders the first is served first") {
  // 7 among scores 1, 1, 1, 1: 1.75 each, three of them get 2
  CHECK(amounts_of(*apportion(claims_of({1, 1, 1, 1}), 7, 1).value) ==
        std::vector<double>{2, 2, 2, 1});
  // 2 among 0.1 and 0.3: 0.5 and 1.5
  CHECK(amounts_of(*apportion(claims_of({0.1, 0.3}), 2, 1).value) == std::vector<double>{1, 1});
}

TEST_CASE("bounds are drawn in to multiples of the unit, and the total must be one") {
  std::vector<Claim> claims = claims_of({1, 1});
  claims[0].low = 7, claims[0].high = 19;  // of 5: 10 to 15
  CHECK(amounts_of(*apportion(claims, 15, 5).value) == std::vector<double>{10, 5});
  CHECK(amounts_of(*apportion(claims, 40, 5).value) == std::vector<double>{15, 25});
  CHECK(code_of_refusal(claims, 12, 5) == "N565");
  CHECK(code_of_refusal(claims, 5, 5) == "N560");
  claims[0].low = 6, claims[0].high = 9;
  CHECK(code_of_refusal(claims, 15, 5) == "N566");
}

TEST_CASE("in 10000 random cases the sum is exact and every share is optimal under its bounds") {
  std::mt19937_64 random(20220901);
  int free = 0, held = 0;
  for (int round = 0; round < 10000; ++round) {
    const RandomCase made = random_case(random);
    const auto result = apportion(made.claims, made.total);
    REQUIRE(result);
    std::vector<double> amounts = amounts_of(*result.value);
    REQUIRE(sum_in_order(amounts) == made.total);
    std::ranges::reverse(amounts);
    REQUIRE(sum_in_order(amounts) == made.total);
    const double slack = 1e-13 * made.total;
    for (std::size_t i = 0; i < made.claims.size(); ++i) {
      const Claim& claim = made.claims[i];
      const Share& share = result->shares[i];
      const double in_proportion = result->lambda * claim.score;
      REQUIRE(share.amount >= claim.low - slack);
      REQUIRE(share.amount <= claim.high + slack);
      if (share.at == Held::between) {
        REQUIRE(std::abs(share.amount - in_proportion) <= slack);
        REQUIRE(in_proportion > claim.low - slack);
        REQUIRE(in_proportion < claim.high + slack);
      } else if (share.at == Held::low) {
        REQUIRE(std::abs(share.amount - claim.low) <= slack);
        REQUIRE(in_proportion <= claim.low + slack);
      } else {
        REQUIRE(std::abs(share.amount - claim.high) <= slack);
        REQUIRE(in_proportion >= claim.high - slack);
      }
      ++(share.at == Held::between ? free : held);
    }
  }
  CHECK(free > 10000);
  CHECK(held > 10000);
}

TEST_CASE("whole shares are as near to proportion as any that sum to the total") {
  std::mt19937_64 random(7);
  for (int round = 0; round < 2000; ++round) {
    std::vector<Claim> claims;
    int low = 0, most = 0;
    for (unsigned i = 0; i < 1 + round % 4u; ++i) {
      const int least = static_cast<int>(random() % 3), room = static_cast<int>(random() % 6);
      claims.push_back({"p", 1 + static_cast<double>(random() % 9), static_cast<double>(least),
                        static_cast<double>(least + room)});
      low += least, most += least + room;
    }
    const int total = low + static_cast<int>(random() % static_cast<unsigned>(most - low + 1));
    const auto result = apportion(claims, total, 1);
    REQUIRE(result);
    const double lambda = lambda_by_halving(claims, total);
    double distance = 0;
    for (std::size_t i = 0; i < claims.size(); ++i) {
      const double x = result->shares[i].amount, off = x - lambda * claims[i].score;
      REQUIRE((x == std::floor(x) && claims[i].low <= x && x <= claims[i].high));
      distance += off * off;
    }
    REQUIRE(sum_in_order(amounts_of(*result.value)) == total);
    REQUIRE(distance <= least_distance(claims, lambda, total, 0) * (1 + 1e-9) + 1e-9);
  }
}

namespace {

/// p0 is the whole, the others its parts; p3 has no value.
Run run_of_parts(bool parts) {
  testing::SmallFramework small;
  small.category("care").indicator("beds").score =
      Choice{"linear", {{"zero", Value{0.0}}, {"full", Value{100.0}}}};
  const auto framework = std::make_shared<const Framework>(small.get());
  IndicatorTable table = testing::table_of({{50}, {20}, {60}, {testing::none}, {40}});
  if (parts) table.rows.attributes = {{"parent", {"p0"}, {-1, 0, 0, 0, 0}}};
  Model model = *fit(framework, {}, table);
  Scorecard card = apply(model, table);
  return {framework, {}, std::move(table), std::move(model), std::move(card)};
}

std::vector<std::string> names_of(const Claimants& found) {
  std::vector<std::string> names;
  for (const Claim& claim : found.claims) names.push_back(claim.place);
  return names;
}

}  // namespace

TEST_CASE("the district is not among its streets, and who has no score is left out") {
  const Run run = run_of_parts(true);
  const auto found = claimants(run);
  CHECK(names_of(*found.value) == std::vector<std::string>{"p1", "p2", "p4"});
  CHECK(found->claims[1].score == 60);
  REQUIRE(found->left_out.size() == 2);
  CHECK(found->left_out[0].place == "p0");
  CHECK(found->left_out[0].why == Claimants::LeftOut::Why::has_parts);
  CHECK(found->left_out[1].place == "p3");
  CHECK(found->left_out[1].why == Claimants::LeftOut::Why::no_score);
}

TEST_CASE("where no place belongs to another all share") {
  CHECK(names_of(*claimants(run_of_parts(false), "beds").value) ==
        std::vector<std::string>{"p0", "p1", "p2", "p4"});
}

TEST_CASE("bounds go to their places, and those that cannot are told") {
  const Run run = run_of_parts(true);
  const std::vector<ShareBounds> some{{"p1", 3, {}}, {"p2", {}, 9}, {"p3", 1, 2}};
  const auto found = claimants(run, {}, {}, some);
  CHECK(found->claims[0].low == 3);
  CHECK(found->claims[0].high == no_bound);
  CHECK(found->claims[1].low == 0);
  CHECK(found->claims[1].high == 9);
  REQUIRE(found.diagnostics.size() == 1);
  CHECK(found.diagnostics[0].code == "N567");
  const std::vector<ShareBounds> wrong{{"p1", 3, {}}, {"p1", {}, 9}, {"nowhere", 1, 2}};
  const auto refused = claimants(run, {}, {}, wrong);
  CHECK_FALSE(refused);
  REQUIRE(refused.diagnostics.size() == 2);
  CHECK(refused.diagnostics[0].code == "C333");
  CHECK(refused.diagnostics[1].code == "B490");
}

TEST_CASE("a file of bounds is read by its titles in either language") {
  const tijian_tests::TemporaryFolder folder;
  const std::string path = folder.path() + "/bounds.csv";
  tijian_tests::write_file(path, "评价单元,上限,下限\np1,\"1,200\",3\np2,,\n");
  const auto bounds = load_share_bounds(path);
  REQUIRE(bounds);
  REQUIRE(bounds->size() == 2);
  CHECK(bounds->at(0).low == 3.0);
  CHECK(bounds->at(0).high == 1200.0);
  CHECK(bounds->at(1).place == "p2");
  CHECK_FALSE(bounds->at(1).low);
  CHECK_FALSE(bounds->at(1).high);
}
