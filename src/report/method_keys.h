#pragma once
#include <vector>

#include "report/method_families.h"

/// The keys beside the parameters of methods: those of a family, and the keys of a method that are
/// no family. Tests hold them against the schema, and load the examples.
namespace tijian::report {

std::vector<MethodKey> normalise_keys();
std::vector<MethodKey> weights_keys();
std::vector<MethodKey> aggregate_keys();
std::vector<MethodKey> score_keys();

MethodFamily missing_family();
MethodFamily reference_family();
MethodFamily round_family();
MethodFamily robustness_family();
/// What stands in the framework rather than in its method.
MethodFamily framework_family();

}  // namespace tijian::report
