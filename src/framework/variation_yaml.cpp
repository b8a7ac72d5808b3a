#include "framework/variation_yaml.h"

#include "framework/choice_yaml.h"
#include "framework/family_names.h"
#include "yaml/either.h"
#include "yaml/full_width.h"
#include "yaml/tagged.h"

namespace tijian::framework {
namespace {

using namespace yaml;
using yaml::Node;

/// `25%` or 0.25.
Shape<double> share(Bounds bounds) {
  const Bounds percents{100 * bounds.low, 100 * bounds.high, bounds.above_low};
  return {[=](const Node& node, Reading& reading, double& out) {
            const bool percent = node.kind == Node::Kind::scalar && node.text.ends_with('%');
            Node bare = node;
            if (percent) {
              bare.text.pop_back();
              bare.plain = true;
            }
            const bool good = number(percent ? percents : bounds).read(bare, reading, out);
            if (percent) out /= 100;
            const bool misread = node.kind == Node::Kind::scalar && !full_width_fault(node, {});
            if (!good && misread)  // a number's own hint would refuse the %
              reading.diagnostics().back().hint =
                  Text("a share such as 25% or 0.25", "比例，如 25% 或 0.25");
            return good;
          },
          [=](Definitions& definitions) {
            return if_then_else(of_type("string"), matching("^[0-9.]+([eE][-+]?[0-9]+)?%$"),
                                number(bounds).describe(definitions));
          },
          Tree::number};
}

/// Faults inside that have no hint of their own get this one.
template <class T>
Shape<T> hinted(const Shape<T>& shape, const Text& hint) {
  return {[shape, hint](const Node& node, Reading& reading, T& out) {
            const std::size_t before = reading.diagnostics().size();
            const bool good = shape.read(node, reading, out);
            for (std::size_t i = before; i < reading.diagnostics().size(); ++i)
              if (reading.diagnostics()[i].hint.empty()) reading.diagnostics()[i].hint = hint;
            return good;
          },
          described_as(shape), written_as(shape)};
}

// ---- weights ----

using W = WeightVariation;

/// A kind of variation by its name, with the field that says how much.
Shape<W> weights_by_name(const char* name, W::Kind kind, const Field<W>& field) {
  return converted<W>(
      record<W>({tag<W>("method", name), field}),
      [kind](W read, W& out) {
        out = std::move(read);
        out.kind = kind;
      },
      [](const W& weights) { return weights; });
}

Shape<W> weights_shape() {
  const auto spread = share({.low = 0, .high = 1, .above_low = true});
  const auto sets = required<W>("sets", &W::sets, list(map(identifier(), number({.low = 0})), 2),
                                "sets of weights by node; one is drawn");
  const auto dirichlet = weights_by_name(
      "dirichlet", W::Kind::dirichlet,
      required<W>("concentration", &W::concentration, number({.low = 0, .above_low = true}),
                  "the higher, the closer to the given weights"));
  const std::vector<Case<W>> kinds{
      {"uniform", weights_by_name("uniform", W::Kind::uniform,
                                  required<W>("spread", &W::spread, spread,
                                              "each weight is this much more or less, at most"))},
      {"dirichlet", dirichlet},
      {"sets", weights_by_name("sets", W::Kind::sets, sets)}};
  const auto any_name =
      named("variation of weights", tagged<W>("method", kinds, "M600", family::weight_variation));
  // The others have a shorter form.
  const Shape<W> by_name{read_as(any_name), described_as(any_name), written_as(dirichlet)};
  const auto alone = converted<W>(
      record<W>({sets}),
      [](W read, W& out) { out = {.kind = W::Kind::sets, .sets = std::move(read.sets)}; },
      [](const W& weights) { return weights; });
  const auto uniform = converted<W>(
      spread, [](double read, W& out) { out = {.kind = W::Kind::uniform, .spread = read}; },
      [](const W& weights) { return weights.spread; });
  return either<W>(
      is_map(),
      either<W>(has_key("method"), by_name,
                either<W>(has_key("sets"), alone, by_name,
                          [](const W& weights) { return weights.kind == W::Kind::sets; }),
                [](const W& weights) { return weights.kind == W::Kind::dirichlet; }),
      uniform, [](const W& weights) { return weights.kind != W::Kind::uniform; });
}

// ---- indicators and values ----

Shape<int> drop_shape() {
  return either<int>(is_boolean(),
                     converted<int>(boolean(), [](bool one, int& out) { out = one ? 1 : 0; }),
                     integer(0, 1'000'000), [](int) { return false; });
}

using Noise = std::optional<NoiseVariation>;

/// `uncited` is as `relative` where it is left out, `synthetic` as `uncited`.
Shape<Noise> noise_by_basis() {
  struct Written {
    std::optional<double> relative, uncited, synthetic;
  };
  const auto size = share({.low = 0, .high = 1});
  return converted<Noise>(
      record<Written>({optional<Written>("relative", &Written::relative, size, "default 0"),
                       optional<Written>("uncited", &Written::uncited, size,
                                         "of values without a source; default: relative"),
                       optional<Written>("synthetic", &Written::synthetic, size,
                                         "of made-up values; default: uncited")}),
      [](Written w, Noise& out) {
        const double relative = w.relative.value_or(0), uncited = w.uncited.value_or(relative);
        out = NoiseVariation{relative, uncited, w.synthetic.value_or(uncited)};
      },
      [](const Noise& noise) {
        return noise ? Written{noise->relative, noise->uncited, noise->synthetic} : Written{};
      });
}

Shape<Noise> noise_shape() {
  const auto on_or_off = converted<Noise>(boolean(), [](bool on, Noise& out) {
    if (on) out = NoiseVariation{};
  });
  const auto everywhere =
      converted<Noise>(share({.low = 0, .high = 1}), [](double size, Noise& out) {
        out = NoiseVariation{size, size, size};
      });
  const auto written_so = [](bool yes) { return [yes](const Noise&) { return yes; }; };
  return either<Noise>(is_boolean(), on_or_off,
                       either<Noise>(is_map(), noise_by_basis(), everywhere, written_so(true)),
                       written_so(false));
}

// ---- methods ----

template <class T>
Shape<std::vector<T>> alternatives(const Shape<T>& one) {
  const Text of_one("`tijian methods NAME` tells the parameters of a method",
                    "`tijian methods 名称` 列出该方法的参数");
  const Text of_all("a list of at least two methods", "至少两种方法的列表");
  return hinted(list(hinted(one, of_one), 2), of_all);
}

}  // namespace

Text variation_example() {
  return {"such as {weights: 25%, normalise: [min_max, z_score]}",
          "如 {weights: 25%, normalise: [min_max, z_score]}"};
}

Shape<Variation> variation_shape(const MethodTable& methods) {
  using V = Variation;
  const Text weights("25%, {method: dirichlet, concentration: 100}, or {sets: [...]}",
                     "25%，{method: dirichlet, concentration: 100}，或 {sets: [...]}");
  const Text drop("true, or how many are left out", "true，或去掉的个数");
  const Text noise("true, 5%, or {relative: 5%, uncited: 10%, synthetic: 20%}",
                   "true，5%，或 {relative: 5%, uncited: 10%, synthetic: 20%}");
  const auto steps = one_or_more(impute_shape(methods));
  const auto levels = one_or_more(aggregate_shape(methods));
  return hinted(
      record<V>(
          {optional<V>("weights", &V::weights, hinted(weights_shape(), weights),
                       "a share such as 25%, a distribution, or sets"),
           optional<V>("impute", &V::impute, alternatives(steps),
                       "alternatives: a method, or a list in turn"),
           optional<V>("treat", &V::treat, alternatives(treat_shape(methods)), "alternatives"),
           optional<V>("normalise", &V::normalise, alternatives(normaliser_shape(methods)),
                       "alternatives"),
           optional<V>("aggregate", &V::aggregate, alternatives(levels),
                       "alternatives: a method, or a list by height"),
           optional<V>("drop", &V::drop, hinted(drop_shape(), drop),
                       "indicators left out at random"),
           optional<V>("noise", &V::noise, hinted(noise_shape(), noise), "errors of measurement")}),
      variation_example());
}

}  // namespace tijian::framework
