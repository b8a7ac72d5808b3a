#include "tables/reading/xml_space.h"

#include <utility>

namespace tijian::tables {

XmlSpace xml_space(std::string_view uri) {
  constexpr std::pair<std::string_view, XmlSpace> known[] = {
      {"http://schemas.openxmlformats.org/spreadsheetml/2006/main", XmlSpace::sheet},
      {"http://purl.oclc.org/ooxml/spreadsheetml/main", XmlSpace::sheet},
      {"http://schemas.openxmlformats.org/officeDocument/2006/relationships", XmlSpace::relation},
      {"http://purl.oclc.org/ooxml/officeDocument/relationships", XmlSpace::relation},
      {"http://schemas.openxmlformats.org/package/2006/relationships", XmlSpace::relationships},
      {"urn:oasis:names:tc:opendocument:xmlns:office:1.0", XmlSpace::office},
      {"urn:oasis:names:tc:opendocument:xmlns:table:1.0", XmlSpace::table},
      {"urn:oasis:names:tc:opendocument:xmlns:text:1.0", XmlSpace::text},
      {"urn:oasis:names:tc:opendocument:xmlns:style:1.0", XmlSpace::style},
      {"urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0", XmlSpace::number},
      {"urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0", XmlSpace::calcext},
  };
  for (const auto& [name, space] : known)
    if (name == uri) return space;
  return XmlSpace::other;
}

}  // namespace tijian::tables
