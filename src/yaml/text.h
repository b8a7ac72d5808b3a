#pragma once
#include "yaml/shape.h"

namespace tijian::yaml {

/// Text by language, or one text for all of them.
Shape<Text> localized();

}  // namespace tijian::yaml
