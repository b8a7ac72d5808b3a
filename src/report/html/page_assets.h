#pragma once
#include <string_view>

namespace tijian::report {

/// Script and style of an HTML file, as npm's build made them; empty where this build has none.
struct PageAssets {
  std::string_view script, style;
};
PageAssets page_assets();
PageAssets sheets_assets();

}  // namespace tijian::report
