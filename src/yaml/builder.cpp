#include "yaml/builder.h"

#include <algorithm>
#include <utility>

#include "base/catalogue.h"
#include "yaml/lost_dash.h"

namespace tijian::yaml {
namespace {

constexpr std::size_t deepest = 64;
constexpr std::size_t most_by_aliases = 100'000;

// The dash of an empty list item: the mark of its null is the next token's.
std::size_t dash_before(const std::string& source, std::size_t offset) {
  if (offset < source.size() && (source[offset] == ',' || source[offset] == ']')) return offset;
  for (std::size_t end = offset; end > 0;) {
    const std::size_t start = source.rfind('\n', end - 1) + 1;
    const std::size_t dash = source.find_first_not_of(' ', start);
    if (dash < offset && source[dash] == '-') return dash;
    if (start == 0) break;
    end = start - 1;
  }
  return offset;
}

bool null_written_at(std::string_view source) {
  return source.starts_with('~') || source.starts_with("null") || source.starts_with("Null") ||
         source.starts_with("NULL");
}

bool open_quote(std::string_view source) {
  const char quote = source[0];
  if (quote != '"' && quote != '\'') return false;
  for (std::size_t i = 1; i < source.size(); ++i) {
    const bool escape = quote == '"' && source[i] == '\\';
    const bool doubled = quote == '\'' && source.substr(i).starts_with("''");
    if (escape || doubled)
      ++i;
    else if (source[i] == quote)
      return false;
  }
  return true;
}

}  // namespace

Builder::Builder(Document& document, std::vector<Diagnostic>& diagnostics)
    : document_(document), diagnostics_(diagnostics) {}

void Builder::report(std::string_view code, Citation where, const std::string& found) {
  diagnostics_.push_back(base::make_diagnostic(code, std::move(where), {{"found", found}}));
}

void Builder::refuse(std::string_view code, const YAML::Mark& mark) {
  report(code, document_.where(static_cast<std::size_t>(mark.pos)));
  throw Refused{};
}

void Builder::OnDocumentStart(const YAML::Mark& mark) {
  if (started_) refuse("Y105", mark);
  started_ = true;
}

int Builder::column_of(const Node& node, int bytes) {
  if (node.line != counted_line_ || node.offset < counted_offset_) {
    counted_line_ = node.line;
    counted_offset_ = node.offset - static_cast<std::size_t>(bytes);
    counted_column_ = 1;
  }
  for (; counted_offset_ < node.offset; ++counted_offset_)
    if ((document_.source[counted_offset_] & 0xC0) != 0x80) ++counted_column_;
  return counted_column_;
}

Node& Builder::add(Node::Kind kind, const YAML::Mark& mark, const std::string& tag) {
  Node& node = document_.nodes.emplace_back();
  node.kind = kind;
  node.document = &document_;
  node.offset = std::min(static_cast<std::size_t>(mark.pos), document_.source.size());
  node.line = mark.line + 1;
  node.column = column_of(node, mark.column);
  if (tag != "?" && tag != "!" && !tag.empty()) report("Y109", node.where(), tag);
  return node;
}

void Builder::OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) {
  Node& node = add(Node::Kind::null, mark, {});
  if (!open_.empty() && open_.back().key) {
    node.line = open_.back().key->line;
    node.column = open_.back().key->column;
  } else if (!open_.empty() && open_.back().node->kind == Node::Kind::list) {
    cite_dash(node);
  }
  remember(anchor, node, {});
  place(node, {});
}

void Builder::cite_dash(Node& node) const {
  const std::string& source = document_.source;
  if (null_written_at(std::string_view(source).substr(node.offset))) return;
  const std::size_t dash = dash_before(source, node.offset);
  if (dash == node.offset) return;
  node.line -=
      static_cast<int>(std::count(source.begin() + dash, source.begin() + node.offset, '\n'));
  node.column = static_cast<int>(dash - source.rfind('\n', dash));
}

void Builder::OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) {
  if (anchor >= anchors_.size() || !anchors_[anchor].node) refuse("Y111", mark);
  const Anchor& target = anchors_[anchor];
  if (open_.size() + target.extent.height > deepest) refuse("Y110", mark);
  place(*target.node, target.extent);
  std::size_t nodes = 0;
  for (const Open& open : open_) nodes += open.extent.nodes;
  if (nodes > document_.nodes.size() + most_by_aliases) refuse("Y110", mark);
}

void Builder::OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       const std::string& value) {
  Node& node = add(Node::Kind::scalar, mark, tag);
  node.plain = tag != "!";
  node.text = value;
  if (!node.plain && open_quote(std::string_view(document_.source).substr(node.offset)))
    refuse("Y114", mark);
  remember(anchor, node, {});
  place(node, {});
}

void Builder::OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                              YAML::EmitterStyle::value) {
  open(Node::Kind::list, mark, tag, anchor);
}

void Builder::OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value) {
  open(Node::Kind::map, mark, tag, anchor);
}

void Builder::open(Node::Kind kind, const YAML::Mark& mark, const std::string& tag,
                   YAML::anchor_t anchor) {
  Node& node = add(kind, mark, tag);
  if (open_.size() >= deepest) refuse("Y110", mark);
  open_.push_back({.node = &node, .anchor = anchor, .extent = {}});
}

void Builder::close() {
  const Open closed = open_.back();
  open_.pop_back();
  remember(closed.anchor, *closed.node, closed.extent);
  place(*closed.node, closed.extent);
}

void Builder::remember(YAML::anchor_t anchor, const Node& node, Extent extent) {
  if (anchor == YAML::NullAnchor) return;
  if (anchors_.size() <= anchor) anchors_.resize(anchor + 1);
  anchors_[anchor] = {&node, extent};
}

void Builder::place(const Node& node, Extent extent) {
  if (open_.empty()) {
    root_ = &node;
    return;
  }
  Open& parent = open_.back();
  parent.extent.nodes += extent.nodes;
  parent.extent.height = std::max(parent.extent.height, extent.height + 1);
  if (parent.node->kind == Node::Kind::map && !parent.key) return place_key(parent, node);
  const Node* key = std::exchange(parent.key, nullptr);
  if (!std::exchange(parent.drop, false)) parent.node->entries.push_back({key, &node});
}

void Builder::place_key(Open& map, const Node& key) {
  map.key = &key;
  map.drop = true;
  if (key.kind != Node::Kind::scalar) return report("Y108", key.where());
  if (key.plain && key.text == "<<") return report("Y107", key.where());
  for (const Entry& entry : map.node->entries)
    if (entry.key->text == key.text) return repeat_key(map, key, *entry.key);
  map.drop = false;
}

// Where an item of a list begins a second time, its other keys follow: told once.
void Builder::repeat_key(Open& map, const Node& key, const Node& first) {
  if (map.lost_dash) return;
  const bool item = open_.size() > 1 && open_[open_.size() - 2].node->kind == Node::Kind::list;
  map.lost_dash = item && &first == map.node->entries.front().key && key.line > first.line;
  if (map.lost_dash) {
    diagnostics_.push_back(lost_dash(key.where(), key.text, first.where()));
    return;
  }
  report("Y106", key.where(), key.text);
  diagnostics_.back().also.push_back(first.where());
}

}  // namespace tijian::yaml
