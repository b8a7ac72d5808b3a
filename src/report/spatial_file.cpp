#include "report/csv_lines.h"
#include "report/peer_study_parts.h"

namespace tijian::report {
namespace {

class SpatialFile {
 public:
  SpatialFile(const SpatialPattern& pattern, const Run& run) : pattern_(pattern), run_(run) {}

  std::string text() {
    auto place = pattern_.local.begin();
    for (std::size_t k = 0; k < pattern_.global.size(); ++k) {
      const GlobalPattern& one = pattern_.global[k];
      start(one, "moran", "").add(std::to_string(one.places - one.islands));
      lines_.add(one.i).add(one.expected).add(one.z).add(one.p).add("").add("").end();
      for (; place != pattern_.local.end() && place->pattern == static_cast<int>(k); ++place)
        add(one, *place);
    }
    return lines_.text();
  }

 private:
  void add(const GlobalPattern& global, const LocalPattern& one) {
    const std::string& place = run_.table.rows.place_of(one.row);
    const std::string neighbours = std::to_string(one.neighbours);
    start(global, "local_moran", place).add(neighbours).add(one.i).add(one.expected);
    lines_.add(one.z).add(one.p).add(one.q).add(to_string(one.cluster)).end();
    start(global, "getis_ord", place).add(neighbours).add(one.getis_z).add("");
    lines_.add(one.getis_z).add(one.getis_p).add(one.getis_q);
    lines_.add(to_string(one.getis_cluster)).end();
  }

  CsvLines& start(const GlobalPattern& one, const char* measure, const std::string& place) {
    lines_.add(to_string(pattern_.period)).add(pattern_.groups[one.group]);
    lines_.add(run_.framework->nodes[one.node].id).add(measure).add(place);
    return lines_.add(std::to_string(one.places));
  }

  const SpatialPattern& pattern_;
  const Run& run_;
  CsvLines lines_ =
      CsvLines::for_people({"period", "group", "node", "measure", "place", "n", "neighbours",
                            "value", "expected", "z", "p", "q", "cluster"});
};

}  // namespace

std::string spatial_csv(const SpatialPattern& pattern, const Run& run) {
  return SpatialFile(pattern, run).text();
}

}  // namespace tijian::report
