#include "framework/place_yaml.h"

#include "framework/written.h"
#include "yaml/either.h"
#include "yaml/files.h"
#include "yaml/text.h"

namespace tijian::framework {
namespace {

using namespace yaml;
using yaml::Node;

Shape<AttributeValue> attribute_value() {
  using V = AttributeValue;
  return either<V>(is_map(),
                   record<V>({required<V>("id", &V::id, text(), "what data and formulas refer to"),
                              optional<V>("title", &V::title, localized(),
                                          "data may say this; one text, or a map by language")}),
                   part<V>(text(), [](V& out) -> std::string& { return out.id; }));
}

}  // namespace

Shape<AttributeDraft> attribute_shape() {
  using A = AttributeDraft;
  return written(
      either<A>(is_map(),
                record<A>({required<A>("id", &A::id, text(), "the name of the column"),
                           optional<A>("title", &A::title, localized(),
                                       "a column may carry it; one text, or a map by language"),
                           optional<A>("values", &A::values, list(attribute_value(), 1),
                                       "what it may be: {id, title}, or ids; left out: any text")}),
                part<A>(text(), [](A& out) -> std::string& { return out.id; })));
}

Shape<PlacesDraft> places_shape() {
  struct Name {
    std::string file;
  };
  const auto name = record<Name>({required<Name>(
      "file", &Name::file, text(),
      "CSV: place, alias, attributes, parent, code, row, column; below the framework's folder")});
  return {[=](const Node& node, Reading& reading, PlacesDraft& out) {
            Name read;
            if (!name.read(node, reading, read)) return false;
            const auto step = reading.enter("file");
            const auto path = reading.files().locate(*node.find("file"), reading);
            out.path = path.value_or("");
            return path.has_value();
          },
          described_as(name)};
}

Shape<Peers> peers_shape() {
  return either<Peers>(
      is_map(),
      record<Peers>({required<Peers>("attribute", &Peers::attribute, text(), "one of `attributes`"),
                     optional<Peers>("groups", &Peers::groups, list(list(any_text(), 1)),
                                     "values that stand for one")}),
      part<Peers>(text(), [](Peers& out) -> std::string& { return out.attribute; }),
      [](const Peers& peers) { return !peers.groups.empty(); });
}

}  // namespace tijian::framework
