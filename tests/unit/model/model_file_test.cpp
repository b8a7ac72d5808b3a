#include <bit>
#include <catch2/catch.hpp>
#include <cstdint>

#include "changed_models.h"
#include "model/checksum.h"
#include "small_framework.h"

using namespace tijian;
using namespace tijian::testing;

namespace {

std::shared_ptr<const Framework> two_categories() {
  SmallFramework framework;
  framework.category("green", 2);
  framework.indicator("parks").unit = "公顷";
  framework.indicator("trees", 3);
  framework.category("noise");
  framework.indicator("traffic").direction = Direction::lower;
  framework.get().attributes = {"ring"};
  return std::make_shared<Framework>(framework.get());
}

/// Eight places in two rings; parks has an outlier, each column a gap.
IndicatorTable eight_places() {
  IndicatorTable table = table_of({{1, 10, 70},
                                   {2, 20, 65},
                                   {3, none, 60.1},
                                   {4, 30, 55},
                                   {5, 15, none},
                                   {6, 25, 62},
                                   {900, 35, 58},
                                   {none, 40, 64}});
  table.rows.attributes = {{"ring", {"inner", "outer"}, {0, 0, 0, 0, 1, 1, 1, 1}}};
  return table;
}

Choice by_ring(const char* name) { return {name, {{"group", {std::string("ring")}}}}; }

/// Everything that a model may hold: fills, strata, treatments, a mean of its own.
Method grouped() {
  Method method;
  method.impute = {by_ring("mean")};
  method.treat = {"winsorise", {{"skewness", {0.5}}, {"kurtosis", {0.5}}}};
  method.reference.group = "ring";
  method.missing.min_coverage = 0.5;
  return method;
}

Method ranked() {
  Method method;
  method.impute = {{"median", {}}};
  method.normalise = {"percentile_rank", {}};
  method.aggregate = {Aggregation{}, Aggregation{{"geometric", {}}}};
  return method;
}

Model fitted(const Method& method) {
  auto loaded = fit(two_categories(), method, eight_places());
  return value_or_throw(std::move(loaded));
}

std::string text_of(const Model& model) { return value_or_throw(to_yaml(model)); }

std::string codes(const std::vector<Diagnostic>& diagnostics) {
  std::string out;
  for (const Diagnostic& d : diagnostics) {
    if (d.severity != Severity::error) continue;
    out += (out.empty() ? "" : " ") + d.code;
    if (!d.in.empty()) out += ":" + d.in;
  }
  return out;
}

std::string exchanged(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  if (at == text.npos) throw std::logic_error("nothing like '" + from + "' in\n" + text);
  return text.replace(at, from.size(), to);
}

/// The faults of a file whose checksum was put right again.
std::string faults(const Method& method, const std::string& from, const std::string& to) {
  const std::string text = model::with_checksum(exchanged(text_of(fitted(method)), from, to));
  return codes(parse_model(text, two_categories()).diagnostics);
}

bool same_bits(double a, double b) {
  return std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b) ||
         (std::isnan(a) && std::isnan(b));
}

template <class A, class B>
bool same_bits(const A& a, const B& b) {
  return std::ranges::equal(a, b, [](double x, double y) { return same_bits(x, y); });
}

bool same(const Scale& a, const Scale& b) {
  const auto numbers = [](const Scale& s) {
    return std::vector{s.shift, s.factor, s.offset, s.low, s.high, s.unit, s.above, s.position};
  };
  return same_bits(numbers(a), numbers(b)) || (std::isnan(a.factor) && std::isnan(b.factor));
}

/// What scores by it: what treatment saw of the sample is not kept.
bool same(const Treatment& a, const Treatment& b) {
  return a.method == b.method &&
         (a.method.empty() || (a.points == b.points &&
                               same_bits(std::vector{a.low, a.high, a.shift, a.lambda, a.scale},
                                         std::vector{b.low, b.high, b.shift, b.lambda, b.scale})));
}

bool same(const Model& a, const Model& b) {
  bool equal = a.method == b.method && same_bits(a.weights, b.weights) &&
               same_bits(a.given, b.given) && a.notes == b.notes &&
               a.fills.size() == b.fills.size() && a.strata.size() == b.strata.size();
  for (std::size_t step = 0; equal && step < a.fills.size(); ++step) {
    const Model::Fills &x = a.fills[step], &y = b.fills[step];
    equal = x.groups == y.groups && x.values.size() == y.values.size();
    for (Eigen::Index i = 0; equal && i < x.values.size(); ++i)
      equal = same_bits(x.values.data()[i], y.values.data()[i]);
  }
  for (std::size_t s = 0; equal && s < a.strata.size(); ++s) {
    const auto &x = a.strata[s], &y = b.strata[s];
    equal = x.group == y.group && x.constant == y.constant;
    for (std::size_t j = 0; equal && j < x.scales.size(); ++j)
      equal = same(x.scales[j], y.scales[j]) && same(x.treatments[j], y.treatments[j]) &&
              same_bits(x.scales[j].knots, y.scales[j].knots);
  }
  return equal;
}

bool any_infinite(const Scorecard& card) {
  return std::any_of(card.score.data(), card.score.data() + card.score.size(),
                     [](double x) { return std::isinf(x); });
}

}  // namespace

TEST_CASE("a model that is written is read back the same, to the bit") {
  const std::vector<Method> methods = [] {
    std::vector<Method> all{Method{}, grouped(), ranked()};
    for (const Normaliser& normaliser : builtin_methods().normalisers) {
      if (std::ranges::any_of(normaliser.parameters,
                              [](const Parameter& p) { return p.required(); }))
        continue;
      all.emplace_back().normalise.name = normaliser.name;
    }
    for (const Treater& treater : builtin_methods().treaters)
      all.emplace_back().treat = {treater.name,
                                  treater.parameters.empty()
                                      ? ValueMap{}
                                      : ValueMap{{"skewness", {0.5}}, {"kurtosis", {0.5}}}};
    return all;
  }();
  for (const Method& method : methods) {
    const auto loaded = fit(two_categories(), method, eight_places());
    if (!loaded) continue;  // needs goalposts, say
    Model model = *loaded;
    model.notes.push_back({"a note: \"quoted\"", "说明"});
    model.notes.push_back({"of no language"});
    const std::string text = text_of(model);
    INFO(text);
    const auto again = parse_model(text, model.framework);
    CHECK(codes(again.diagnostics) == "");
    REQUIRE(again);
    CHECK(same(model, *again));
    CHECK(text_of(*again) == text);
  }
}

TEST_CASE("ranks among some of the values are read back, however few there are, and score alike") {
  for (const double above : {0.0, 6.0, 899.0, 900.0}) {
    Method method;
    method.normalise = {"exponential_rank",
                        {{"above", {above}}, {"of", {std::string("(rank-1)/n")}}}};
    const Model model = fitted(method);
    const auto again = parse_model(text_of(model), model.framework);
    INFO(above);
    CHECK(codes(again.diagnostics) == "");
    REQUIRE(again);
    CHECK(same(model, *again));
    const Scorecard before = apply(model, eight_places()), after = apply(*again, eight_places());
    CHECK(same_bits(before.score.column(2), after.score.column(2)));
  }
}

TEST_CASE("numbers at the ends of double's range are read back") {
  Model model = fitted(ranked());
  model.strata[0].scales[0].knots = {-1.7976931348623157e308, -0.0, 5e-324,
                                     2.2250738585072011e-308, 0.1,  1e16,
                                     1.7976931348623157e308};
  model.weights[1] = 1e-320;
  const auto again = parse_model(text_of(model), model.framework);
  REQUIRE(again);
  CHECK(same(model, *again));
}

TEST_CASE("a model of more bytes than a framework may have is read") {
  Model model = fitted(ranked());
  std::vector<double>& knots = model.strata[0].scales[1].knots;
  knots.clear();
  for (int i = 0; i < 1'000'000; ++i) knots.push_back(i + 1 / 3.0);
  const std::string text = text_of(model);
  CHECK(text.size() > 16u << 20);
  const auto again = parse_model(text, model.framework);
  REQUIRE(again);
  CHECK(same_bits(again->strata[0].scales[1].knots, knots));
}

TEST_CASE("what a model needs and has not is refused with its place") {
  CHECK(faults(Method{}, "impute: none", "impute: mean") == "M698:fills");
  CHECK(faults(ranked(), "impute: median", "impute: none") == "M698:fills");
  CHECK(faults(ranked(), "impute: median", "impute: knn") == "M698:fills");
  CHECK(faults(grouped(), "group: outer", "group: inner") == "M698:fills[2].group");
  CHECK(faults(grouped(), "reference: {group: ring}", "reference: {}") ==
        "M698:strata[1].group M698:strata[2].group");
  CHECK(faults(grouped(), "treat: {method: winsorise,", "treat: {method: log,") == "");
  CHECK(faults(grouped(), "{method: winsorise, high", "{method: winsorize, high") ==
        "M698:strata[2].columns.parks.treatment");
  CHECK(faults(Method{}, "normalise: min_max", "normalise: rank") ==
        "M698:strata[1].columns.parks.knots M698:strata[1].columns.trees.knots "
        "M698:strata[1].columns.traffic.knots");
  CHECK(faults(ranked(), "\n10 15", "\n15 10") == "M698:strata[1].columns.trees.knots");
  CHECK(faults(ranked(), "\n10 15", "\n10") == "M698");
  CHECK(faults(ranked(), "\n10 15", "\n10 nan") == "M698");
  CHECK(faults(ranked(), "knots: 8", "knots: 7") == "M698");
  CHECK(faults(ranked(), "low: 0, high: 100", "low: 100, high: 0") ==
        "M698:strata[1].columns.parks.high");
  CHECK(faults(Method{}, "weights: {", "weights: {park: 1, ") == "M694");
  CHECK(faults(Method{}, "aggregate: arithmetic", "aggregate: copeland") ==
        "M692:method.aggregate");
  CHECK(faults(Method{}, "aggregate: arithmetic", "aggregate: {method: owa, nodes: [gren]}") ==
        "M670:method.aggregate[1].nodes[1]");
  CHECK(faults(Method{}, "tijian_model: 2", "tijian_model: 1") == "M699");
}

TEST_CASE("a fault of a model cites its line") {
  const std::string text =
      model::with_checksum(exchanged(text_of(fitted(ranked())), "\n10 15", "\n15 10"));
  const auto refused = parse_model(text, two_categories());
  const Citation& where = refused.diagnostics.at(0).where;
  const auto line = 1 + std::count(text.begin(), text.begin() + text.find("knots: 8"), '\n');
  CHECK(where.line == line + 2);  // parks, traffic, trees
}

TEST_CASE("a file that was changed by hand is told, its ends of lines aside") {
  const std::string text = text_of(fitted(Method{}));
  const auto changed = parse_model(exchanged(text, "shift: 1,", "shift: 2,"), two_categories());
  CHECK_FALSE(changed);
  CHECK(codes(changed.diagnostics) == "M697");
  CHECK(to_string(changed.diagnostics.at(0)).find("fit again") != std::string::npos);
  std::string windows;
  for (const char c : text) windows += c == '\n' ? std::string("\r\n") : std::string(1, c);
  CHECK(parse_model(windows, two_categories()));
}

TEST_CASE("changed models are refused with a message, and with a mended checksum do no harm") {
  std::size_t count = 0, loaded = 0;
  for (const Method& method : {grouped(), ranked()})
    for (const ChangedModel& changed : changed_models(text_of(fitted(method)))) {
      INFO(changed.change);
      ++count;
      const auto refused = parse_model(changed.text, two_categories());
      CHECK_FALSE(refused);
      REQUIRE(has_errors(refused.diagnostics));
      CHECK_FALSE(refused.diagnostics.front().message.empty());
      const auto mended = parse_model(model::with_checksum(changed.text), two_categories());
      CHECK(mended.value.has_value() != has_errors(mended.diagnostics));
      if (!mended) continue;
      ++loaded;
      CHECK_FALSE(any_infinite(apply(*mended, eight_places())));
    }
  CHECK(count >= 250);
  CHECK(loaded > 0);
}

TEST_CASE("a model that a program left incomplete is a usage error") {
  const auto refuses = [](auto change) {
    Model model = fitted(grouped());
    change(model);
    CHECK_THROWS_AS(apply(model, eight_places()), UsageError);
    CHECK_FALSE(to_yaml(model));
  };
  refuses([](Model& m) { m.framework = nullptr; });
  refuses([](Model& m) { m.methods = nullptr; });
  refuses([](Model& m) { m.weights.pop_back(); });
  refuses([](Model& m) { m.given.clear(); });
  refuses([](Model& m) { m.strata.clear(); });
  refuses([](Model& m) { m.strata[1].scales.pop_back(); });
  refuses([](Model& m) { m.strata[0].treatments.clear(); });
  refuses([](Model& m) { m.strata[0].constant.clear(); });
  refuses([](Model& m) { m.fills[0].groups.clear(); });
  refuses([](Model& m) { m.fills = {}; });
  refuses([](Model& m) { m.method.impute[0].name = "none"; });
  refuses([](Model& m) { m.method.normalise.name = "min-max"; });
  refuses([](Model& m) { m.method.aggregate.clear(); });
}

TEST_CASE("without the attribute that a method goes by nothing is taken for a group") {
  Method method = grouped();
  method.missing.fill = MissingRules::Fill{{"green"}, "mean", "ring"};
  IndicatorTable table = eight_places();
  const Model model = fitted(method);
  table.rows.attributes.clear();
  const Scorecard card = apply(model, table);
  CHECK(card.score.array().isNaN().all());
  std::vector<std::string> keys;
  for (const Diagnostic& d : card.diagnostics) {
    CHECK(d.code == "N524");
    CHECK(d.message.in("en").find("'ring'") != std::string::npos);
    CHECK(d.count == 8);
    keys.push_back(d.in);
  }
  CHECK(keys == std::vector<std::string>{"method.impute.group", "method.reference.group",
                                         "method.missing.fill.group"});
}

TEST_CASE("without the attribute missing values stay missing, the others are scored") {
  Method method;
  method.impute = {by_ring("mean")};
  const Model model = fitted(method);
  IndicatorTable table = eight_places();
  const Scorecard with = apply(model, table);
  table.rows.attributes.clear();
  const Scorecard without = apply(model, table);
  const int trees = without.column(model.framework->find_node("trees"));
  CHECK(with.score(2, trees) == Approx(100 / 3.0));  // inner mean 20: (20 - 10)/(40 - 10)
  CHECK(std::isnan(without.score(2, trees)));
  CHECK(without.score(0, trees) == with.score(0, trees));
}

TEST_CASE("a group that the model was not fitted to is told of, and its gaps stay") {
  Method method;
  method.impute = {by_ring("mean")};
  const Model model = fitted(method);
  IndicatorTable table = eight_places();
  table.rows.attributes = {{"ring", {"inner", "far"}, {0, 0, 0, 0, 1, 1, 1, 1}}};
  const Scorecard card = apply(model, table);
  REQUIRE(card.diagnostics.size() == 1);
  CHECK(card.diagnostics[0].code == "N525");
  CHECK(card.diagnostics[0].count == 2);  // traffic of the fifth place, parks of the eighth
}
