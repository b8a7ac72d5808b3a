#pragma once
#include <string>
#include <vector>

#include "tijian/report/language.h"
#include "tijian/residents.h"

namespace tijian::report {

/// residents.csv: what residents say of each category with `felt_as`, and what its figures say.
std::string residents_file(const Residents&, const Diagnosis&, Language);
/// shares.csv: what chance makes of the shares that surveys found.
std::string shares_file(const Diagnosis&, const Run&, Language);

/// How figures and residents go together in a problem's category; unknown where nobody says.
Quadrant quadrant_at(const Residents&, const Framework&, const Problem&);

/// A line for each category of the row that residents call poor: `Residents: Townscape: felt worse
/// than the figures ... (Satisfaction 62 %, 95 % interval 55 to 68 of 210 answers)`; empty where
/// there is none.
std::vector<std::string> residents_lines(const Residents&, const Diagnosis&, Index row, Language);

}  // namespace tijian::report
