#pragma once
#include <set>
#include <string>
#include <vector>

#include "dataset/attempts.h"
#include "dataset/data_file.h"
#include "tijian/proposal.h"

namespace tijian::dataset {

/// What sources.yaml is to say of a table that an attempt could read, and what is doubtful of it.
struct Description {
  Proposal proposal;
  std::set<std::string> places = {};   ///< that the table has
  std::vector<std::string> sums = {};  ///< those that by their values add others up
};
Description describe(const DataFile&, const Binder&, const Attempt&);

/// A total of one table is one in all of them.
void leave_out_sums(std::vector<Description>&);

}  // namespace tijian::dataset
