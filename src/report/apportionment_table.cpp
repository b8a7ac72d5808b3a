#include <algorithm>
#include <cmath>

#include "base/number.h"
#include "base/output_file.h"
#include "report/csv_lines.h"
#include "report/study_words.h"
#include "report/text_table.h"
#include "report/words.h"
#include "tijian/report/apportionment.h"
#include "tijian/report/layout.h"

namespace tijian::report {
namespace {

std::string note_of(Share::At at, Language say) {
  if (at == Share::At::low) return say("lower bound", "下限");
  return at == Share::At::high ? say("upper bound", "上限") : "";
}

std::string reason_of(Claimants::LeftOut::Why why, Language say) {
  return why == Claimants::LeftOut::Why::no_score
             ? say("no score", "没有得分")
             : say("the others are parts of it", "其他单元是它的组成部分");
}

/// Whole shares as they are, others to a millionth of the total.
std::string amount_of(double share, const Apportionment& result) {
  if (result.unit || !(result.total > 0)) return base::readable(share, 15);
  const int digits = static_cast<int>(std::floor(std::log10(result.total)));
  return base::fixed(share, std::clamp(5 - digits, 0, 9));
}

std::string bound(double x) { return std::isinf(x) ? "" : base::readable(x, 10); }

std::string apportionment_head(const Node& node, const Claimants& who, const Apportionment& result,
                               std::uint16_t data_flags, const View& view) {
  const Language say = view.say;
  const std::string& title = say(node.title);
  std::string head = say("{} shared out by the score of {}", "总量 {}，按“{}”的得分分配",
                         base::readable(result.total, 15), title.empty() ? node.id : title);
  if (const std::string when = to_string(who.period); !when.empty())
    head += say(", {}", "（{}）", when);
  const std::string out =
      styled(head, Style::strong, view.colour) + synthetic_words(data_flags, view) + '\n';
  std::string each = say("{} for each point", "每 1 分得 {}", base::readable(result.lambda));
  if (result.unit)
    each += say(", in multiples of {}", "，取 {} 的整数倍", base::readable(*result.unit));
  return out + "  " + each + "\n\n";
}

}  // namespace

std::string apportionment_table(const Framework& framework, const Claimants& who,
                                const Apportionment& result, std::uint16_t data_flags,
                                const View& view) {
  const Language say = view.say;
  TextTable table({{say("place", "评价单元"), false, 8, 0},
                   {say("score", "得分"), true, 0, 0},
                   {say("low", "下限"), true, 0, 2},
                   {say("share", "分配量"), true, 0, 0},
                   {say("high", "上限"), true, 0, 1},
                   {"", false, 0, 0}});
  for (std::size_t i = 0; i < result.shares.size(); ++i) {
    const Claim& claim = who.claims[i];
    const Share& share = result.shares[i];
    table.add({{claim.place, Style::strong},
               {base::fixed(claim.score, 2)},
               {claim.low > 0 ? bound(claim.low) : ""},
               {amount_of(share.amount, result), Style::strong},
               {bound(claim.high)},
               {note_of(share.at, say), Style::warn}});
  }
  table.add({{say("sum", "合计")}, {""}, {""}, {base::readable(result.total, 15)}, {""}, {""}});
  std::string out = apportionment_head(framework.nodes[who.node], who, result, data_flags, view) +
                    table.render(view.width, view.colour);
  for (const Claimants::LeftOut& one : who.left_out)
    out += wrap(say("{} does not share: {}.", "{}不参与分配：{}。", one.place,
                    reason_of(one.why, say)),
                view.width, 0) +
           '\n';
  return out;
}

std::string_view name_of(Share::At at) {
  return at == Share::At::low ? "low" : at == Share::At::high ? "high" : "";
}

std::string_view name_of(Claimants::LeftOut::Why why) {
  return why == Claimants::LeftOut::Why::no_score ? "no_score" : "has_parts";
}

std::vector<std::string> write_apportionment(const Framework& framework, const Claimants& who,
                                             const Apportionment& result, std::uint16_t data_flags,
                                             const std::string& folder) {
  CsvLines lines({"place", "period", "node", "score", "low", "share", "high", "note"}, data_flags);
  const auto begin = [&](const std::string& place) -> CsvLines& {
    return lines.add(place).add(to_string(who.period)).add(framework.nodes[who.node].id);
  };
  for (std::size_t i = 0; i < result.shares.size(); ++i) {
    const Claim& claim = who.claims[i];
    begin(claim.place).add(claim.score).add(claim.low).add(result.shares[i].amount);
    lines.add(std::isinf(claim.high) ? missing : claim.high)
        .add(name_of(result.shares[i].at))
        .end();
  }
  for (const Claimants::LeftOut& one : who.left_out)
    begin(one.place).add("").add("").add("").add("").add(name_of(one.why)).end();
  const std::string path = folder + "/apportionment.csv";
  base::write_file(path, lines.text());
  return {path};
}

}  // namespace tijian::report
