#pragma once
#include <string>

#include "tables/reading/xml_reader.h"

namespace tijian::tables {

/// Adds the text of the paragraph that was just opened, as it is shown: blanks that are not said by
/// elements count as one, and notes are left out. Goes to its end.
void read_ods_paragraph(XmlReader&, std::string& to);

}  // namespace tijian::tables
