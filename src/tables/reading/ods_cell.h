#pragma once
#include <string>

#include "tables/reading/ods_styles.h"
#include "tables/reading/xml_reader.h"

namespace tijian::tables {

/// A cell of an ODS sheet as it is written.
struct OdsCell {
  std::string type;   ///< float, percentage, currency, date, time, boolean, string; or empty
  std::string value;  ///< the one of its type
  bool has_value = false, has_paragraph = false;
  bool formula = false, error = false;
  std::string formula_text;
  std::string style;    ///< its own
  std::string content;  ///< its paragraphs

  /// The element that was just opened; goes to its end.
  void read(XmlReader&);
};

/// What an ODS cell says.
struct OdsValue {
  char kind = 0;  ///< of table_sink.h; 0: nothing
  std::string text;
};

OdsValue ods_value(const OdsCell&, const ShownDate&);

}  // namespace tijian::tables
