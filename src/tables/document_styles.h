#pragma once
#include <string>

namespace tijian::tables {

/// The styles of a DOCX file: 宋体 and 黑体 where Chinese is written.
std::string document_styles(bool chinese);
/// How headings and numbered paragraphs count.
std::string document_numbering();

}  // namespace tijian::tables
