#pragma once
#include "tijian/method_table.h"
#include "yaml/schema.h"

namespace tijian::framework {

/// The JSON schema (draft 7) of every YAML file that people write: a framework.yaml, a file of
/// variables, a file of one category, a method. Made of the tables that read them.
yaml::Schema framework_schema(const MethodTable&);

}  // namespace tijian::framework
