#include "report/html/page_assets.h"

// The bundles stand in the program as bytes: a string literal of 600 KB takes compilers long, and
// some refuse it.
#define TIJIAN_ASSET(name, file)                                                         \
  asm(".section .rodata\n" #name ": .incbin \"" TIJIAN_PAGE_FOLDER "/" file "\"\n" #name \
      "_end: .byte 0\n.previous\n");                                                     \
  extern "C" const char name[], name##_end[]

TIJIAN_ASSET(tijian_page_script, "page.js");
TIJIAN_ASSET(tijian_page_style, "page.style.css");
TIJIAN_ASSET(tijian_sheets_script, "sheets.js");
TIJIAN_ASSET(tijian_sheets_style, "sheets.style.css");

namespace tijian::report {
namespace {

std::string_view between(const char* begin, const char* end) {
  return {begin, static_cast<std::size_t>(end - begin)};
}

}  // namespace

PageAssets page_assets() {
  return {between(tijian_page_script, tijian_page_script_end),
          between(tijian_page_style, tijian_page_style_end)};
}

PageAssets sheets_assets() {
  return {between(tijian_sheets_script, tijian_sheets_script_end),
          between(tijian_sheets_style, tijian_sheets_style_end)};
}

}  // namespace tijian::report
