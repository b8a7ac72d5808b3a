#pragma once
#include <string>
#include <string_view>

namespace tijian::report {

/// Writes JSON as text, member by member: a diagnosis of many places has ten million of them, too
/// many to be held as values first.
class JsonWriter {
 public:
  JsonWriter& open(char bracket);
  JsonWriter& close(char bracket);
  /// Before a member's value, or an object or list of that name.
  JsonWriter& key(std::string_view);
  JsonWriter& add(std::string_view key, double);  ///< null where it is missing
  JsonWriter& add(std::string_view key, std::string_view text);
  JsonWriter& add(std::string_view key, const std::string& text) {
    return add(key, std::string_view(text));
  }
  JsonWriter& add(std::string_view key, const char* text) {
    return add(key, std::string_view(text));
  }
  JsonWriter& add(std::string_view key, bool);
  JsonWriter& add(std::string_view key, int);
  /// null where it is 0: no rank, no count.
  JsonWriter& add_count(std::string_view key, int);
  JsonWriter& add_text(std::string_view);  ///< an item of a list
  const std::string& text() const { return out_; }

 private:
  void separate();
  void quote(std::string_view text);

  std::string out_;
};

}  // namespace tijian::report
