#pragma once
#include <memory>
#include <string>
#include <vector>

#include "tables/document_table.h"

namespace tijian::tables {

/// What office programs tell of a document, and what stands at the foot of each page beside its
/// number. There is no time among it: the same contents give the same bytes.
struct DocumentProperties {
  std::string title, subject, author;
  bool chinese = false;  ///< the language that it is spelled and set in
  std::string footer = {};
};

/// Styles by name, so that who edits the document changes them in one place. Headings are numbered
/// by the document itself: 1, 1.1; so are numbered paragraphs, from 1 on.
enum class ParagraphStyle {
  title,
  subtitle,
  notice,  ///< in a tint, to be seen
  heading1,
  heading2,
  body,
  numbered,
  continued,  ///< goes on below a numbered one
  note        ///< small
};

/// Text of one look within a paragraph.
struct TextRun {
  std::string text;
  bool bold = false;
};

/// A DOCX file, A4. Line ends within texts stay.
class Document {
 public:
  explicit Document(DocumentProperties);
  ~Document();
  Document(const Document&) = delete;
  Document& operator=(const Document&) = delete;

  void paragraph(ParagraphStyle, const std::string&);
  void paragraph(ParagraphStyle, const std::vector<TextRun>&);
  void table(const DocumentTable&);
  void page_break();
  /// OfficeError where there is no memory for it.
  std::string bytes() const;

 private:
  std::unique_ptr<struct DocumentState> state_;
};

}  // namespace tijian::tables
