#pragma once
#include "framework/draft.h"
#include "yaml/shape.h"

namespace tijian::framework {

/// A framework.yaml with everything below it. The methods' names come from the table.
yaml::Shape<FrameworkDraft> framework_shape(const MethodTable&);

/// The roots of the files that a framework includes.
yaml::Shape<CategoryDraft> category_shape(const MethodTable&);
const yaml::Shape<std::vector<VariableEntry>>& variables_shape();

}  // namespace tijian::framework
