#pragma once
#include <string>
#include <vector>

#include "framework/draft.h"

namespace tijian::framework {

/// The ids of attributes.
std::vector<std::string> ids_of(const std::vector<PlaceAttribute>&);
/// Ids and titles of an attribute's values.
std::vector<std::string> spellings_of(const PlaceAttribute&);
/// The values as messages list them: `district (区, District), ...`.
Text list_of_values(const PlaceAttribute&);

/// Reports what the ids and titles of attributes and their values stand for twice.
void check_names(const std::vector<AttributeDraft>&, std::vector<Diagnostic>&);
/// Makes the value of an attribute its id. False and reported where the attribute has other values.
bool settle_value(const PlaceAttribute&, std::string& value, const Citation& where,
                  const std::string& in, std::vector<Diagnostic>&);
/// The attribute that peers go by, and the values that stand for one, which become ids.
void check_peers(const yaml::Node& document, Framework&, std::vector<Diagnostic>&);

}  // namespace tijian::framework
