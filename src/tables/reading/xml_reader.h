#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tables/reading/byte_source.h"
#include "tables/reading/xml_space.h"

namespace tijian::tables {

/// Reads XML from its beginning to its end, some of it in memory at a time: a tree of a large sheet
/// takes several times as long as unpacking it. Of a DOCTYPE nothing is read, so no entities but
/// XML's five exist. What is not well-formed is a ReadFault with the part's name.
class XmlReader {
 public:
  enum class Event { open, close, text, end };

  /// Both are kept by the caller. `window` is how many bytes are looked at first.
  XmlReader(ByteSource&, std::string_view part, std::size_t window = 1 << 16);

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
    return same_name(local_, local) && space_of(prefix_) == space;
  }
  std::string_view local() const { return local_; }
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
  struct Attribute {
    std::string_view name, value;
  };
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
  std::string_view ahead() const { return {buffer_.data() + at_, end_ - at_}; }
  bool more();
  bool looks_at(std::string_view beginning);
  std::size_t find_ahead(std::string_view what, std::size_t from);
  void begin();
  void check_declaration(std::string_view declaration) const;
  void pass_doctype();
  void pass_markup();
  void forget_tag();
  bool take_plain_content();
  Event text_event();
  Event cdata_event();
  Event open_event();
  bool parse_tag();
  void enter();
  void note_attribute(const Attribute&);
  Event close_event();
  Event leave();
  [[noreturn]] void refuse() const;

  ByteSource& source_;
  std::string_view part_;
  std::string buffer_;
  std::size_t at_ = 0, end_ = 0;
  bool begun_ = false, exhausted_ = false, had_root_ = false, self_closed_ = false;
  std::string_view name_, prefix_, local_;
  std::vector<Attribute> attributes_;
  std::string names_;  ///< of the open elements, one after the other
  std::vector<Element> elements_;
  std::vector<Binding> bindings_;
  std::string_view raw_;
  bool as_is_ = false;  ///< the text of the event has no references
  std::string content_;
};

}  // namespace tijian::tables
