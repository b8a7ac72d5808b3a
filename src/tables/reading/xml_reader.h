#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tables/reading/byte_source.h"
#include "tables/reading/xml_space.h"
#include "tables/reading/xml_tag.h"
#include "tables/reading/xml_window.h"

namespace tijian::tables {

/// Reads XML from its beginning to its end, some of it in memory at a time: a tree of a large sheet
/// takes several times as long as unpacking it. Of a DOCTYPE nothing is read, so no entities but
/// XML's five exist. What is not well-formed is a ReadFault with the part's name.
class XmlReader {
 public:
  enum class Event { open, close, text, end };

  /// Both are kept by the caller. `window` is how many bytes are looked at first.
  XmlReader(ByteSource& source, std::string_view part, std::size_t window = 1 << 16)
      : window_(source, part, window) {}

  /// Goes to the root; a fault unless it is that element.
  void root(XmlSpace, std::string_view local);
  /// Goes to the next element in the one that was opened at this depth, over what is left of the
  /// one before; false at the end.
  bool child(int depth);
  /// Goes to the end of the part, which must be one.
  void finish();
  Event next();

  // Of the element that was opened last:
  int depth() const { return static_cast<int>(elements_.size()); }
  bool is(XmlSpace space, std::string_view local) const {
    return same_name(tag_.local, local) && space_of(tag_.prefix) == space;
  }
  std::string_view local() const { return tag_.local; }
  /// As written, until the next call of anything else; null data without one.
  std::string_view attribute(std::string_view local) const {
    return attribute(XmlSpace::none, local);
  }
  std::string_view attribute(XmlSpace, std::string_view local) const;
  std::optional<std::string> attribute_text(XmlSpace, std::string_view local) const;
  std::optional<std::string> attribute_text(std::string_view local) const {
    return attribute_text(XmlSpace::none, local);
  }
  /// Whether the attribute is there and says yes.
  bool flag(std::string_view local) const;
  /// Whether blanks at its ends count.
  bool preserves_space() const { return !elements_.empty() && elements_.back().preserves_space; }
  /// The text in it, without that of elements in it; goes to its end. Until the next call.
  const std::string& content();

  /// Adds the text of the event.
  void append_text(std::string& to) const;

 private:
  struct Element {
    std::size_t name_at;
    bool preserves_space;
  };
  struct Binding {
    std::string prefix;
    XmlSpace space;
    int depth;
  };

  XmlSpace space_of(std::string_view prefix) const;
  std::string_view open_name() const {
    return std::string_view(names_).substr(elements_.back().name_at);
  }
  void begin();
  void check_declaration(std::string_view declaration) const;
  void pass_markup();
  void pass_doctype();
  Event text_event();
  Event cdata_event();
  bool take_plain_content();
  Event open_event();
  void note_attribute(const XmlTag::Attribute&);
  Event close_event();
  Event leave();
  [[noreturn]] void refuse() const { window_.refuse(); }

  XmlWindow window_;
  XmlTag tag_;
  bool begun_ = false, had_root_ = false;
  std::string names_;  ///< of the open elements, one after the other
  std::vector<Element> elements_;
  std::vector<Binding> bindings_;
  std::string_view raw_;
  bool as_is_ = false;  ///< the text of the event has no references
  std::string content_;
};

}  // namespace tijian::tables
