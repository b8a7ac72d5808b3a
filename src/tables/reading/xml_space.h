#pragma once
#include <string_view>

namespace tijian::tables {

/// The namespaces of XML that workbooks use; those of strict OOXML count as the usual ones.
enum class XmlSpace : char {
  none,  ///< of an attribute without a prefix
  other,
  sheet,          ///< spreadsheetml
  relation,       ///< r:id
  relationships,  ///< the parts of a package
  office,
  table,
  text,
  style,
  number,
  calcext,
};

/// Whether names are the same; most differ in their size or first letter.
inline bool same_name(std::string_view a, std::string_view b) {
  return a.size() == b.size() && (a.empty() || (a[0] == b[0] && a == b));
}

/// The namespace of that URI.
XmlSpace xml_space(std::string_view uri);

}  // namespace tijian::tables
