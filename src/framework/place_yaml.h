#pragma once
#include "framework/draft.h"
#include "yaml/shape.h"

namespace tijian::framework {

/// `place_type`, or `{id: place_type, title: ..., values: [...]}`.
yaml::Shape<AttributeDraft> attribute_shape();
/// `{file: places.csv}`: where that file is.
yaml::Shape<PlacesDraft> places_shape();
/// `place_type`, or which of its values stand for one.
yaml::Shape<Peers> peers_shape();

}  // namespace tijian::framework
