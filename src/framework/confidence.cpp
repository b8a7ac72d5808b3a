#include "framework/confidence.h"

#include <algorithm>
#include <vector>

#include "yaml/scalar.h"

namespace tijian::framework {
namespace {

const std::vector<std::string> words{"seed",    "cited",      "derived",  "definitional",
                                     "uncited", "convention", "no-number"};

bool is_confidence(std::string_view text) {
  if (text == "no-number") return true;
  const std::string_view word = text.substr(0, text.find('-'));
  return !text.ends_with('-') && std::ranges::find(words, word) != words.end();
}

bool read_confidence(const yaml::Node& node, yaml::Reading& reading, std::string& out) {
  if (!yaml::text().read(node, reading, out)) return false;
  if (is_confidence(out)) return true;
  yaml::report_unknown(reading, "F222", node, out, words);
  return false;
}

}  // namespace

yaml::Shape<std::string> confidence() {
  return {read_confidence,
          [](yaml::Definitions&) {
            return yaml::matching(
                "^((seed|cited|derived|definitional|uncited|convention)(-.*[^-])?|no-number)$");
          },
          yaml::written_as(yaml::text())};
}

}  // namespace tijian::framework
