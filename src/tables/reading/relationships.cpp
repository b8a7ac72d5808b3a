#include "tables/reading/relationships.h"

#include <charconv>

namespace tijian::tables {
namespace {

/// `a/b/` of `a/b/c`.
std::string_view folder_of(std::string_view part) { return part.substr(0, part.rfind('/') + 1); }

/// %20 and the like; what is none stays.
std::string unescaped(std::string_view uri) {
  std::string text;
  while (!uri.empty()) {
    unsigned byte = 0;
    const bool escaped =
        uri.size() > 2 && uri[0] == '%' &&
        std::from_chars(uri.data() + 1, uri.data() + 3, byte, 16).ptr == uri.data() + 3;
    text += escaped ? static_cast<char>(byte) : uri[0];
    uri.remove_prefix(escaped ? 3 : 1);
  }
  return text;
}

}  // namespace

std::string part_name(std::string_view from, std::string_view target) {
  std::string path = target.starts_with('/') ? std::string() : std::string(folder_of(from));
  path += unescaped(target);
  std::string name;
  for (std::string_view left = path; !left.empty();) {
    const std::string_view step = left.substr(0, left.find('/'));
    left.remove_prefix(std::min(step.size() + 1, left.size()));
    if (step.empty() || step == ".") continue;
    if (step != "..")
      (name += name.empty() ? "" : "/") += step;
    else
      name.resize(name.find('/') == name.npos ? 0 : name.rfind('/'));
  }
  return name;
}

std::vector<Relationship> read_relationships(XmlReader& xml, std::string_view of) {
  std::vector<Relationship> all;
  xml.root(XmlSpace::relationships, "Relationships");
  while (xml.child(1)) {
    if (!xml.is(XmlSpace::relationships, "Relationship")) continue;
    if (xml.attribute("TargetMode") == "External") continue;
    const std::string type = xml.attribute_text("Type").value_or("");
    all.push_back({xml.attribute_text("Id").value_or(""), type.substr(type.rfind('/') + 1),
                   part_name(of, xml.attribute_text("Target").value_or(""))});
  }
  xml.finish();
  return all;
}

std::vector<Relationship> relationships_of(Archive& archive, const std::string& part) {
  const std::string_view folder = folder_of(part);
  const std::string name = std::string(folder) + "_rels/" + part.substr(folder.size()) + ".rels";
  const auto entry = archive.find(name);
  if (!entry) return {};
  const auto bytes = archive.open(*entry);
  XmlReader xml(*bytes, name);
  return read_relationships(xml, part);
}

}  // namespace tijian::tables
