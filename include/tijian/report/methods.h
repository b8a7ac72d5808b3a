#pragma once
#include <string>
#include <vector>

#include "tijian/method_table.h"
#include "tijian/report/view.h"

namespace tijian::report {

/// Every family with its methods, one line each.
std::string method_list(const MethodTable&, const View&);
/// All methods of that name, with parameters, formula, literature and when they mislead; empty
/// where there is none.
std::string method_entry(const MethodTable&, const std::string& name, const View&);
/// The page of documentation, in Markdown.
std::string method_page(const MethodTable&, Language);
std::string to_json(const MethodTable&, Language);

std::vector<std::string> method_names(const MethodTable&);

}  // namespace tijian::report
