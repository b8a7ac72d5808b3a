#pragma once
#include <string>

namespace tijian::base {

/// What is in a module of that name (`tijian_gis.so`): a library with others' code that is loaded
/// where something needs it, from beside the program or this library, from `tijian/` there, or from
/// where modules are installed. Null where there is no such module, or it lacks the symbol. A
/// module stays loaded.
void* find_in_module(const std::string& module, const char* symbol);

}  // namespace tijian::base
