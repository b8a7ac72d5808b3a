#pragma once
#include "model/probe.h"
#include "tijian/diagnosis.h"

namespace tijian::diagnosis {

/// Tells each problem the variable whose move since the value before did its indicator most harm,
/// where that did the most to another problem of the same place too. `probe` is of the run's data.
void add_same_causes(const Run&, model::Probe& probe, Diagnosis&);

}  // namespace tijian::diagnosis
