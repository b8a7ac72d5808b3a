#pragma once
#include <vector>

#include "dataset/binding.h"
#include "dataset/faults.h"
#include "tijian/proposal.h"

namespace tijian::dataset {

/// How the tables of one file could be read. The faults say why one could not.
std::vector<Proposal> propose_file(const DataSource&, const Binder&, Faults&);

}  // namespace tijian::dataset
