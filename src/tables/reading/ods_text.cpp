#include "tables/reading/ods_text.h"

#include <algorithm>

#include "tables/reading/cell_reference.h"

namespace tijian::tables {
namespace {

constexpr int most_spaces = 32'767;  // as many as a cell of Excel's holds

class Paragraph {
 public:
  Paragraph(XmlReader& xml, std::string& to) : xml_(xml), to_(to), own_(xml.depth()) {}

  void read() {
    for (;;) switch (xml_.next()) {
        case XmlReader::Event::open:
          if (passed_ == 0) enter();
          break;
        case XmlReader::Event::text:
          if (passed_ == 0) add_text();
          break;
        case XmlReader::Event::close:
          if (xml_.depth() < passed_) passed_ = 0;
          if (xml_.depth() >= own_) break;
          if (blank_) to_.pop_back();
          return;
        case XmlReader::Event::end:
          return;
      }
  }

 private:
  void enter() {
    if (xml_.is(XmlSpace::text, "s")) {
      const int count = positive_number(xml_.attribute(XmlSpace::text, "c")).value_or(1);
      add(std::string(static_cast<std::size_t>(std::min(count, most_spaces)), ' '));
    } else if (xml_.is(XmlSpace::text, "tab")) {
      add("\t");
    } else if (xml_.is(XmlSpace::text, "line-break")) {
      add("\n");
    } else if (xml_.is(XmlSpace::office, "annotation") || xml_.is(XmlSpace::text, "note") ||
               xml_.is(XmlSpace::text, "ruby-text")) {
      passed_ = xml_.depth();
    }
  }

  void add(const std::string& text) {
    to_ += text;
    begun_ = true;
    blank_ = false;
  }

  void add_text() {
    text_.clear();
    xml_.append_text(text_);
    for (const char c : text_) {
      if (c != ' ' && c != '\t' && c != '\n' && c != '\r')
        to_ += c, begun_ = true, blank_ = false;
      else if (begun_ && !blank_)
        to_ += ' ', blank_ = true;
    }
  }

  XmlReader& xml_;
  std::string& to_;
  const int own_;
  std::string text_;
  int passed_ = 0;      ///< depth of the element that is left out
  bool begun_ = false;  ///< something stands in the paragraph
  bool blank_ = false;  ///< and its last character is a blank that may be dropped
};

}  // namespace

void read_ods_paragraph(XmlReader& xml, std::string& to) { Paragraph(xml, to).read(); }

}  // namespace tijian::tables
