#include "tijian/reading_rules.h"

namespace tijian {

std::string_view to_string(Finding finding) {
  constexpr std::array<std::string_view, finding_count> names{
      "breach", "not_met", "behind", "reversed", "off_pace",      "light",      "trend",
      "peers",  "share",   "since",  "solved",   "solved_before", "not_checked"};
  return names[static_cast<std::size_t>(finding)];
}

std::vector<std::string> placeholders(Finding finding) {
  std::vector<std::string> names{"title", "place", "period"};
  const auto add = [&](std::initializer_list<const char*> more) {
    names.insert(names.end(), more.begin(), more.end());
  };
  switch (finding) {
    case Finding::since:
      return {"since"};
    case Finding::solved_before:
    case Finding::not_checked:
      return names;
    case Finding::solved:
      add({"value"});
      return names;
    case Finding::behind:
      add({"progress", "expected"});
      [[fallthrough]];
    case Finding::reversed:
    case Finding::off_pace:
      add({"target_year", "baseline", "baseline_year"});
      [[fallthrough]];
    case Finding::breach:
    case Finding::not_met:
    case Finding::light:
      add({"value", "reference", "gap", "percent", "side"});
      return names;
    case Finding::trend:
      add({"value", "last", "last_period", "gap"});
      return names;
    case Finding::share:
      add({"value", "reference", "low", "high", "answers"});
      return names;
    case Finding::peers:
      add({"value", "rank", "of", "median"});
  }
  return names;
}

}  // namespace tijian
