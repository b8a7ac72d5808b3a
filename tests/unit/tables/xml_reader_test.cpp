// XML as it comes and as it must not, in windows so small that every token lies across one's end.
#include "tables/reading/xml_reader.h"

#include <catch2/catch.hpp>

#include "tables/reading/read_fault.h"

using namespace tijian::tables;

namespace {

/// Elements in brackets, text between them; "refused" where it is not well-formed.
std::string events(const std::string& text, std::size_t window) {
  HeldBytes source(text);
  XmlReader xml(source, "part", window);
  std::string out;
  try {
    for (;;) switch (xml.next()) {
        case XmlReader::Event::open:
          out += "[" + std::string(xml.local());
          break;
        case XmlReader::Event::close:
          out += "]";
          break;
        case XmlReader::Event::text:
          xml.append_text(out);
          break;
        case XmlReader::Event::end:
          return out;
      }
  } catch (const ReadFault& fault) {
    CHECK(std::string(fault.word) == "damaged");
    CHECK(fault.detail == "part");
    return "refused";
  }
}

void check_events(const std::string& text, const std::string& expected) {
  for (const std::size_t window : {1u, 2u, 3u, 7u, 64u, 65536u}) {
    INFO(text << " in a window of " << window);
    CHECK(events(text, window) == expected);
  }
}

}  // namespace

TEST_CASE("well-formed XML is read") {
  check_events("<a/>", "[a]");
  check_events("\xEF\xBB\xBF<?xml version='1.0' encoding='utf-8'?>\n<a >x</a >\n", "[ax]");
  check_events("<p:a xmlns:p='u' b=\"'>\" c = '\"'><b/>t<c></c></p:a><!-- > -- >x--> <?pi <a>?>",
               "[a[b]t[c]]");
  check_events("<a>&lt;&#20013;&#x6587;&amp;<![CDATA[<&amp;]]]]><![CDATA[>]]>\r\n\r</a>",
               "[a<中文&<&amp;]]>\n\n]");
  check_events("<!DOCTYPE a PUBLIC \"-//x>\" 'y' [<!ENTITY e \"]>\">]><a/>", "[a]");
}

TEST_CASE("what is not well-formed is refused") {
  for (const char* text : {"",
                           " ",
                           "x",
                           "<",
                           "<a",
                           "<a>",
                           "<a></b>",
                           "<a></a",
                           "<a></ab>",
                           "<ab></a>",
                           "<a/><b/>",
                           "<a/>x",
                           "x<a/>",
                           "</a>",
                           "<a b></a>",
                           "<a b=1/>",
                           "<a b='1/>",
                           "<a ='1'/>",
                           "<a / >",
                           "<>x</>",
                           "<a>&e;</a>",
                           "<a>&</a>",
                           "<a>&#0x;</a>",
                           "<a>&#xD800;</a>",
                           "<a>&#1114112;</a>",
                           "<a><!-- </a>",
                           "<a><![CDATA[ </a>",
                           "<![CDATA[x]]><a/>",
                           "<a><!DOCTYPE a></a>",
                           "<!a><a/>",
                           "<?xml encoding='gb18030'?><a/>",
                           "<?xml version='1.0'",
                           "\xFF\xFE<\0a\0"})
    check_events(text, "refused");
  check_events("<!DOCTYPE a [<!ENTITY e 'eeee'>]><a>&e;</a>", "refused");
}

TEST_CASE("names belong to the namespace that their prefix has there") {
  const std::string text =
      "<x:a xmlns:x='urn:oasis:names:tc:opendocument:xmlns:table:1.0' xmlns='urn:other' x:n='1' "
      "n='2'>"
      "<a/><x:b xmlns:x='urn:other' x:n='3'/><y:b/><x:b>t<c>not</c>u</x:b></x:a>";
  HeldBytes source(text);
  XmlReader xml(source, "part", 8);
  xml.root(XmlSpace::table, "a");
  CHECK(xml.attribute(XmlSpace::table, "n") == "1");
  CHECK(xml.attribute("n") == "2");
  CHECK_FALSE(xml.attribute(XmlSpace::text, "n").data());
  REQUIRE(xml.child(1));
  CHECK_FALSE(xml.is(XmlSpace::table, "a"));
  REQUIRE(xml.child(1));
  CHECK_FALSE(xml.is(XmlSpace::table, "b"));
  CHECK_FALSE(xml.attribute(XmlSpace::table, "n").data());
  REQUIRE(xml.child(1));
  CHECK_FALSE(xml.is(XmlSpace::table, "b"));
  REQUIRE(xml.child(1));
  CHECK(xml.is(XmlSpace::table, "b"));
  CHECK(xml.content() == "tu");
  CHECK_FALSE(xml.child(1));
  CHECK(xml.next() == XmlReader::Event::end);
}

TEST_CASE("elements in each other are read to a depth of 256") {
  const auto nested = [](int depth) {
    std::string text;
    for (int i = 0; i < depth; ++i) text += "<a>";
    for (int i = 0; i < depth; ++i) text += "</a>";
    return text;
  };
  CHECK(events(nested(256), 64).size() == 3 * 256);  // [ a ]
  CHECK(events(nested(257), 64) == "refused");
}
