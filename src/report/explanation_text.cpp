#include <cmath>
#include <utility>

#include "base/number.h"
#include "base/value_text.h"
#include "report/score_words.h"
#include "report/text_table.h"
#include "report/words.h"
#include "tijian/report/explanation.h"
#include "tijian/report/layout.h"

namespace tijian::report {
namespace {

class ExplanationText {
 public:
  ExplanationText(const Run& run, const View& view) : run_(run), view_(view), say_(view.say) {}

  std::string node(const Explanation& e) const { return is_leaf(e) ? leaf(e) : category(e); }

 private:
  const Node& of(const Explanation& e) const { return e.of(run_); }
  std::string title(const Explanation& e) const { return say_(of(e).title); }
  static std::string mark(const Explanation& e) { return e.uncited_score ? uncited_mark : ""; }

  std::string strong(const std::string& text) const {
    return styled(text, Style::strong, view_.colour) + '\n';
  }
  std::string line(const std::string& text, Style style = Style::plain) const {
    return styled(wrap("  " + text, view_.width, 4), style, view_.colour) + '\n';
  }

  std::string category(const Explanation& e) const {
    std::string out = strong(title(e) + "  " + base::fixed(e.score, 3) + grade(e));
    out += line(mean_words(e));
    if (has_scores(e)) out += contributions(e);
    out += after_the_sum(e) + left_out(e) + '\n';
    for (const Explanation& child : e.children)
      if (child.absence != Absence::not_applicable && child.absence != Absence::no_value)
        out += node(child);
    return out;
  }

  /// `, Integrated development`: the score's grade, where the node has grades.
  std::string grade(const Explanation& e) const {
    const std::string words = grade_words(of(e), grade_of(run_, e), say_);
    return words.empty() ? "" : say_(", ", "，") + words;
  }

  bool is_leaf(const Explanation& e) const { return of(e).indicator >= 0; }
  /// Whether the sample decides the child's score, unlike that of another child.
  static bool compares(const Explanation& e, const Explanation& child) {
    return e.mixed && child.relative;
  }
  static bool has_scores(const Explanation& e) {
    return std::ranges::any_of(e.children,
                               [](const Explanation& c) { return !std::isnan(c.score); });
  }

  std::string mean_words(const Explanation& e) const {
    const auto with = std::ranges::count_if(
        e.children, [](const Explanation& c) { return !std::isnan(c.score); });
    const auto parts = std::ranges::count_if(
        e.children, [](const Explanation& c) { return c.absence != Absence::not_applicable; });
    const Aggregator& mean = aggregator(e);
    std::string text =
        say_("{} ({}) of {} of {} parts; coverage {}", "{}（{}），下级 {}/{} 项有得分；覆盖率 {}",
             say_(mean.title), e.aggregator, with, parts, base::percent(e.coverage));
    if (e.of_indicators != parts || e.scored != with)
      text +=
          say_("; {} of {} indicators scored", "；计分 {}/{} 项指标", e.scored, e.of_indicators);
    if (e.adds_up) return text;
    if (!mean.formula.empty()) text += say_("; ", "；") + mean.formula;
    for (const auto& [name, value] : e.parameters)
      text += say_("; {}: {}", "；{}：{}", name, base::written(value));
    return text;
  }

  std::string contributions(const Explanation& e) const {
    TextTable table({{"", false, 0, 0},
                     {say_("weight", "权重"), true, 0, 0},
                     {say_("score", "得分"), true, 0, 0},
                     {e.adds_up ? say_("contribution", "贡献") : "", true, 0, 0},
                     {"", false, 10, 0}});
    for (const Explanation& child : e.children)
      if (!std::isnan(child.score))
        table.add({{" "},
                   {base::fixed(child.weight, 4)},
                   {base::fixed(child.counted, 3) + mark(child) +
                    (compares(e, child) ? relative_mark : "") + (turned(child) ? "'" : "")},
                   {e.adds_up ? base::fixed(child.contribution, 3) : ""},
                   {title(child)}});
    if (e.adds_up)
      table.add({{}, {}, {}, {base::fixed(e.worked_out, 3), Style::strong}, {say_("sum", "合计")}});
    else if (!std::isnan(e.worked_out))
      table.add(
          {{}, {}, {base::fixed(e.worked_out, 3), Style::strong}, {}, {say_(aggregator(e).title)}});
    const bool mixed = std::ranges::any_of(e.children, [&](const Explanation& child) {
      return !std::isnan(child.score) && compares(e, child);
    });
    return table.render(view_.width, view_.colour) + (mixed ? line(relative_legend(say_)) : "") +
           turned_words(e);
  }

  static bool turned(const Explanation& child) {
    return !std::isnan(child.score) && child.counted != child.score;
  }

  /// ' mirrored, for less is better: 62 of 0..100 counts as 38
  std::string turned_words(const Explanation& e) const {
    std::string out;
    for (const Explanation& child : e.children)
      if (turned(child))
        out += line(say_("' {} is mirrored, since less is better: {} counts as {}",
                         "' {} 越低越好，对称换算：{} 计为 {}", title(child),
                         base::fixed(child.score, 3), base::fixed(child.counted, 3)));
    return out;
  }

  /// Why there is no score, or what became of the mean before it was the score.
  std::string after_the_sum(const Explanation& e) const {
    if (e.absence == Absence::below_coverage)
      return line(say_("no score: {} of the weight below has a score, the method asks for {}",
                       "不计分：下级仅 {} 有得分，方法要求 {}", base::percent(e.share),
                       base::percent(e.share_asked)));
    if (e.absence == Absence::too_few)
      return line(say_("no score: {} of {} indicators below have a score, the method asks for {}",
                       "不计分：下级 {}/{} 项指标有得分，方法要求 {} 项", e.scored, e.of_indicators,
                       e.scored_asked));
    if (e.absence == Absence::unscored)
      return line(
          say_("no score: nothing in the sample to compare with; the weight goes to the "
               "siblings",
               "不计分：样本中无从比较，权重由同级分担"));
    if (e.absence != Absence::none) return line(say_("no score", "无得分"));
    switch (e.adjusted) {
      case Adjustment::filled:
        return line(say_("filled: the node has no score of its own and takes its group's",
                         "补齐：自身无得分，取同组的得分"));
      case Adjustment::compared:
        return line(say_("compared with the other places by {} ({}): {}",
                         "再与其他评价单元比较，用{}（{}）：{}", say_(normaliser(e).title),
                         e.normaliser, base::fixed(e.score, 3)));
      case Adjustment::capped:
        return line(
            say_("capped at {} because a binding limit below is breached; {} without any "
                 "cap",
                 "下级有突破底线的指标，封顶 {} 分；各级都不封顶时 {} 分", base::fixed(e.score, 3),
                 base::fixed(e.uncapped, 3)));
      case Adjustment::rounded:
        return line(say_("rounded to {}", "取整为 {}", base::shortest(e.score)));
      default:
        return "";
    }
  }

  const Aggregator& aggregator(const Explanation& e) const {
    return *find_method(run_.model.methods->aggregators, e.aggregator);
  }
  const Normaliser& normaliser(const Explanation& e) const {
    return *find_method(run_.model.methods->normalisers, e.normaliser);
  }

  std::string left_out(const Explanation& e) const {
    std::string missing, elsewhere;
    for (const Explanation& child : e.children) {
      if (!std::isnan(child.score)) continue;
      std::string& list = child.flags & flag_not_applicable ? elsewhere : missing;
      list += (list.empty() ? "" : say_(", ", "、")) + title(child);
    }
    std::string out;
    if (!missing.empty())
      out += line(
          say_("without a score, their weight goes to the others: ", "无得分，其权重分给其余：") +
          missing);
    if (!elsewhere.empty()) out += line(say_("not applicable here: ", "此处不适用：") + elsewhere);
    return out;
  }

  std::string leaf(const Explanation& e) const {
    const Indicator& indicator = run_.framework->indicators[of(e).indicator];
    const std::string unit = indicator.unit == "1" ? "" : ' ' + indicator.unit;
    std::string out = strong(title(e) + " = " + base::readable(e.value, 8) +
                             (e.uncited_value ? uncited_mark : "") + unit);
    return out + value_lines(e, indicator) + score_lines(e, indicator) + judged(e, indicator) +
           based(indicator) + '\n';
  }

  std::string value_lines(const Explanation& e, const Indicator& indicator) const {
    if (e.flags & flag_imputed)
      return line(say_("imputed: the data have no value", "插补：数据中没有该值"));
    if (e.direct) return line(say_("given by the data ", "数据直接给出 ") + source_words(e.source));
    const auto variable = [&](const Input& input) -> const Variable& {
      return run_.framework->variables[input.variable];
    };
    const bool plain = e.inputs.size() == 1 && indicator.formula == variable(e.inputs[0]).id;
    if (plain) {
      const std::string origin = origin_words(e.inputs[0]);
      return origin.empty() ? "" : line(origin);
    }
    std::string out = line("= " + formula_words(indicator.formula, *run_.framework, say_));
    for (const Input& input : e.inputs) {
      const std::string& own = variable(input).unit;
      const std::string unit = own == "1" ? "" : ' ' + own;
      out += line(say_(variable(input).title) + " = " + base::readable(input.value, 8) + unit +
                  ' ' + origin_words(input));
    }
    return out;
  }

  /// What made the value where the data give none, and the source.
  std::string origin_words(const Input& input) const {
    const std::string source = source_words(input.source), made = made_words(input);
    return made + (made.empty() || source.empty() ? "" : say_(" ", "")) + source;
  }

  std::string made_words(const Input& input) const {
    const Variable& made = run_.framework->variables[input.variable];
    if (input.parts > 0)
      return say_("[{}]", "〔{}〕", rollup_words(made.rollup, *run_.framework, input.parts, say_));
    if (input.parts != Dataset::by_formula) return "";
    return say_("[= {}]", "〔= {}〕", formula_words(made.formula, *run_.framework, say_));
  }

  std::string source_words(int number) const {
    if (number < 0) return "";
    const Source& source = run_.data.sources[number];
    if (source.text.empty() && source.confidence.empty()) return "";
    std::string text = source.text;
    if (!source.confidence.empty())
      text += (text.empty() ? "" : say_("; ", "；")) + confidence_words(source.confidence, say_);
    if (source.confidence.starts_with("uncited")) text += ' ' + std::string(uncited_mark);
    if (source.synthetic) text += say_("; synthetic", "；合成数据");
    return say_("[source: {}]", "〔来源：{}〕", text);
  }

  std::string score_lines(const Explanation& e, const Indicator& indicator) const {
    if (e.absence == Absence::constant)
      return line(
          say_("unscored: the sample has but this one value, so there is nothing to "
               "compare it with; the weight goes to the siblings",
               "不计分：样本中只有这一个数值，无从比较；权重由同组指标分担"));
    if (e.absence == Absence::no_scale)
      return line(
          say_("unscored: the sample has nothing to compare it with; the weight goes to "
               "the siblings",
               "不计分：样本中无从比较；权重由同组指标分担"));
    if (e.absence == Absence::not_applicable)
      return line(say_("does not apply to this place: not judged, not scored, not missing",
                       "此处不适用：不判断、不计分，也不算缺数"));
    if (e.absence == Absence::no_value) return line(say_("no value, no score", "无数据，无得分"));
    if (e.absence != Absence::none) return line(say_("no score", "无得分"));
    std::string out;
    if (!std::isnan(e.transformed))
      out += line(indicator.transform + " = " + base::readable(e.transformed, 8));
    if (!std::isnan(e.treated))
      out += line(
          say_("treated against outliers: {}", "离群处理后：{}", base::readable(e.treated, 8)));
    const std::string own = grade_words(of(e), grade_of(run_, e), say_);
    return out + line(worked_out(e, indicator)) + line(rule(e, indicator)) +
           (own.empty() ? "" : line(of(e).classes ? own : say_("grade: ", "等级：") + own));
  }

  std::string worked_out(const Explanation& e, const Indicator& indicator) const {
    std::string text = say_("score {}", "得分 {}", base::fixed(e.score, 3) + mark(e));
    const std::string how =
        arithmetic_words(e.how, e.scaled(), indicator.uncited("score") ? uncited_mark : "", say_);
    if (!how.empty()) text += " = " + how;
    if (e.adjusted == Adjustment::none) return text;
    return text + " = " + base::readable(e.worked_out) +
           (e.adjusted == Adjustment::rounded
                ? say_(", rounded", "，取整")
                : say_(", held within the scale", "，限于分值范围内"));
  }

  std::string rule(const Explanation& e, const Indicator& indicator) const {
    if (!e.relative)
      return value_function_words(indicator, *run_.model.methods,
                                  indicator.uncited("score") ? uncited_mark : "", say_);
    const std::string ends =
        !e.ends ? ""
                : say_(": {} points at {}, {} points at {}", "：{1} 得 {0} 分，{3} 得 {2} 分",
                       base::readable((*e.ends)[0].score), base::readable((*e.ends)[0].value),
                       base::readable((*e.ends)[1].score), base::readable((*e.ends)[1].value));
    return say_("{} ({}) over the sample, {}{}", "{}（{}），样本内比较，{}{}",
                say_(normaliser(e).title), e.normaliser,
                indicator.direction == Direction::lower ? say_("lower is better", "越低越好")
                                                        : say_("higher is better", "越高越好"),
                ends);
  }

  std::string judged(const Explanation& e, const Indicator& indicator) const {
    if (std::isnan(e.value) || (e.flags & flag_imputed)) return "";
    const std::string words =
        verdict_words(indicator, e.value, e.judgement, run_.card.rows.period[e.row], say_);
    std::string out = line(say_("verdict: ", "判断：") + words, style_of(e.judgement.verdict));
    if (e.flags & flag_implausible)
      out += line(say_("the value, or one that went in, lies outside its plausible range",
                       "该值或计算所用的值超出合理范围"),
                  Style::warn);
    return out + planned(indicator);
  }

  /// `plan: from 4.2 (2015) to 5 (2035)`; nothing without a baseline: the verdict has the target.
  std::string planned(const Indicator& indicator) const {
    if (!indicator.plan || !indicator.plan->baseline) return "";
    const auto point = [&](const YearValue& at, const char* number) {
      const std::string year = at.year ? say_(" ({})", "（{}年）", *at.year) : "";
      return base::readable(at.value) + (indicator.uncited(number) ? uncited_mark : "") + year;
    };
    const std::string from = point(*indicator.plan->baseline, "baseline");
    if (!indicator.plan->target) return line(say_("plan: baseline {}", "规划：基期 {}", from));
    return line(say_("plan: from {} to {}", "规划：由 {} 到 {}", from,
                     point(*indicator.plan->target, "target")));
  }

  std::string based(const Indicator& indicator) const {
    std::string out;
    for (const Basis& basis : indicator.basis)
      out += line(say_("basis: ", "依据：") + basis_words(basis, say_));
    if (!indicator.note.empty()) out += line(say_("note: ", "说明：") + say_(indicator.note));
    return out;
  }

  const Run& run_;
  const View& view_;
  Language say_;
};

}  // namespace

std::string to_text(const Explanation& explanation, const Run& run, const View& view) {
  const Language say = view.say;
  const Rows& all = run.card.rows;
  std::string head = run_title(run, say) + say(": ", "：") + all.place_of(explanation.row);
  if (const std::string when = to_string(all.period[explanation.row]); !when.empty())
    head += say(", ", "，") + when;
  std::string out = styled(head, Style::strong, view.colour);
  const Eigen::Index rows[] = {explanation.row};
  if (any_flag(run, rows, flag_synthetic)) out += synthetic_words(flag_synthetic, view);
  out += "\n\n" + ExplanationText(run, view).node(explanation);
  if (out.find(uncited_mark) != out.npos) out += uncited_legend(say) + '\n';
  for (const Text& note : run.model.notes) out += say(note) + '\n';
  return out;
}

}  // namespace tijian::report
