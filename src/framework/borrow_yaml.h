#pragma once
#include "framework/draft.h"
#include "yaml/shape.h"

namespace tijian::framework {

/// An entry of a list of indicators: `{from: ../chaoyang, use: [id, {tag: text}], override:
/// {...}}`.
yaml::Shape<Borrow> indicators_borrow_shape(const yaml::Shape<Scoring>&);
/// An entry of a list of variables: `{from: ../chaoyang, use: [id]}`.
const yaml::Shape<Borrow>& variables_borrow_shape();

}  // namespace tijian::framework
