// What yaml-cpp 0.7 lets through or places wrongly, and what becomes of it here.
#include "yaml/document.h"

#include <catch2/catch.hpp>

#include "yaml/full_width.h"

using namespace tijian;
using yaml::Node;

namespace {

struct Parsed {
  std::vector<Diagnostic> diagnostics;
  std::unique_ptr<yaml::Document> document;
  const Node& root() const { return *document->root; }
};

Parsed parsed(std::string source) {
  Parsed result;
  result.document = yaml::parse("f.yaml", std::move(source), result.diagnostics);
  return result;
}

/// The first message as code@line:column, and whether the document can be used.
std::string fault(std::string source) {
  const Parsed result = parsed(std::move(source));
  if (result.diagnostics.empty()) return "none";
  const Diagnostic& d = result.diagnostics.front();
  return d.code + "@" + std::to_string(d.where.line) + ":" + std::to_string(d.where.column) +
         (result.document->root ? "" : " fatal");
}

std::string place(const Node& node) {
  return std::to_string(node.line) + ":" + std::to_string(node.column);
}

}  // namespace

TEST_CASE("places count from one, in characters, with and without a byte order mark") {
  const std::string source = "a: {zh: 朝阳区, en: x}\r\nb: [1, 2]\n";
  for (const std::string& text : {source, "\xEF\xBB\xBF" + source}) {
    const Parsed result = parsed(text);
    REQUIRE(result.diagnostics.empty());
    CHECK(place(*result.root().find("a")) == "1:4");
    CHECK(place(*result.root().find("a")->find("zh")) == "1:9");
    CHECK(place(*result.root().find("a")->find("en")) == "1:18");
    CHECK(place(*result.root().find("b")->entries[1].value) == "2:8");
  }
}

TEST_CASE("a null stands where its key or its dash does") {
  const Parsed result = parsed("a:\nb:\nlist:\n  - 1\n  - # nothing\n\n  - ~\n  - [x, ]\n");
  REQUIRE(result.diagnostics.empty());
  CHECK(place(*result.root().find("a")) == "1:1");
  CHECK(place(*result.root().find("b")) == "2:1");
  const Node& list = *result.root().find("list");
  CHECK(list.entries[1].value->kind == Node::Kind::null);
  CHECK(place(*list.entries[1].value) == "5:3");
  CHECK(place(*list.entries[2].value) == "7:5");
}

TEST_CASE("a quoted scalar is told from a plain one") {
  const Parsed result = parsed("a: 5\nb: '5'\nc: \"5\"\nd: |\n  5\n");
  CHECK(result.root().find("a")->plain);
  for (const char* key : {"b", "c", "d"}) CHECK_FALSE(result.root().find(key)->plain);
}

TEST_CASE("the text of a scalar starts behind its quotes and block signs") {
  const Parsed result = parsed("a: x + y\nb: 'x + y'\nc: >-\n\n  x +\n  y\n");
  const auto start = [&](const char* key) {
    const Citation where = result.root().find(key)->text_start();
    return std::to_string(where.line) + ":" + std::to_string(where.column);
  };
  CHECK(start("a") == "1:4");
  CHECK(start("b") == "2:5");
  CHECK(start("c") == "5:3");
}

TEST_CASE("keys that repeat are refused, with the place of the first") {
  const Parsed result = parsed("a: 1\nb: {c: 1, c: 2}\na: 2\n");
  REQUIRE(result.diagnostics.size() == 2);
  CHECK(result.diagnostics[0].code == "Y106");
  CHECK(result.diagnostics[0].where == Citation{"f.yaml", 2, 11});
  CHECK(result.diagnostics[1].where == Citation{"f.yaml", 3, 1});
  CHECK(result.diagnostics[1].also == std::vector{Citation{"f.yaml", 1, 1}});
  CHECK(result.root().find("a")->text == "1");
}

TEST_CASE("merge keys, odd keys and tags are refused") {
  CHECK(fault("a: &x {b: 1}\nc: {<<: *x}\n") == "Y107@2:5");
  CHECK(fault("'<<': 1\n") == "none");
  CHECK(fault("? [a, b]\n: 1\n") == "Y108@1:3");
  CHECK(fault(": 1\n") == "Y108@1:1");
  CHECK(fault("a: !!int 5\n") == "Y109@1:4");
}

TEST_CASE("aliases are what they name, and may neither explode nor turn in circles") {
  const Parsed result = parsed("a: &x [1, 2]\nb: *x\n");
  REQUIRE(result.diagnostics.empty());
  CHECK(result.root().find("b") == result.root().find("a"));
  CHECK(fault("a: &x [1, *x]\n") == "Y111@1:11 fatal");
  CHECK(fault("a: *none\n") == "Y104@1:4 fatal");
  std::string bomb = "l0: &l0 [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]\n";
  for (int i = 1; i < 9; ++i) {
    const std::string up = std::to_string(i - 1);
    bomb += "l" + std::to_string(i) + ": &l" + std::to_string(i) + " [";
    for (int j = 0; j < 10; ++j) bomb += (j ? ", *l" : "*l") + up;
    bomb += "]\n";
  }
  CHECK(fault(bomb).substr(0, 4) == "Y110");
}

TEST_CASE("nesting ends at 64 levels, by aliases too") {
  CHECK(fault(std::string(64, '[') + std::string(64, ']')) == "none");
  CHECK(fault(std::string(65, '[') + std::string(65, ']')) == "Y110@1:65 fatal");
  CHECK(fault(std::string(100'000, '[')).substr(0, 4) == "Y110");
  const std::string half = std::string(40, '[') + std::string(40, ']');
  CHECK(fault("a: &a " + half + "\nb: [*a]\n") == "none");
  CHECK(fault("a: &a " + half + "\nb: " + std::string(30, '[') + "*a" + std::string(30, ']'))
            .substr(0, 4) == "Y110");
}

TEST_CASE("one document a file, and not none") {
  CHECK(fault("a: 1\n---\nb: 2\n") == "Y105@2:1 fatal");
  CHECK(fault("---\na: 1\n...\n") == "none");
  CHECK(fault("") == "Y112@1:1 fatal");
  CHECK(fault("# nothing\n") == "Y112@1:1 fatal");
}

TEST_CASE("bytes that are no text are refused with their place") {
  CHECK(fault("a: 1\nb: \xB3\xAF\xD1\xF4\n") == "Y102@2:4 fatal");  // 朝阳 in GBK
  CHECK(fault("a: 朝\xE9\x98\n") == "Y102@1:5 fatal");
  CHECK(fault(std::string("a: 1\nb: \0x\n", 11)) == "Y103@2:4 fatal");
}

TEST_CASE("faults of syntax keep their place") {
  CHECK(fault("a: b: c\n") == "Y104@1:5 fatal");
  CHECK(fault("a:\n\t- 1\n") == "Y113@2:2 fatal");
  CHECK(fault("a: \"x\nb: 1\n") == "Y114@1:4 fatal");
  CHECK(fault("a: 'it''s\nb: 1\n") == "Y114@1:4 fatal");
  CHECK(fault("a: \"x\\\"\"\nb: 'it''s'\n") == "none");
}

TEST_CASE("what is wrong with the syntax is said in both languages, with what to do") {
  const auto told = [](const std::string& text) {
    const Parsed result = parsed(text);
    INFO(text);
    REQUIRE(result.diagnostics.size() == 1);
    const Diagnostic& d = result.diagnostics[0];
    CHECK(d.code == "Y104");
    CHECK(d.message.in("zh") != d.message.in("en"));
    CHECK_FALSE(d.hint.in("zh").empty());
    return d.message.in("en").substr(std::string("this is no YAML: ").size());
  };
  CHECK(told("unit: %\n") == "text cannot begin with this character");
  CHECK(told("title: a: b\n") == "a colon cannot stand here");
  CHECK(told("a: {b: 1\n") == "a { lacks its }");
  CHECK(told("a: [b, 1\n") == "a [ lacks its ]");
  CHECK(told("a: - b\n") == "a list item cannot stand here");
  CHECK(told("a:\n  b: 1\n c: 2\n") == "this line is not indented like the keys before it");
  CHECK(told("a:\n  - b: 1\n   c: 2\n") ==
        "this line is not indented like the list items before it");
  CHECK(told("a: ? b\n") == "a key cannot stand here");
  CHECK(told("a: *b\n") == "nothing before is named as this alias (*)");
  CHECK(told("a: * b\n") == "no name follows the *");
  CHECK(told("a: & b\n") == "no name follows the &");
  CHECK(told("a: ]\n") == "a } or ] lacks its { or [");
  CHECK(told("a: \"\\q\"\n") == "this cannot follow a \\ in double quotes");
}

TEST_CASE("a file that is no file, or a huge one, is refused unread") {
  std::vector<Diagnostic> diagnostics;
  CHECK_FALSE(yaml::read_file(TIJIAN_ROOT "/no such file", diagnostics)->root);
  CHECK_FALSE(yaml::read_file(TIJIAN_ROOT, diagnostics)->root);
  REQUIRE(diagnostics.size() == 2);
  CHECK(diagnostics[0].code == "Y100");
  CHECK(diagnostics[1].code == "Y100");
}

TEST_CASE("full-width marks are found where signs of YAML stand, not in texts") {
  const auto found = [](std::string_view line, bool inside = false) {
    std::string all;
    for (const auto& sign : yaml::full_width_signs(line, inside, true))
      all += std::to_string(sign.offset) + std::string(sign.found) + ' ';
    return all;
  };
  CHECK(found("  - id：a") == "6： ");
  CHECK(found("title: 甲：乙，丙“丁”") == "");
  CHECK(found("title: \"a：b\" # c：d") == "");
  CHECK(found("title: 'it''s，a：b'") == "");
  CHECK(found("title: {zh: 甲，乙, en: A}") == "");
  CHECK(found("title: {zh: 甲，en: A}") == "15， ");
  CHECK(found("score：{zero: 0，full：100}") == "5： 16， 23： ");
  CHECK(found("unit: “人”") == "6“ 12” ");
  CHECK(found("tags: ［x，y: 1］") == "6［ 10， 17］ ");
  CHECK(found("[1，-2]") == "2， ");
  CHECK(found("1，2") == "");
  CHECK(found("1，2", true) == "1， ");
  CHECK(found("某街道：很好") == "");
}

TEST_CASE("a parser that gives up is explained by the sign or the dash that is wrong") {
  CHECK(fault("a: 1\nb：2\nc: 3\n") == "Y115@2:2 fatal");
  CHECK(fault("a: {b: 1，c: 2}\n") == "Y115@1:9 fatal");
  CHECK(fault("l:\n  - id: 1\n    x: 2\n  id: 3\n") == "Y116@4:3 fatal");
  CHECK(fault("l:\n  - id: 1\n    x: 2\n  -id: 3\n") == "Y116@4:3 fatal");
  CHECK(fault("l:\n  - id: 1\n    x: 2\n\n    id: 3\n    x: 4\n") == "Y116@5:5");
  CHECK(fault("l:\n  id: 1\n  x: 2\n  - id: 3\n") == "Y116@2:3 fatal");  // the first of them
  CHECK(fault("l:\n    id: 1\n    x: 2\n  - id: 3\n") == "Y116@2:5 fatal");
  CHECK(parsed("l:\n  - id: 1\n    x: 2\n    id: 3\n    x: 4\n").diagnostics.size() == 1);
  CHECK(fault("l:\n  - id: 1\n    x: 2\n    x: 4\n") == "Y106@4:5");
  CHECK(fault("l:\n  - {id: 1, id: 2}\n") == "Y106@2:13");
  CHECK(fault("id: 1\nid: 2\n") == "Y106@2:1");
}
