#pragma once
#include <string>

#include "report/place_layer.h"

namespace tijian::report {

/// How QGIS shows the layer, as QML: filled by the light of the index, labelled with the places'
/// names, its columns by their titles.
std::string layer_style(const PlaceLayer&, Language);

}  // namespace tijian::report
