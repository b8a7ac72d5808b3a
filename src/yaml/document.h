#pragma once
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tijian/diagnostic.h"

namespace tijian::yaml {

struct Node;
struct Document;

/// One child of a node: of a map with its key, of a list without.
struct Entry {
  const Node* key = nullptr;
  const Node* value = nullptr;
};

/// A node of a YAML document. Every node knows its place: a null stands where its key or its dash
/// does, and an alias is what it names, there where that stands.
struct Node {
  enum class Kind : unsigned char { null, scalar, list, map };
  Kind kind = Kind::null;
  bool plain = false;        ///< a scalar without quotes
  int line = 0, column = 0;  ///< from 1, in characters
  std::size_t offset = 0;    ///< in Document::source
  const Document* document = nullptr;
  std::string text;
  std::vector<Entry> entries;

  /// The value of a key, or null.
  const Node* find(std::string_view key) const;
  Citation where() const;
  /// The place of the first character of a scalar's text, behind quotes and block signs.
  Citation text_start() const;
};

/// The node at a path as messages write it (`strata[1].columns.id`), or the last on the way to it.
const Node& at_path(const Node& root, std::string_view path);

/// A YAML file in memory. Nodes live as long as their document.
struct Document {
  std::string file;    ///< as messages name it
  std::string source;  ///< without a byte order mark
  std::deque<Node> nodes;
  const Node* root = nullptr;  ///< null where the file could not be read

  /// The place of a byte of the source.
  Citation where(std::size_t offset) const;
};

/// Parses one document of YAML and refuses what yaml-cpp lets through: repeated keys, merge keys,
/// open quotes, tags, aliases that explode, further documents, bytes that are no UTF-8.
std::unique_ptr<Document> parse(std::string file, std::string source, std::vector<Diagnostic>&);

/// A file's bytes; Y100 where it cannot be read.
std::optional<std::string> read_bytes(const std::string& path, std::vector<Diagnostic>&);

/// A document from disk. Files over 16 MB are refused unread: yaml-cpp takes seconds for them.
std::unique_ptr<Document> read_file(const std::string& path, std::vector<Diagnostic>&);

}  // namespace tijian::yaml
