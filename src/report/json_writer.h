#pragma once
#include <functional>
#include <string>
#include <string_view>
#include <utility>

namespace tijian::report {

/// Writes JSON as text, member by member: a diagnosis of many places has ten million of them, too
/// many to be held as values first.
class JsonWriter {
 public:
  /// Takes the text in pieces; nothing: it is kept.
  using Sink = std::function<void(std::string_view)>;
  explicit JsonWriter(Sink sink = {}) : sink_(std::move(sink)) {}

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
  JsonWriter& add_number(double);          ///< likewise
  JsonWriter& add_json(std::string_view key, std::string_view json);
  const std::string& text() const { return out_; }
  /// Hands the sink what is left.
  void finish();

 private:
  void separate();
  void drain();
  void quote(std::string_view text);

  Sink sink_;
  std::string out_;
  char last_ = '\0';  ///< of what the sink has; none yet
};

}  // namespace tijian::report
