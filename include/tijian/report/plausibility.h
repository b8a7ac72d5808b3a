#pragma once
#include <span>
#include <string>

#include "tijian/doubt.h"
#include "tijian/framework.h"
#include "tijian/report/view.h"

namespace tijian::report {

/// What looks wrong, by kind, for a terminal: ten of each, and how many there are.
std::string plausibility_page(std::span<const Doubt>, const View&);

/// One line each: kind, file, line, column, place, period, id, title, value, reference, message.
/// Spreadsheets show it.
std::string plausibility_csv(std::span<const Doubt>, const Framework&, Language);
/// An array of objects of the same.
std::string to_json(std::span<const Doubt>, const Framework&, Language);

}  // namespace tijian::report
