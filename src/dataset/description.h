#pragma once
#include "dataset/attempts.h"
#include "dataset/data_file.h"
#include "tijian/proposal.h"

namespace tijian::dataset {

/// What sources.yaml is to say of a table that an attempt could read, and what is doubtful of it.
Proposal describe(const DataFile&, const Binder&, const Attempt&);

}  // namespace tijian::dataset
