#include "yaml/fault.h"

#include <string>

namespace tijian::yaml {
namespace {

struct Words {
  std::string_view message;  ///< how yaml-cpp's begins
  const char *zh, *en;
  const char *hint_zh = "错误也可能出在前几行",
             *hint_en = "the fault may stand in the lines before";
};

constexpr Words table[] = {
    {"unknown token", "文字不能以此字符开头", "text cannot begin with this character",
     "请加引号，如 unit: \"%\"；或者前文有引号没有配对",
     "put it in quotes, as in unit: \"%\"; or a quote before it is never closed"},
    {"illegal map value", "此处不能有冒号", "a colon cannot stand here",
     "含“: ”的文字请加引号；键后要用半角冒号加空格",
     "text with ': ' goes into quotes; a key ends with a half-width colon and a space"},
    {"illegal map key", "此处不能有键", "a key cannot stand here"},
    {"illegal block entry", "此处不能有列表项", "a list item cannot stand here"},
    {"end of map not found", "此行的缩进与前面的键不一致",
     "this line is not indented like the keys before it"},
    {"end of sequence not found", "此行的缩进与前面的列表项不一致",
     "this line is not indented like the list items before it"},
    {"end of map flow not found", "{ 没有配对的 }", "a { lacks its }"},
    {"end of sequence flow not found", "[ 没有配对的 ]", "a [ lacks its ]"},
    {"illegal flow end", "} 或 ] 没有配对", "a } or ] lacks its { or ["},
    {"the referenced anchor is not defined", "前文没有这个别名（*）所指的内容",
     "nothing before is named as this alias (*)", "以 * 开头的文字请加引号",
     "text that begins with * goes into quotes"},
    {"alias not found", "* 之后没有名称", "no name follows the *", "以 * 开头的文字请加引号",
     "text that begins with * goes into quotes"},
    {"anchor not found", "& 之后没有名称", "no name follows the &", "以 & 开头的文字请加引号",
     "text that begins with & goes into quotes"},
    {"unknown escape character", "双引号中的 \\ 之后不能是此字符",
     "this cannot follow a \\ in double quotes", "请用单引号，或写 \\\\",
     "use single quotes, or write \\\\"},
};

}  // namespace

Fault fault_of_syntax(std::string_view message) {
  for (const Words& words : table)
    if (message.starts_with(words.message))
      return {{words.zh, words.en}, {words.hint_zh, words.hint_en}};
  const Words other{{}, {}, {}};
  return {Text(std::string(message)), {other.hint_zh, other.hint_en}};
}

}  // namespace tijian::yaml
