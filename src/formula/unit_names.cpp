#include "formula/unit_names.h"

#include <algorithm>
#include <iterator>
#include <vector>

namespace tijian::formula {
namespace {

struct Meaning {
  std::string_view names;  ///< separated by spaces
  std::string_view meaning;
};

constexpr Meaning meanings[] = {
    // Base units: what must never be added to anything else.
    {"人", "人"},
    {"户", "户"},
    {"元", "元"},
    {"美元", "美元"},
    {"欧元", "欧元"},
    {"英镑", "英镑"},
    {"日元", "日元"},
    {"港元", "港元"},
    {"标准煤", "标准煤"},  // a kilogram of coal equivalent
    {"分贝", "分贝"},      // levels: no sum of them means anything, but a mean or a difference does
    {"摄氏度", "摄氏度"},  // has its own zero: never converted to kelvin
    {"名 person persons people capita resident residents", "人"},
    {"家庭 household households", "户"},
    {"人民币 CNY RMB yuan", "元"},
    {"USD $", "美元"},
    {"EUR €", "欧元"},
    {"GBP £", "英镑"},
    {"JPY", "日元"},
    {"HKD 港币", "港元"},
    {"dB dBA dB(A) 分贝(A)", "分贝"},
    {"°C celsius", "摄氏度"},
    {"公斤标准煤 千克标煤 公斤标煤 kgce", "标准煤"},
    {"克标准煤 gce", "0.001 标准煤"},
    {"吨标准煤 吨标煤 tce", "1000 标准煤"},

    // Counts. 人次 counts visits: it is no number of persons.
    {"个 件 处 家 场 张 套 辆 所 块 项 部 台 栋 幢 座 条 起 例 位 次 宗 只 株 棵 间 层 批 批次 "
     "人次 "
     "户次 车次 班次 场次 床 床位 学位 托位 泊位 车位 村 社区 街道 乡镇 小区 班 校 站 点 种 类 篇 "
     "门 "
     "盏 根 口 本 册 艘 架 列 节 对 组 支 队 枚 份 单 级 分 片 颗 顶 幅 杆 倍 标台 pcu 无量纲 unit "
     "units piece pieces item "
     "items "
     "point points",
     "1"},
    {"百分点 个百分点 百分比", "%"},
    {"‰", "0.001"},
    {"‱", "0.0001"},

    // Lengths, areas, volumes.
    {"米", "m"},
    {"分米", "0.1 m"},
    {"厘米", "0.01 m"},
    {"毫米", "0.001 m"},
    {"微米", "1e-6 m"},
    {"公里 千米", "1000 m"},
    {"人公里", "1000 人 m"},
    {"里", "500 m"},
    {"平方米 平米", "m2"},
    {"平方公里 平方千米", "1000000 m2"},
    {"平方厘米", "0.0001 m2"},
    {"公顷", "10000 m2"},
    {"亩 mu", "m2/0.0015"},
    {"立方米 方", "m3"},
    {"立方公里 立方千米", "1e9 m3"},
    {"升", "0.001 m3"},
    {"毫升", "1e-6 m3"},

    // Masses.
    {"吨", "1000 kg"},
    {"公斤", "kg"},
    {"斤", "0.5 kg"},
    {"克", "0.001 kg"},
    {"毫克", "1e-6 kg"},
    {"微克", "1e-9 kg"},
    {"纳克", "1e-12 kg"},
    {"吨二氧化碳 吨二氧化碳当量 吨CO2 tCO2 tCO2e", "1000 kg"},
    {"千克二氧化碳 千克二氧化碳当量 kgCO2 kgCO2e", "kg"},
    {"吨公里", "1000000 kg m"},

    // Times. A year has 365 days, a month is its twelfth.
    {"秒", "s"},
    {"分钟", "60 s"},
    {"小时 时", "3600 s"},
    {"天 日", "86400 s"},
    {"周 星期", "604800 s"},
    {"月 个月 month months", "2628000 s"},
    {"季 季度 quarter quarters", "7884000 s"},
    {"年 year years yr a 岁 周岁", "31536000 s"},

    // Energy, power, pressure.
    {"焦 焦耳", "J"},
    {"瓦 瓦特", "W"},
    {"兆瓦", "1000000 W"},
    {"瓦时 Wh", "3600 J"},
    {"兆瓦时 MWh", "3600000000 J"},
    {"兆焦", "1000000 J"},
    {"吉焦", "1e9 J"},
    {"kWh", "3600000 J"},
    {"GWh", "3.6e12 J"},
    {"TWh", "3.6e15 J"},
    {"帕 帕斯卡", "Pa"},
    {"兆帕", "1000000 Pa"},
};

struct Entry {
  std::string_view name, meaning;
};

std::vector<Entry> by_name() {
  std::vector<Entry> entries;
  for (const auto& [names, meaning] : meanings) {
    std::string_view rest = names;
    while (!rest.empty()) {
      const auto end = std::min(rest.find(' '), rest.size());
      entries.push_back({rest.substr(0, end), meaning});
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }
  std::ranges::sort(entries, {}, &Entry::name);
  return entries;
}

}  // namespace

std::string_view unit_name(std::string_view name) {
  static const std::vector<Entry> entries = by_name();
  const auto found = std::ranges::lower_bound(entries, name, {}, &Entry::name);
  return found != entries.end() && found->name == name ? found->meaning : std::string_view{};
}

}  // namespace tijian::formula
