#pragma once
#include <string>

#include "report/run.h"

namespace tijian::report {

/// Many places, to read: rank, place, how many limits are breached and standards not met, the index
/// and the categories' scores, the best place first.
std::string ranking_table(const Run&, const View&);

}  // namespace tijian::report
