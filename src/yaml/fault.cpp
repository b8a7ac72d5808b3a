#include "yaml/fault.h"

#include <string>

namespace tijian::yaml {
namespace {

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

}  // namespace

Fault fault_of_syntax(std::string_view message) {
  for (const Words& words : table)
    if (message.starts_with(words.message))
      return {{words.en, words.zh}, {words.hint_en, words.hint_zh}};
  const Words other{{}, {}, {}};
  return {Text(std::string(message)), {other.hint_en, other.hint_zh}};
}

}  // namespace tijian::yaml
