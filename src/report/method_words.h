#pragma once
#include <string>
#include <vector>

#include "tijian/report/language.h"
#include "tijian/robustness.h"
#include "tijian/run.h"

namespace tijian::report {

struct MethodLine {
  std::string title, text;
};
/// How the scores of a run were made, step by step, for readers: what does nothing is left out.
std::vector<MethodLine> method_lines(const Run&, Language);
/// What a study of ranks varied, how often: one line.
MethodLine robustness_line(const Robustness&, Language);

}  // namespace tijian::report
