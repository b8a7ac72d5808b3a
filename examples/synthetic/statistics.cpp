#include "statistics.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "random.h"

namespace synthetic {
namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();

/// How much of the epidemic a year saw.
double epidemic(int year) { return year == 2020 ? 1 : year == 2021 ? 0.8 : year == 2022 ? 1.1 : 0; }

double rounded(double x, int decimals) {
  const double scale = std::pow(10, decimals);
  return std::round(x * scale) / scale;
}

/// `share` moved along the logistic curve: it stays between 0 and 1.
double moved(double share, double shift) {
  return 1 / (1 + (1 - share) / share * std::exp(-shift));
}

double base(const Recipe& r, const Place& p, int year) {
  if (r.variable == "land_area") return p.area;
  return p.residents * std::exp(p.growth * (year - 2020));
}

double value(const Recipe& r, const Place& p, int year, double of, double disturbance) {
  const double shift = r.growth * (year - 2020) + r.quality * p.quality + r.urban * p.urban +
                       r.epidemic * epidemic(year) + r.spread * disturbance;
  switch (r.kind) {
    case Recipe::Kind::base:
      return base(r, p, year);
    case Recipe::Kind::amount:
      return of * r.level * std::exp(shift);
    case Recipe::Kind::share:
      return of * moved(r.level, shift);
    case Recipe::Kind::linear:
      return std::max(0.0, r.level + r.growth * (year - 2020));
    default:
      return r.level * std::exp(shift);
  }
}

/// Sum of the units, or for means the mean weighted by residents.
double over_units(const Recipe& r, const std::vector<Place>& places, const Series& series,
                  std::size_t year) {
  double sum = 0, weights = 0;
  for (std::size_t p = 0; p < places.size(); ++p) {
    if (places[p].district || std::isnan(series[p][year])) continue;
    const double weight = r.kind == Recipe::Kind::mean ? places[p].residents : 1;
    sum += weight * series[p][year];
    weights += weight;
  }
  return r.kind == Recipe::Kind::mean ? sum / weights : sum;
}

/// Statistics of the district and of its units come from different offices and differ a little; the
/// land does not.
double discrepancy(const Recipe& r, double disturbance) {
  return r.kind == Recipe::Kind::base ? 1 : 1 + 0.003 * disturbance;
}

bool exists(const Recipe& r, const Place& p) {
  if (r.where == Recipe::Where::district) return p.district;
  return r.where == Recipe::Where::all || p.rural || p.district;
}

/// Rounds, and keeps a part within its whole.
double settled(const Recipe& r, double x, double of) {
  const double y = rounded(x, r.decimals);
  return r.kind == Recipe::Kind::share ? std::min(y, of) : y;
}

Series make_series(const Recipe& r, const std::vector<Place>& places, const Series* of,
                   std::uint64_t seed) {
  Random random(seed, r.variable);
  Series series(places.size());
  for (std::size_t p = places.size(); p-- > 0;) {  // the district, which is first, comes last
    const double lasting = random.normal();
    for (std::size_t y = 0; y < years.size(); ++y) {
      const double whole = of ? (*of)[p][y] : 1, passing = random.normal();
      const bool summed = places[p].district && r.where != Recipe::Where::district;
      const double disturbance = places[p].district ? passing : lasting + 0.1 * passing;
      const double x = summed ? over_units(r, places, series, y) * discrepancy(r, passing)
                              : value(r, places[p], years[y], whole, disturbance);
      series[p][y] = exists(r, places[p]) ? settled(r, x, whole) : none;
    }
  }
  return series;
}

}  // namespace

std::vector<Series> make_statistics(const std::vector<Recipe>& recipes,
                                    const std::vector<Place>& places, std::uint64_t seed) {
  std::vector<Series> all;
  all.reserve(recipes.size());
  for (const Recipe& r : recipes)
    all.push_back(make_series(r, places, r.of < 0 ? nullptr : &all[r.of], seed));
  return all;
}

void drop_cells(std::vector<Series>& statistics, double share, std::uint64_t seed) {
  Random random(seed, "missing");
  for (Series& series : statistics)
    for (std::size_t p = 0; p < series.size(); ++p)
      for (std::size_t y = 0; y < years.size(); ++y)
        if (random.uniform() < share && (p > 0 || y > 0)) series[p][y] = none;
}

}  // namespace synthetic
