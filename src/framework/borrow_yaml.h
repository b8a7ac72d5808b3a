#pragma once
#include "framework/draft.h"
#include "yaml/shape.h"

namespace tijian::framework {

/// An entry of a list of indicators: `{from: ../chaoyang, use: [id, {tag: text}], override:
/// {...}}`.
const yaml::Shape<Borrow>& indicators_borrow_shape();
/// An entry of a list of variables: `{from: ../chaoyang, use: [id]}`.
const yaml::Shape<Borrow>& variables_borrow_shape();

}  // namespace tijian::framework
