#pragma once
#include <string>
#include <vector>

#include "tijian/method_table.h"
#include "tijian/report/view.h"

namespace tijian::report {

/// Every family with its methods, one line each, and the keys that are no family.
std::string method_list(const MethodTable&, const View&);
/// All methods of that name, with parameters, formula, literature and when they mislead; the family
/// or key (`missing`, `reference`, ...) of that name, with its keys and an example; empty where
/// there is none.
std::string method_entry(const MethodTable&, const std::string& name, const View&);
/// The page of documentation, in Markdown.
std::string method_page(const MethodTable&, Language);
std::string to_json(const MethodTable&, Language);

/// What `method_entry` knows.
std::vector<std::string> method_names(const MethodTable&);

}  // namespace tijian::report
