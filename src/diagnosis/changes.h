#pragma once
#include "tijian/diagnosis.h"

namespace tijian::diagnosis {

/// What changed since the diagnosis before, of the places of this one's period: see
/// IndicatorChange. Whether old data were revised is known where the run's data have that period;
/// what a changed formula did, where its old text still computes from them.
std::vector<IndicatorChange> changes_since(const Run&, const Diagnosis&, const KnownDiagnosis&);

}  // namespace tijian::diagnosis
