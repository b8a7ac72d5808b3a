#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

#include "report/html/page_parts.h"

namespace tijian::report {
namespace {

using Point = std::pair<double, double>;

/// How wide the map is in the units of the page's document, which are whole numbers: a third of a
/// pixel on a large screen.
constexpr double width = 4000;

struct Box {
  double left = std::numeric_limits<double>::infinity(), right = -left, top = -left, bottom = left;

  void add(const Point& point) {
    left = std::min(left, point.first);
    right = std::max(right, point.first);
    bottom = std::min(bottom, point.second);
    top = std::max(top, point.second);
  }
};

/// From a map to the page's plane: degrees become an equirectangular projection, true to scale in
/// the middle of the map; y goes down.
class Projection {
 public:
  explicit Projection(const PlaceMap& map) {
    for (const PlaceOutline& outline : map.outlines)
      for (const auto& ring : outline.rings)
        for (const Point& point : ring) box_.add(point);
    const double middle = (box_.bottom + box_.top) / 2 * std::numbers::pi / 180;
    across_ = map.degrees ? std::cos(middle) : 1;
    const double extent =
        std::max({(box_.right - box_.left) * across_, box_.top - box_.bottom, 1e-12});
    scale_ = width / extent;
  }

  std::pair<int, int> operator()(const Point& point) const {
    return {static_cast<int>(std::lround((point.first - box_.left) * across_ * scale_)),
            static_cast<int>(std::lround((box_.top - point.second) * scale_))};
  }

 private:
  Box box_;
  double across_ = 1, scale_ = 1;
};

/// Points that fall on the one before are left out.
void add_ring(const std::vector<Point>& ring, const Projection& project, JsonWriter& json) {
  json.open('[');
  std::optional<std::pair<int, int>> last;
  for (const Point& point : ring) {
    const auto at = project(point);
    if (at == last) continue;
    last = at;
    json.open('[').add_number(at.first).add_number(at.second).close(']');
  }
  json.close(']');
}

std::string source_words(const PlaceMap& map, Language say) {
  return map.source + (map.degrees ? say("; equirectangular projection about the middle of the map",
                                         "；以地图中部为准的等距圆柱投影")
                                   : say("; as projected in the file", "；按文件中的投影"));
}

}  // namespace

void add_page_map(const PageContent& page, JsonWriter& json) {
  const PlaceMap* map = page.report.map;
  if (!map) {
    json.add("map", missing);
    return;
  }
  const Projection project(*map);
  json.key("map").open('{').key("features").open('[');
  for (const PlaceOutline& outline : map->outlines) {
    json.open('{').add("place", outline.place).key("rings").open('[');
    for (const auto& ring : outline.rings) add_ring(ring, project, json);
    json.close(']').close('}');
  }
  json.close(']').add("source", source_words(*map, page.say)).key("unmatched").open('[');
  for (const std::string& name : map->unmatched) json.add_text(name);
  json.close(']').close('}');
}

void add_page_ranks(const PageContent& page, JsonWriter& json) {
  json.key("ranks").open('[');
  const Robustness* study = page.report.robustness;
  if (study)
    for (const Index row : page.rows.rows()) {
      const RowRobustness& one = study->by_row[static_cast<std::size_t>(row)];
      if (std::isnan(one.rank.low)) continue;
      json.open('{').add("place", page.place(row)).add("score_low", one.score.low);
      json.add("score_high", one.score.high).add("rank_low", std::round(one.rank.low));
      json.add("rank_high", std::round(one.rank.high)).close('}');
    }
  json.close(']');
}

}  // namespace tijian::report
