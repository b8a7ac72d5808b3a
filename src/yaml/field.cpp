#include "yaml/field.h"

namespace tijian::yaml {

AnyField::AnyField(std::string_view name, Need necessity, std::string_view description,
                   AnyShape whole)
    : key(name), need(necessity), about(description), shape(std::move(whole)) {}

Schema AnyMemberShape::describe(Definitions& definitions) const {
  return value_.describe(definitions);
}

}  // namespace tijian::yaml
