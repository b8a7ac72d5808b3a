#include <rapidcheck/catch.h>

#include <catch2/catch.hpp>
#include <cmath>

#include "properties/random_data.h"

using namespace tijian_tests;
using Eigen::ArrayXd;
using Eigen::ArrayXXd;
using Eigen::Index;

namespace {

template <class Check>
void of_every_treater(const char* says, Check check) {
  for (const tijian::Treater& entry : tijian::builtin_methods().treaters)
    rc::prop(entry.name + " " + says, [&] {
      Choice method = choice(entry.name);
      method.parameters["skewness"] = value(*rc::gen::element(0.1, 0.5, 2.0));
      method.parameters["kurtosis"] = value(*rc::gen::element(-10.0, 0.0, 3.5));
      if (entry.name == "winsorise")
        method.parameters["otherwise"] = value(*rc::gen::element("none", "log", "box_cox"));
      check(method);
    });
}

/// Rows of three places over four periods, in two groups.
struct Panel {
  ArrayXXd values = random_table(-100, 100, 12, 3);
  std::vector<int> group, place;
  std::vector<double> time;
  std::vector<char> reference = std::vector<char>(12, 1);

  Panel() {
    for (int i = 0; i < 12; ++i) {
      group.push_back(i % 3 == 2);
      place.push_back(i % 3);
      time.push_back(2018 + i / 3);
    }
  }
  ArrayXXd imputed(const std::string& name) const { return imputed(name, values); }
  ArrayXXd imputed(const std::string& name, ArrayXXd filled) const {
    const tijian::Imputer& imputer = *find_method(tijian::builtin_methods().imputers, name);
    const tijian::ImputationData data{group, place, time, reference};
    const Choice own = resolve(choice(name), imputer);
    if (imputer.fill) {
      tijian::Matrix<double> table = filled;
      imputer.fill(table, data, own);
      return table.array();
    }
    if (!imputer.fit) return filled;
    const tijian::Matrix<double> fills = imputer.fit(filled, data, own);
    for (Index j = 0; j < filled.cols(); ++j)
      for (Index i = 0; i < filled.rows(); ++i)
        if (std::isnan(filled(i, j))) filled(i, j) = fills(group[i], j);
    return filled;
  }
  Panel in_order(const std::vector<int>& order) const {
    Panel other = *this;
    other.values = rows_in_order(values, order);
    for (std::size_t i = 0; i < order.size(); ++i) {
      other.group[i] = group[order[i]];
      other.place[i] = place[order[i]];
      other.time[i] = time[order[i]];
    }
    return other;
  }
};

template <class Check>
void of_every_imputer(const char* says, Check check) {
  for (const tijian::Imputer& entry : tijian::builtin_methods().imputers)
    rc::prop(entry.name + " " + says, [&] { check(entry.name); });
}

}  // namespace

TEST_CASE("properties of every treatment") {
  of_every_treater(
      "keeps the order, for new values too, and misses nothing", [](const Choice& method) {
        const ArrayXd values = random_column();
        const tijian::Treatment t = treatment(method, values);
        const ArrayXd fresh = random_column(-2000, 2000);
        for (const double a : fresh)
          for (const double b : fresh) {
            RC_ASSERT(std::isnan(a) == std::isnan(tijian::treat(t, tijian::builtin_methods(), a)));
            if (a <= b)
              RC_ASSERT(tijian::treat(t, tijian::builtin_methods(), a) <=
                        tijian::treat(t, tijian::builtin_methods(), b));
          }
      });

  of_every_treater("leaves a constant alone", [](const Choice& method) {
    const tijian::Treatment t = treatment(method, ArrayXd::Constant(6, 4.5));
    RC_ASSERT(t.method.empty());
    RC_ASSERT(tijian::treat(t, tijian::builtin_methods(), 7.0) == 7.0);
  });

  of_every_treater(
      "does not depend on the unit, up to 1e308 and down to 1e-308", [](const Choice& method) {
        const ArrayXd values = random_column();
        const tijian::Treatment plain = treatment(method, values);
        for (const double unit : {1e-4, 1e4, 1e305, 1e-306}) {
          const tijian::Treatment t = treatment(method, values * unit);
          RC_ASSERT(t.method == plain.method);
          RC_ASSERT(t.points == plain.points);
          RC_ASSERT(close(t.skewness_after, plain.skewness_after, 1e5));  // lambda is found to 1e-5
          for (const double x : values)
            RC_ASSERT(std::isnan(x) ||
                      std::isfinite(tijian::treat(t, tijian::builtin_methods(), x * unit)));
        }
      });
}

TEST_CASE("properties of every imputation") {
  of_every_imputer("changes nothing that is present, and fills within the column's bounds",
                   [](const std::string& name) {
                     const Panel panel;
                     const ArrayXXd filled = panel.imputed(name);
                     for (Index j = 0; j < filled.cols(); ++j) {
                       const std::vector<double> present = sorted_present(panel.values.col(j));
                       for (Index i = 0; i < filled.rows(); ++i) {
                         const double x = panel.values(i, j), y = filled(i, j);
                         RC_ASSERT(std::isnan(x) || x == y);
                         if (std::isnan(x) && !std::isnan(y))
                           RC_ASSERT(y >= present.front() - 1e-9 && y <= present.back() + 1e-9);
                       }
                     }
                   });

  of_every_imputer("gives the same bytes for any order of rows", [](const std::string& name) {
    const Panel panel;
    const std::vector<int> order = random_order(12);
    RC_ASSERT(same(rows_in_order(panel.imputed(name), order), panel.in_order(order).imputed(name)));
  });

  of_every_imputer(
      "takes the column's unit, up to 1e308 and down to 1e-308", [](const std::string& name) {
        const Panel panel;
        const ArrayXXd plain = panel.imputed(name);
        for (const double unit : {1e-4, 1e4, 1e306, 1e-306})
          RC_ASSERT(close(plain, panel.imputed(name, panel.values * unit) / unit, 100));
      });

  of_every_imputer("leaves a column of nothing missing", [](const std::string& name) {
    Panel panel;
    panel.values.col(1) = std::nan("");
    RC_ASSERT(panel.imputed(name).col(1).isNaN().all());
  });
}
