#pragma once
#include <set>
#include <string>
#include <vector>

#include "dataset/data_file.h"

namespace tijian::dataset {

/// Tells the names in sources.yaml that a table does not have (C358): columns, variables of its
/// rows (`by_rows`), places to be left out (`places`); and what `rename` gives that is nothing
/// (C387).
void tell_unused_names(const DataFile&, const Binder&, const std::set<std::string>& by_rows,
                       const std::vector<std::string>& places, Faults&);

/// Tells such names (C358).
void tell_unused(const DataFile&, const std::vector<std::string>& names, Faults&);

}  // namespace tijian::dataset
