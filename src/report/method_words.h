#pragma once
#include <string>
#include <vector>

#include "report/fact.h"
#include "tijian/report/language.h"
#include "tijian/robustness.h"
#include "tijian/run.h"

namespace tijian::report {

/// How the scores of a run were made, step by step, for readers: what does nothing is left out.
std::vector<Fact> method_facts(const Run&, Language);
/// What a study of ranks varied, how often: one line.
Fact robustness_fact(const Robustness&, Language);

}  // namespace tijian::report
