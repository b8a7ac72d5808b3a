#pragma once
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/mark.h>

#include <string>
#include <vector>

#include "yaml/document.h"

namespace tijian::yaml {

/// Thrown by the builder, after its diagnostic, where a document cannot be read any further.
struct Refused {};

/// Builds a Document from the parser's events, so that each node has a place of its own: yaml-cpp's
/// nodes give nulls the next line's and aliases their anchor's.
class Builder : public YAML::EventHandler {
 public:
  Builder(Document&, std::vector<Diagnostic>&);
  const Node* root() const { return root_; }

  void OnDocumentStart(const YAML::Mark&) override;
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark&, YAML::anchor_t) override;
  void OnAlias(const YAML::Mark&, YAML::anchor_t) override;
  void OnScalar(const YAML::Mark&, const std::string& tag, YAML::anchor_t,
                const std::string& value) override;
  void OnSequenceStart(const YAML::Mark&, const std::string& tag, YAML::anchor_t,
                       YAML::EmitterStyle::value) override;
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark&, const std::string& tag, YAML::anchor_t,
                  YAML::EmitterStyle::value) override;
  void OnMapEnd() override { close(); }

 private:
  /// How large a node is with all its aliases written out.
  struct Extent {
    std::size_t nodes = 1;
    std::size_t height = 0;
  };
  struct Open {
    Node* node;
    YAML::anchor_t anchor;
    const Node* key = nullptr;  // of a map, waiting for its value
    bool drop = false;          // that value's key was refused
    bool lost_dash = false;     // what repeats from here on is of another item
    Extent extent = {};
  };
  struct Anchor {
    const Node* node = nullptr;  // null while it is open
    Extent extent;
  };

  Node& add(Node::Kind, const YAML::Mark&, const std::string& tag);
  void open(Node::Kind, const YAML::Mark&, const std::string& tag, YAML::anchor_t);
  void close();
  void place(const Node&, Extent);
  void place_key(Open& map, const Node& key);
  void repeat_key(Open& map, const Node& key, const Node& first);
  int column_of(const Node&, int bytes);
  void cite_dash(Node&) const;
  void remember(YAML::anchor_t, const Node&, Extent);
  void check_quotes(const Node&);
  void report(std::string_view code, Citation where, const std::string& found = {});
  [[noreturn]] void refuse(std::string_view code, const YAML::Mark&);

  Document& document_;
  std::vector<Diagnostic>& diagnostics_;
  const Node* root_ = nullptr;
  std::vector<Open> open_;
  std::vector<Anchor> anchors_;
  bool started_ = false;
  // The last node's place: columns are counted on from there, so that long lines cost one pass.
  std::size_t counted_offset_ = 0;
  int counted_line_ = 0, counted_column_ = 1;
};

}  // namespace tijian::yaml
