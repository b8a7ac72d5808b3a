#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tijian::yaml {

/// YAML to be written.
class Tree {
 public:
  /// Nothing: a map leaves its key out.
  Tree() = default;
  static Tree list() { return Tree(Kind::list); }
  static Tree map() { return Tree(Kind::map); }
  /// In quotes unless it is a plain word that no reader of YAML takes for anything else.
  static Tree text(std::string_view);
  static Tree boolean(bool);
  /// The shortest that reads back the same.
  static Tree number(double);

  bool operator==(const Tree&) const = default;
  bool nothing() const { return kind_ == Kind::nothing; }

  void add(Tree item) { add({}, std::move(item)); }
  void add(std::string_view key, Tree value);

  const std::vector<std::pair<std::string, Tree>>& entries() const { return entries_; }

  /// On one line: `{a: 1, b: [x, y]}`.
  std::string flow() const;
  /// Over lines, what fits into a line of 100 characters on one.
  std::string block() const;

 private:
  enum class Kind : unsigned char { nothing, scalar, list, map };
  explicit Tree(Kind kind) : kind_(kind) {}
  void append_block(std::string& out, std::size_t indent) const;
  void append_value(std::string& out, std::string_view after, std::size_t indent) const;

  Kind kind_ = Kind::nothing;
  std::string text_;                                   ///< of a scalar, as it stands in the file
  std::vector<std::pair<std::string, Tree>> entries_;  ///< of a list without keys
};

}  // namespace tijian::yaml
