#pragma once
#include <vector>

#include "model/probe.h"
#include "tijian/run.h"

namespace tijian::diagnosis {

/// How far each value of an indicator may lie from the true one because the figures that it is
/// computed from are rounded, each at worst, and within 1.96 standard errors where the data give
/// one; in its unit, one a row. 0 where the figures are exact or nobody knows.
std::vector<double> doubt_of(const Run&, model::Probe&, int indicator);

}  // namespace tijian::diagnosis
