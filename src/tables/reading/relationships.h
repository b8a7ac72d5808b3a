#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "tables/reading/archive.h"
#include "tables/reading/xml_reader.h"

namespace tijian::tables {

/// A part of a package that another one refers to.
struct Relationship {
  std::string id;
  std::string type;    ///< the last word of its URI: worksheet
  std::string target;  ///< the name of the part
};

/// `of`: the part whose relationships these are.
std::vector<Relationship> read_relationships(XmlReader&, std::string_view of);
/// Those of a part, or of the package where it is empty; none where it has none.
std::vector<Relationship> relationships_of(Archive&, const std::string& part);

/// The name of the part that a target means, as seen from the part.
std::string part_name(std::string_view from, std::string_view target);

}  // namespace tijian::tables
