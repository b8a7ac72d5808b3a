#pragma once
#include <memory>
#include <string>
#include <vector>

#include "tijian/tijian.h"

namespace tijian_tests {

/// A framework of this repository with data, scored by the framework's own method.
struct Scored {
  std::shared_ptr<const tijian::Framework> framework;
  tijian::Dataset data;
  tijian::IndicatorTable table;
  tijian::Scorecard card;

  /// Paths are below the repository's root, or absolute.
  Scored(const std::string& framework_folder, const std::vector<std::string>& files);

  int node(const std::string& id) const;  ///< fails the test where there is none
  Eigen::Index row(const std::string& place, const std::string& period) const;
  double score(const std::string& place, const std::string& period, const std::string& id) const;
  double coverage(const std::string& place, const std::string& period, const std::string& id) const;
  /// Of an indicator, in its own unit.
  double value(const std::string& place, const std::string& period, const std::string& id) const;
  tijian::Verdict verdict(const std::string& place, const std::string& period,
                          const std::string& id) const;
  unsigned flags(const std::string& place, const std::string& period, const std::string& id) const;
  /// The id of the grade that the node's score has; empty without.
  std::string grade(const std::string& place, const std::string& period,
                    const std::string& id) const;
};

}  // namespace tijian_tests
