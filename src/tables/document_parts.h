#pragma once
#include <string>

#include "tables/document.h"
#include "tables/zip_archive.h"

namespace tijian::tables {

/// All parts of a DOCX file but its body: types, relations, styles, numbers, settings, footer,
/// properties.
ZipEntries document_parts(const DocumentProperties&);
/// The id of a style.
std::string style_id(ParagraphStyle);

}  // namespace tijian::tables
