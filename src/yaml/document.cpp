#include "yaml/document.h"

#include <unicode/utf8.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <optional>
#include <sstream>
#include <string>

#include "base/catalogue.h"
#include "yaml/builder.h"
#include "yaml/full_width.h"
#include "yaml/lines.h"
#include "yaml/lost_dash.h"

namespace tijian::yaml {
namespace {

constexpr std::uintmax_t largest_file = 16u << 20;

int characters(std::string_view bytes) {
  return static_cast<int>(std::ranges::count_if(bytes, [](char c) { return (c & 0xC0) != 0x80; }));
}

bool control(char c) { return c >= 0 && c < 0x20 && c != '\t' && c != '\n' && c != '\r'; }

// The first byte that does not belong to UTF-8, or npos.
std::size_t broken_utf8(const std::string& source) {
  const char* const text = source.data();
  const auto length = static_cast<std::int64_t>(source.size());
  for (std::int64_t i = 0; i < length;) {
    const std::int64_t start = i;
    UChar32 c;
    U8_NEXT(reinterpret_cast<const uint8_t*>(text), i, length, c);
    if (c < 0) return static_cast<std::size_t>(start);
  }
  return source.npos;
}

bool readable_bytes(const Document& document, std::vector<Diagnostic>& diagnostics) {
  const std::size_t broken = broken_utf8(document.source);
  const auto stray = std::ranges::find_if(document.source, control);
  if (broken != std::string::npos)
    diagnostics.push_back(base::make_diagnostic("Y102", document.where(broken)));
  else if (stray != document.source.end())
    diagnostics.push_back(base::make_diagnostic(
        "Y103", document.where(static_cast<std::size_t>(stray - document.source.begin()))));
  return broken == std::string::npos && stray == document.source.end();
}

struct Words {
  std::string_view message;  ///< how yaml-cpp's begins
  const char *en, *zh;
  const char *hint_en = "the fault may stand in the lines before",
             *hint_zh = "错误也可能出在前几行";
};

constexpr Words table[] = {
    {"unknown token", "text cannot begin with this character", "文字不能以此字符开头",
     "put it in quotes, as in unit: \"%\"; or a quote before it is never closed",
     "请加引号，如 unit: \"%\"；或者前文有引号没有配对"},
    {"illegal map value", "a colon cannot stand here", "此处不能有冒号",
     "text with ': ' goes into quotes; a key ends with a half-width colon and a space",
     "含“: ”的文字请加引号；键后要用半角冒号加空格"},
    {"illegal map key", "a key cannot stand here", "此处不能有键"},
    {"illegal block entry", "a list item cannot stand here", "此处不能有列表项"},
    {"end of map not found", "this line is not indented like the keys before it",
     "此行的缩进与前面的键不一致"},
    {"end of sequence not found", "this line is not indented like the list items before it",
     "此行的缩进与前面的列表项不一致"},
    {"end of map flow not found", "a { lacks its }", "{ 没有配对的 }"},
    {"end of sequence flow not found", "a [ lacks its ]", "[ 没有配对的 ]"},
    {"illegal flow end", "a } or ] lacks its { or [", "} 或 ] 没有配对"},
    {"the referenced anchor is not defined", "nothing before is named as this alias (*)",
     "前文没有这个别名（*）所指的内容", "text that begins with * goes into quotes",
     "以 * 开头的文字请加引号"},
    {"alias not found", "no name follows the *", "* 之后没有名称",
     "text that begins with * goes into quotes", "以 * 开头的文字请加引号"},
    {"anchor not found", "no name follows the &", "& 之后没有名称",
     "text that begins with & goes into quotes", "以 & 开头的文字请加引号"},
    {"unknown escape character", "this cannot follow a \\ in double quotes",
     "双引号中的 \\ 之后不能是此字符", "use single quotes, or write \\\\", "请用单引号，或写 \\\\"},
};

/// What a message of yaml-cpp's means to somebody who edits a framework, and what to do.
struct Fault {
  Text reason, hint;
};

Fault fault_of_syntax(std::string_view message) {
  for (const Words& words : table)
    if (message.starts_with(words.message))
      return {{words.en, words.zh}, {words.hint_en, words.hint_zh}};
  const Words other{{}, {}, {}};
  return {Text(std::string(message)), {other.hint_en, other.hint_zh}};
}

bool tab_indents(const Document& document, int line) {
  const std::string_view text = line_at(document.source, line_start(document.source, line));
  const auto tab = text.find('\t');
  return tab != text.npos && text.find_first_not_of(" \t") > tab;
}

void build(Document& document, std::vector<Diagnostic>& diagnostics) {
  std::istringstream stream(document.source);
  Builder builder(document, diagnostics);
  try {
    YAML::Parser parser(stream);
    if (!parser.HandleNextDocument(builder))
      diagnostics.push_back(base::make_diagnostic("Y112", {document.file, 1, 1}));
    else
      parser.HandleNextDocument(builder);  // refused by the builder
    document.root = builder.root();
  } catch (const Refused&) {
  } catch (const YAML::Exception& fault) {
    const int at = std::max(0, fault.mark.pos);
    Citation where = document.where(static_cast<std::size_t>(at));
    if (tab_indents(document, where.line)) {
      diagnostics.push_back(base::make_diagnostic("Y113", std::move(where)));
      return;
    }
    std::optional<Diagnostic> likelier = full_width_fault(document, where.line);
    if (!likelier) likelier = lost_dash(document, where.line);
    if (likelier) {
      diagnostics.push_back(std::move(*likelier));
      return;
    }
    const auto [reason, hint] = fault_of_syntax(fault.msg);
    diagnostics.push_back(
        base::make_diagnostic("Y104", std::move(where), {{"reason", reason}, {"hint", hint}}));
  }
}

}  // namespace

const Node* Node::find(std::string_view key) const {
  for (const Entry& entry : entries)
    if (entry.key && entry.key->text == key) return entry.value;
  return nullptr;
}

const Node& at_path(const Node& root, std::string_view path) {
  const Node* node = &root;
  while (!path.empty()) {
    const std::size_t end = std::min(path.find_first_of(".[", 1), path.size());
    std::string_view step = path.substr(0, end);
    path.remove_prefix(end);
    const Node* next = nullptr;
    if (step.starts_with('[') && node->kind != Node::Kind::list) {
      next = node;  // one item stands for a list
    } else if (step.starts_with('[')) {
      const auto number = static_cast<std::size_t>(std::atoi(step.substr(1).data()));
      if (number >= 1 && number <= node->entries.size()) next = node->entries[number - 1].value;
    } else {
      if (step.starts_with('.')) step.remove_prefix(1);
      next = node->find(step);
    }
    if (!next) break;
    node = next;
  }
  return *node;
}

Citation Node::where() const { return {document->file, line, column}; }

Citation Node::text_start() const {
  const char first = document->source[offset];
  if (plain) return where();
  if (first != '|' && first != '>') return document->where(offset + 1);
  const std::size_t next_line = document->source.find('\n', offset);
  const std::size_t start = document->source.find_first_not_of(" \r\n", next_line);
  return start == std::string::npos ? where() : document->where(start);
}

Citation Document::where(std::size_t offset) const {
  const std::string_view before = std::string_view(source).substr(0, offset);
  const std::size_t line_start = before.rfind('\n') + 1;  // npos + 1 is 0
  return {file, static_cast<int>(std::ranges::count(before, '\n')) + 1,
          characters(before.substr(line_start)) + 1};
}

std::unique_ptr<Document> parse(std::string file, std::string source,
                                std::vector<Diagnostic>& diagnostics) {
  auto document = std::make_unique<Document>();
  document->file = std::move(file);
  if (source.starts_with("\xEF\xBB\xBF")) source.erase(0, 3);
  document->source = std::move(source);
  if (readable_bytes(*document, diagnostics)) build(*document, diagnostics);
  return document;
}

std::optional<std::string> read_bytes(const std::string& path,
                                      std::vector<Diagnostic>& diagnostics) {
  std::error_code fault;
  std::ifstream stream(path, std::ios::binary);
  if (std::filesystem::is_regular_file(path, fault) && stream) {
    std::string bytes(std::filesystem::file_size(path, fault), '\0');
    stream.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    bytes.resize(static_cast<std::size_t>(stream.gcount()));
    return bytes;
  }
  diagnostics.push_back(base::make_diagnostic("Y100", {path}));
  return {};
}

std::unique_ptr<Document> read_file(const std::string& path, std::vector<Diagnostic>& diagnostics) {
  auto unread = std::make_unique<Document>();
  unread->file = path;
  std::error_code fault;
  if (std::filesystem::is_regular_file(path, fault) &&
      std::filesystem::file_size(path, fault) > largest_file) {
    diagnostics.push_back(base::make_diagnostic("Y101", {path}));
    return unread;
  }
  std::optional<std::string> text = read_bytes(path, diagnostics);
  return text ? parse(path, std::move(*text), diagnostics) : std::move(unread);
}

}  // namespace tijian::yaml
