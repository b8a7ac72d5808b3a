#include "report/place_layer.h"

#include <algorithm>

#include "base/catalogue.h"
#include "base/output_file.h"
#include "report/finding.h"
#include "report/listed_place.h"
#include "report/map_geometry.h"
#include "report/report_formats.h"
#include "report/report_scope.h"
#include "report/words.h"

namespace tijian::report {
PlaceLayer::PlaceLayer(const HealthReport& report, Language say)
    : report_(report),
      run_(report.run),
      diagnosis_(report.diagnosis),
      say_(say),
      rows_(scope_of(report).rows),
      found_(diagnosis_.rows.size()) {
  for (const Problem& problem : diagnosis_.problems) {
    Found& found = found_[problem.row];
    ++(problem.severity == Light::red ? found.red : found.orange);
    if (found.first.empty()) found.first = finding(diagnosis_, run_, problem, say_);
  }
  if (report.map) {
    for (const PlaceOutline& outline : report.map->outlines) outlines_[outline.place] = &outline;
    // The whole, such as the district, is no part of a map of the others.
    if (const Index whole = scope_of(report).whole; whole >= 0 && rows_.size() > 1)
      if (!outlines_.contains(diagnosis_.rows.place_of(whole))) std::erase(rows_, whole);
  }
  add_places();
  add_index();
  add_findings();
  add_categories();
}

void PlaceLayer::add_places() {
  const auto add_text = [&](const char* name, const Text& title, auto text) {
    fields_.push_back({name, FieldType::text, say_(title),
                       [=](Index row, JsonWriter& json) { json.add(name, text(row)); }});
  };
  const Framework& framework = *run_.framework;
  add_text("place", {"place", "评价单元"},
           [this](Index row) { return diagnosis_.rows.place_of(row); });
  add_text("code", {"code", "代码"}, [this](Index row) { return code(row); });
  add_text("type", {"type", "类型"}, [this](Index row) { return type(row); });
  add_text("period", {"period", "时期"},
           [this](Index row) { return to_string(diagnosis_.rows.period[row]); });
  add_text("framework", {"framework", "指标体系"}, [&](Index) { return framework.id; });
  add_text("version", {"version", "版本"}, [&](Index) { return framework.version; });
}

void PlaceLayer::add_index() {
  const int column = run_.card.column(0);
  const Scorecard& card = run_.card;
  fields_.push_back({"synthetic", FieldType::boolean, say_("synthetic data", "合成数据"),
                     [this](Index row, JsonWriter& json) {
                       json.add("synthetic", any_flag(run_, {&row, 1}, flag_synthetic));
                     }});
  fields_.push_back(
      {"score", FieldType::real, say_("index", "总指数"),
       [&, column](Index row, JsonWriter& json) { json.add("score", card.score(row, column)); }});
  fields_.push_back(
      {"rank", FieldType::integer, say_("rank", "位次"), [&, column](Index row, JsonWriter& json) {
         json.add_count("rank", card.rank(row, column));
       }});
  fields_.push_back(
      {"grade", FieldType::text, say_("grade", "等级"), [&, column](Index row, JsonWriter& json) {
         const Grade* grade = card.grade(row, column);
         json.add("grade", grade ? grade->id : "");
       }});
  fields_.push_back(
      {"light", FieldType::text, say_("light", "灯"), [this](Index row, JsonWriter& json) {
         json.add("light", to_string(diagnosis_.categories(row, 0).light));
       }});
  fields_.push_back({"flags", FieldType::text, say_("flags", "标记"),
                     [this, column](Index row, JsonWriter& json) {
                       json.add("flags", flags_to_string(run_.flags(row, column)));
                     }});
}

void PlaceLayer::add_findings() {
  fields_.push_back({"red", FieldType::integer, say_("red problems", "红色预警问题数"),
                     [this](Index row, JsonWriter& json) { json.add("red", found_[row].red); }});
  fields_.push_back(
      {"orange", FieldType::integer, say_("orange problems", "预警问题数"),
       [this](Index row, JsonWriter& json) { json.add("orange", found_[row].orange); }});
  fields_.push_back(
      {"finding", FieldType::text, say_("first problem", "首要问题"),
       [this](Index row, JsonWriter& json) { json.add("finding", found_[row].first); }});
}

void PlaceLayer::add_categories() {
  for (std::size_t k = 1; k < diagnosis_.nodes.size(); ++k) {
    const Node& node = run_.framework->nodes[diagnosis_.nodes[k]];
    const int column = run_.card.column(diagnosis_.nodes[k]);
    fields_.push_back({"score_" + node.id, FieldType::real,
                       say_("{}: score", "{}：得分", say_(node.title)),
                       [this, column, key = "score_" + node.id](Index row, JsonWriter& json) {
                         json.add(key, run_.card.score(row, column));
                       }});
    fields_.push_back({"light_" + node.id, FieldType::text,
                       say_("{}: light", "{}：灯", say_(node.title)),
                       [this, k, key = "light_" + node.id](Index row, JsonWriter& json) {
                         json.add(key, to_string(diagnosis_.categories(row, k).light));
                       }});
  }
}

std::string PlaceLayer::type(Index row) const {
  const PlaceAttribute* attribute = type_attribute(*run_.framework);
  if (!attribute) return "";
  const std::string id = attribute_of(run_, row, attribute->id);
  const AttributeValue* value = attribute->value(id);
  return value && !value->title.empty() ? say_(value->title) : id;
}

std::string PlaceLayer::code(Index row) const {
  const Place* known = listed_place(run_, row);
  return known ? known->code : "";
}

bool PlaceLayer::synthetic() const { return any_flag(run_, rows_, flag_synthetic); }

std::string PlaceLayer::name() const {
  const std::string period = to_string(diagnosis_.period);
  return run_.framework->id + (period.empty() ? "" : '_' + period) +
         (synthetic() ? "_synthetic" : "");
}

std::string PlaceLayer::title() const {
  const std::string period = to_string(diagnosis_.period);
  const std::string title =
      run_title(run_, say_) + (period.empty() ? "" : say_(", {}", "，{}", period));
  return title + (synthetic() ? say_(" [synthetic data]", "【合成数据】") : "");
}

std::string PlaceLayer::source() const {
  std::vector<std::string> parts{report_.made_by};
  parts.insert(parts.end(), report_.files.begin(), report_.files.end());
  if (report_.map) parts.push_back(say_("map: {}", "地图：{}", report_.map->source));
  if (std::ranges::any_of(rows_, [&](Index row) {
        return found_[row].first.find(uncited_mark) != std::string::npos;
      }))
    parts.push_back(uncited_legend(say_));
  std::erase(parts, "");
  return base::joined(parts, "; ");
}

void PlaceLayer::write(JsonWriter& json) const {
  json.open('{').add("type", "FeatureCollection").add("name", name()).add("title", title());
  json.add("source", source());
  if (report_.map && !report_.map->degrees) json.add_json("crs", "null");
  json.key("features").open('[');
  for (const Index row : rows_) add_feature(row, json);
  json.close(']').close('}').finish();
}

void PlaceLayer::add_feature(Index row, JsonWriter& json) const {
  const auto outline = outlines_.find(diagnosis_.rows.place_of(row));
  json.open('{').add("type", "Feature").key("properties").open('{');
  for (const LayerField& field : fields_) field.write(row, json);
  json.close('}');
  json.add_json("geometry", outline == outlines_.end() ? "null" : geometry_json(*outline->second));
  json.close('}');
}

void write_geojson(const HealthReport& report, Language say, const std::string& path) {
  const PlaceLayer layer(report, say);
  base::OutputFile file(path);
  JsonWriter json([&](std::string_view bytes) { file.write(bytes); });
  layer.write(json);
  file.write("\n");
  file.close();
}

}  // namespace tijian::report
