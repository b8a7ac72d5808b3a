#pragma once
#include "tijian/light.h"
#include "tijian/scorecard.h"

namespace tijian::diagnosis {

/// A light by a verdict: green achieved, ahead, met; yellow on_course, in_progress, not_due; orange
/// behind; red breach, not_met, reversed; the greys.
Light light_of(Verdict);

/// The verdicts of an indicator by its plan alone and by its standard alone.
class Yardsticks {
 public:
  explicit Yardsticks(const Indicator&);
  Judgement by_plan(double value, const Period&) const;
  Judgement by_standard(double value, const Period&) const;

 private:
  Indicator planned_, standard_;
};

}  // namespace tijian::diagnosis
