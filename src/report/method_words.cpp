#include "report/method_words.h"

#include <algorithm>

#include "base/number.h"
#include "base/value_text.h"
#include "model/rules.h"
#include "tijian/report/layout.h"

namespace tijian::report {
namespace {

class MethodWords {
 public:
  MethodWords(const Run& run, Language say)
      : run_(run), method_(run.model.method), table_(*run.model.methods), say_(say) {}

  std::vector<Fact> lines() {
    add({"Scores of indicators", "指标得分"}, scoring());
    add({"Outliers", "异常值"}, entry(method_.treat, table_.treaters));
    add({"Missing values", "缺失值"}, imputing());
    add({"Weights", "权重"}, weighing());
    add({"Scores of categories and the index", "类别得分与总指数"}, aggregating());
    add({"When a score is given", "何时给出得分"}, enough());
    add({"Hard limits", "底线"}, capping());
    add({"Peers", "同类"}, peers());
    add({"Compared with", "参照"}, reference());
    add({"Rounding", "取整"}, rounding());
    for (const Text& note : run_.model.notes) add({"Note", "说明"}, say_(note));
    return std::move(lines_);
  }

 private:
  void add(const Text& title, std::string text) {
    if (!text.empty()) lines_.push_back({say_(title), std::move(text)});
  }

  /// `Min-max (min_max)`; empty for `none`.
  template <class Entry>
  std::string entry(const Choice& choice, const std::vector<Entry>& entries) const {
    if (choice.name == "none") return "";
    const Entry* known = find_method(entries, choice.name);
    return (known ? say_(known->title) : choice.name) +
           say_(" ({})", "（{}）", base::written(choice));
  }

  std::string scoring() const {
    const auto& all = run_.framework->indicators;
    const auto relative = std::ranges::count_if(
        all, [&](const Indicator& own) { return model::scaled_by_sample(method_, own); });
    std::string text;
    if (const auto fixed = std::ssize(all) - relative; fixed > 0)
      text = say_("{} indicators by a value function of their own, from plan or standard",
                  "{} 项指标按各自的计分函数（由规划或标准确定）", fixed);
    if (relative == 0) return text;
    return text + (text.empty() ? "" : say_("; ", "；")) +
           say_("{} relative to the sample: {}", "{} 项在样本内相对计分：{}", relative,
                entry(method_.normalise, table_.normalisers));
  }

  std::string imputing() const {
    std::string text;
    for (const Choice& one : method_.impute)
      if (const std::string words = entry(one, table_.imputers); !words.empty())
        text += (text.empty() ? "" : say_(", then ", "，再用")) + words;
    return text.empty() ? say_("left out; the weights of the others count for them",
                               "不计入，由其余指标的权重补足")
                        : text;
  }

  std::string weighing() const {
    return entry(method_.weights, table_.weightings) +
           (method_.weights_over_index ? say_(", over the whole index", "，在全部指标范围内") : "");
  }

  std::string aggregating() const {
    std::string text;
    for (const Aggregation& one : method_.aggregate)
      text += (text.empty() ? "" : say_("; above that ", "；再上一级")) + of_nodes(one) +
              entry(one.mean, table_.aggregators);
    return text;
  }

  /// `Housing, Transport: `; empty where it goes by height.
  std::string of_nodes(const Aggregation& one) const {
    std::string text;
    for (const std::string& id : one.nodes) {
      const int node = run_.framework->find_node(id);
      text += (text.empty() ? "" : say_(", ", "、")) +
              (node < 0 ? id : say_(run_.framework->nodes[node].title));
    }
    return text.empty() ? "" : text + say_(": ", "：");
  }

  std::string enough() const {
    const MissingRules& rules = method_.missing;
    std::string text;
    if (rules.min_coverage > 0)
      text = say_("at least {} of what applies has a value", "适用指标中至少 {} 有数",
                  percent(rules.min_coverage));
    if (rules.min_indicators > 0)
      text += (text.empty() ? "" : say_("; ", "；")) +
              say_("at least {} indicators", "至少 {} 项指标", rules.min_indicators);
    return text;
  }

  std::string capping() const {
    if (std::ranges::none_of(run_.framework->indicators, &Indicator::binding)) return "";
    return say_("a breach holds the scores above it at {} of the scale",
                "突破底线时，其上各级得分封顶于标尺的 {}", percent(model::cap_of_breach));
  }

  std::string peers() const {
    const Peers& peers = run_.framework->peers;
    const int attribute = run_.framework->find_attribute(peers.attribute);
    if (attribute < 0)
      return say_("all places are compared with each other", "全部评价单元互相比较");
    return say_("places are compared with those of the same {}", "与“{}”相同或同组的评价单元比较",
                say_(run_.framework->attributes[static_cast<std::size_t>(attribute)].title));
  }

  /// Which rows set the scale of relative scores; empty where all are asked, as is the rule.
  std::string reference() const {
    const Reference& own = method_.reference;
    std::string text;
    if (own.periods == Reference::Periods::each) text = say_("each period by itself", "各时期分别");
    for (const Period& period : own.listed)
      text += (text.empty() ? say_("the periods ", "时期 ") : say_(", ", "、")) + to_string(period);
    if (own.group.empty()) return text;
    const int known = run_.framework->find_attribute(own.group);
    return text + (text.empty() ? "" : say_("; ", "；")) +
           (own.group == Reference::no_group
                ? say_("all places, whatever their peers", "全部评价单元，不分同类")
                : say_("places alike in {}", "{}相同的评价单元",
                       known < 0 ? own.group : say_(run_.framework->attributes[known].title)));
  }

  std::string rounding() const {
    const Rounding& round = method_.round;
    if (!round.indicator && !round.category && !round.index) return "";
    const auto decimals = [&](const std::optional<int>& kept) {
      return kept ? std::to_string(*kept) : say_("all", "全部");
    };
    return say_("decimals kept: indicators {}, categories {}, index {}",
                "保留小数：指标 {}，类别 {}，指数 {}", decimals(round.indicator),
                decimals(round.category), decimals(round.index));
  }

  const Run& run_;
  const Method& method_;
  const MethodTable& table_;
  Language say_;
  std::vector<Fact> lines_;
};

}  // namespace

std::vector<Fact> method_facts(const Run& run, Language say) {
  return MethodWords(run, say).lines();
}

Fact robustness_fact(const Robustness& study, Language say) {
  std::string text = say("{} replications", "{} 次模拟", study.runs);
  for (const Text& variation : study.variations) text += say("; ", "；") + say(variation);
  return {say("How sure ranks are", "名次有多可靠"), std::move(text)};
}

}  // namespace tijian::report
