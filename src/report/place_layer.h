#pragma once
#include <functional>
#include <string>
#include <unordered_map>
#include <vector>

#include "report/json_writer.h"
#include "tijian/report/health_report.h"

namespace tijian::report {

enum class FieldType { text, real, integer, boolean };

/// A column of the layer: its name is the same in every language, its title is for people.
struct LayerField {
  std::string name;
  FieldType type;
  std::string title;
  std::function<void(Index row, JsonWriter&)> write;  ///< as a member of that name
};

/// The places of a report as a layer for maps: one feature a place of the diagnosis's period.
class PlaceLayer {
 public:
  /// B490, B491 (an InputError) where the report is of a place that has no row.
  PlaceLayer(const HealthReport&, Language);

  const std::vector<LayerField>& fields() const { return fields_; }
  /// `chaoyang_2022`; where anything in it is made up `chaoyang_2022_synthetic`.
  std::string name() const;
  /// For people: the framework, the period, what is made up.
  std::string title() const;
  /// What made it out of which files, and whose the map is.
  std::string source() const;
  /// The layer as GeoJSON (RFC 7946); the crs of a projected map is null, for nobody knows it.
  void write(JsonWriter&) const;

 private:
  void add_places();
  void add_index();
  void add_findings();
  void add_categories();
  void add_feature(Index row, JsonWriter&) const;
  /// What tells peers of each other, by its title.
  std::string type(Index row) const;
  std::string code(Index row) const;
  bool synthetic() const;

  /// What is wrong with a place.
  struct Found {
    int red = 0, orange = 0;
    std::string first;  ///< the gravest, as a sentence
  };
  const HealthReport& report_;
  const Run& run_;
  const Diagnosis& diagnosis_;
  Language say_;
  std::vector<Index> rows_;
  std::vector<Found> found_;  ///< by row of the run
  std::vector<LayerField> fields_;
  std::unordered_map<std::string, const PlaceOutline*> outlines_;
};

}  // namespace tijian::report
