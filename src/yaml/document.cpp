#include "yaml/document.h"

#include <unicode/utf8.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

#include "base/catalogue.h"
#include "yaml/builder.h"
#include "yaml/fault.h"

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

bool tab_indents(const Document& document, int line) {
  std::istringstream lines(document.source);
  std::string text;
  for (int i = 0; i < line; ++i) std::getline(lines, text);
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

std::unique_ptr<Document> read_file(const std::string& path, std::vector<Diagnostic>& diagnostics) {
  auto unread = std::make_unique<Document>();
  unread->file = path;
  std::error_code fault;
  const bool regular = std::filesystem::is_regular_file(path, fault);
  std::ifstream stream(path, std::ios::binary);
  if (!regular || !stream) {
    diagnostics.push_back(base::make_diagnostic("Y100", {path}));
    return unread;
  }
  if (std::filesystem::file_size(path, fault) > largest_file) {
    diagnostics.push_back(base::make_diagnostic("Y101", {path}));
    return unread;
  }
  return parse(path, {std::istreambuf_iterator<char>(stream), {}}, diagnostics);
}

}  // namespace tijian::yaml
