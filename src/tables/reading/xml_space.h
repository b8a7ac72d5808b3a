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

/// The namespace of that URI.
XmlSpace xml_space(std::string_view uri);

}  // namespace tijian::tables
