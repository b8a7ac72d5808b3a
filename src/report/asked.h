#pragma once
#include <utility>
#include <vector>

#include "tijian/framework.h"

namespace tijian::report {

/// Which figures of a place its framework has a use for.
class Asked {
 public:
  explicit Asked(const Framework&);
  /// Whether a place is asked for a variable: something that applies to it, or to a place above
  /// that the variable is rolled up to, is made of it. Nobody is asked for what is rolled up from
  /// listed places below, or has a formula. Of a place that is not listed nobody knows what
  /// applies.
  bool operator()(int variable, int listed_place) const;

 private:
  struct Need {
    int place, variable;
  };

  void add_used(int place);
  void add(int place, int variable);
  void add_what_makes(const Need&);
  bool has_parts(int place) const { return place >= 0 && !below_[place].empty(); }
  std::vector<char>& needed_at(int place) { return needed_[static_cast<std::size_t>(place + 1)]; }

  const Framework& framework_;
  std::vector<std::vector<int>> below_;    ///< of the listed places: those right below
  bool levels_ = false;                    ///< some are below others
  std::vector<std::vector<char>> needed_;  ///< of an unlisted place, then the listed: by variable
  std::vector<Need> open_;                 ///< of which it is to be seen what makes them
};

}  // namespace tijian::report
