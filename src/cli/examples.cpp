#include "examples.h"

#include <algorithm>

namespace tijian::cli {
namespace {

struct OfCommand {
  std::string_view command;
  std::vector<Example> examples;
};

const std::vector<OfCommand>& all() {
  static const std::vector<OfCommand> examples{
      {"check",
       {{{"tijian check indicators/chaoyang"}, {"is the framework right?", "指标体系有没有错"}},
        {{"tijian check indicators/chaoyang examples/chaoyang/values.csv"},
         {"and the departments' data?", "各部门的数据有没有错"}}}},
      {"score",
       {{{"tijian score indicators/chaoyang examples/chaoyang/values.csv"},
         {"a table on screen", "在屏幕上看结果"}},
        {{"tijian score indicators/chaoyang examples/chaoyang/values.csv \\", "  --out result"},
         {"result/scores.csv, for a spreadsheet", "写出 result/scores.csv，可用表格软件打开"}}}},
      {"diagnose",
       {{{"tijian diagnose indicators/chaoyang examples/chaoyang/values.csv"},
         {"the district's problems, the gravest first", "全区的问题，最严重的在前"}}}},
      {"explain",
       {{{"tijian explain indicators/chaoyang examples/chaoyang/values.csv \\",
          "  --place 朝阳区 --period 2021"},
         {"why the district has its score, or none", "全区得分的由来，或为何不计分"}},
        {{"tijian explain indicators/chaoyang examples/chaoyang/values.csv \\",
          "  --place 朝阳区 --node 常住人口规模"},
         {"one indicator: value, limit, scale", "单项指标：数值、上限、标尺"}}}},
      {"robustness",
       {{{"tijian robustness examples/beijing_districts \\",
          "  examples/beijing_districts/data.csv --samples 200"},
         {"do the ranks hold if the weights were others?", "换一组权重，名次还站得住吗"}}}},
      {"compare",
       {{{"tijian compare indicators/chaoyang examples/chaoyang/values.csv \\",
          "  --with 2020:2021"},
         {"this year against last year", "今年与去年比较"}}}},
      {"audit",
       {{{"tijian audit examples/beijing_districts \\", "  examples/beijing_districts/data.csv"},
         {"which indicators say the same twice?", "哪些指标重复"}}}},
      {"prescribe",
       {{{"tijian prescribe indicators/seven_haves_five_qualities \\",
          "  indicators/seven_haves_five_qualities/data/*units*.csv \\",
          "  --place 望京街道 --to 85"},
         {"what would lift a subdistrict to 85?", "提升哪些指标能使该街道达到 85 分？"}}}},
      {"apportion",
       {{{"tijian apportion examples/beijing_districts \\",
          "  examples/beijing_districts/data.csv --total 1000 --by education --whole 1"},
         {"1000 places shared out by a category's score", "1000 个名额按类别得分分配"}}}},
      {"template",
       {{{"tijian template indicators/chaoyang --period 2022 -o blank.csv"},
         {"one sheet with all variables", "一张表，含全部统计量"}},
        {{"tijian template indicators/chaoyang --period 2022 --split forms"},
         {"one sheet for each department", "每个部门一张表"}},
        {{"tijian template indicators/chaoyang --period 2022 --xlsx forms"},
         {"the same as workbooks with limits and drop-downs",
          "同上，存为带校验和下拉列表的工作簿"}}}},
      {"dictionary",
       {{{"tijian dictionary indicators/chaoyang -o dictionary.md"},
         {"every indicator, to read and to print", "全部指标的说明，供阅读和打印"}}}},
      {"methods",
       {{{"tijian methods"}, {"all methods by family", "全部方法，按类列出"}},
        {{"tijian methods entropy"},
         {"one method: formula, parameters, literature", "单个方法：公式、参数、文献"}}}}};
  return examples;
}

}  // namespace

std::vector<Example> examples_of(std::string_view command) {
  const auto found = std::ranges::find(all(), command, &OfCommand::command);
  return found == all().end() ? std::vector<Example>{} : found->examples;
}

}  // namespace tijian::cli
