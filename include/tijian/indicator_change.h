#pragma once
#include "tijian/light.h"
#include "tijian/matrix.h"
#include "tijian/missing.h"
#include "tijian/period.h"

namespace tijian {

/// What most of a change is.
enum class ChangeReason : std::uint8_t {
  none,        ///< nothing changed
  data,        ///< the figure is another one than that of the period before
  revision,    ///< that one was revised since
  definition,  ///< the formula or the unit was changed
  threshold,   ///< what it is held against was changed
  gone,        ///< nobody measured it this time
  come,        ///< nobody had measured it last time
  unknown      ///< the definition was changed, and the data do not have the period before
};
std::string_view to_string(ChangeReason);
Text title(ChangeReason);

/// An indicator of a place against the diagnosis before: one that is a problem, was one, or has
/// another light. In its unit. data + revision + definition + threshold is the change of its gap
/// (value - reference), and of its value where a reference is missing.
struct IndicatorChange {
  Index row;
  int indicator;
  Period before_period = {};
  Light light_before = Light::no_data, light = Light::no_data;
  double before = missing, after = missing;
  double reference_before = missing, reference = missing;
  double data = missing;  ///< with the revision, where the data do not have the period before
  double revision = missing, definition = missing, threshold = missing;
  ChangeReason because = ChangeReason::none;
};

}  // namespace tijian
