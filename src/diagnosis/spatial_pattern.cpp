#include "tijian/spatial_pattern.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "diagnosis/peer_group.h"
#include "statistics/fdr.h"
#include "statistics/getis.h"
#include "statistics/local_moran.h"
#include "statistics/moran.h"

namespace tijian::diagnosis {
namespace {

constexpr int least_places = 3;

/// Of both sides of the normal distribution.
double normal_p(double z) {
  return std::isnan(z) ? missing : std::erfc(std::abs(z) / std::sqrt(2));
}

/// The pairs both of whose places are in the group, by their numbers there.
statistics::Neighbours among_peers(const Rows& rows, const PeerGroup& group,
                                   const Neighbours& given) {
  std::map<std::string_view, int> number;
  for (const Index row : group.rows)
    number.emplace(rows.place_of(row), static_cast<int>(number.size()));
  std::vector<statistics::NeighbourPair> pairs;
  for (const NeighbourPlaces& pair : given.pairs) {
    const auto from = number.find(pair.place), to = number.find(pair.neighbour);
    if (from != number.end() && to != number.end())
      pairs.push_back({from->second, to->second, pair.weight});
  }
  return {static_cast<int>(group.rows.size()), pairs};
}

Cluster cluster_of(statistics::Quadrant quadrant) {
  switch (quadrant) {
    case statistics::Quadrant::high_high:
      return Cluster::high_high;
    case statistics::Quadrant::low_high:
      return Cluster::low_high;
    case statistics::Quadrant::low_low:
      return Cluster::low_low;
    case statistics::Quadrant::high_low:
      return Cluster::high_low;
    default:
      return Cluster::none;
  }
}

class PatternReader {
 public:
  PatternReader(const Run& run, const Period& period, const Neighbours& neighbours, int threads)
      : run_(run), neighbours_(neighbours), threads_(threads) {
    out_.period = period;
  }

  SpatialPattern read() {
    for (const PeerGroup& group : peer_groups(run_, out_.period)) {
      const statistics::Neighbours peers = among_peers(run_.table.rows, group, neighbours_);
      for (int node = 0; node < std::ssize(run_.framework->nodes); ++node)
        add_node(group, peers, node);
      out_.groups.push_back(group.name);
    }
    return std::move(out_);
  }

 private:
  void add_node(const PeerGroup& group, const statistics::Neighbours& peers, int node) {
    const std::vector<double> values = values_of(run_, group, node);
    const statistics::Moran all = statistics::moran(values, peers);
    if (all.places < least_places) return;
    const double p = normal_p(all.z_randomised);
    out_.global.push_back({static_cast<int>(out_.groups.size()), node, all.places, all.islands,
                           all.i, all.expected, all.variance_randomised, all.z_randomised, p});
    if (run_.framework->nodes[node].indicator < 0 || p <= spatial_alpha)
      add_places(group, peers, values);
  }

  void add_places(const PeerGroup& group, const statistics::Neighbours& peers,
                  const std::vector<double>& values) {
    const statistics::Neighbours present = peers.among(values);
    const statistics::LocalMoran moran =
        statistics::local_moran(values, peers, {.threads = threads_});
    const statistics::GetisOrd getis = statistics::getis_ord(values, peers);
    std::vector<LocalPattern> places;
    for (std::size_t k = 0; k < values.size(); ++k) {
      if (std::isnan(values[k])) continue;
      const statistics::LocalMoranPlace& at = moran.at[k];
      LocalPattern one;
      one.pattern = static_cast<int>(out_.global.size()) - 1;
      one.row = group.rows[k];
      one.neighbours = static_cast<int>(present.of(static_cast<int>(k)).size());
      one.i = at.i;
      one.expected = at.expected;
      one.z = at.z;
      one.p = at.p;
      one.cluster = one.neighbours > 0 ? cluster_of(at.quadrant) : Cluster::island;
      one.getis_z = getis.z[k];
      one.getis_p = normal_p(getis.z[k]);
      one.getis_cluster = one.neighbours > 0 ? Cluster::none : Cluster::island;
      places.push_back(one);
    }
    decide(places);
    out_.local.insert(out_.local.end(), places.begin(), places.end());
  }

  /// What counts once all places are looked at.
  static void decide(std::vector<LocalPattern>& places) {
    std::vector<double> moran, getis;
    for (const LocalPattern& one : places) {
      moran.push_back(std::isnan(one.p) ? missing : std::min(1.0, 2 * one.p));
      getis.push_back(one.getis_p);
    }
    moran = statistics::false_discovery_rate(moran);
    getis = statistics::false_discovery_rate(getis);
    for (std::size_t k = 0; k < places.size(); ++k) {
      LocalPattern& one = places[k];
      one.q = moran[k];
      one.getis_q = getis[k];
      if (one.neighbours == 0) continue;
      if (!(one.q <= spatial_alpha)) one.cluster = Cluster::none;
      if (one.getis_q <= spatial_alpha)
        one.getis_cluster = one.getis_z > 0 ? Cluster::hot : Cluster::cold;
    }
  }

  const Run& run_;
  const Neighbours& neighbours_;
  const int threads_;
  SpatialPattern out_;
};

}  // namespace

}  // namespace tijian::diagnosis

namespace tijian {

std::string_view to_string(Cluster cluster) {
  constexpr std::array<std::string_view, 8> names{"none",     "high_high", "low_low", "high_low",
                                                  "low_high", "hot",       "cold",    "island"};
  return names[static_cast<std::size_t>(cluster)];
}

SpatialPattern spatial_pattern(const Run& run, const Period& period, const Neighbours& neighbours,
                               int threads) {
  diagnosis::check_all_nodes(run);
  return diagnosis::PatternReader(run, period, neighbours, threads).read();
}

}  // namespace tijian
