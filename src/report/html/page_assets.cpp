#include "report/html/page_assets.h"

#ifdef TIJIAN_PAGE_FOLDER
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
#define TIJIAN_BYTES(name) \
  { name, static_cast<std::size_t>(name##_end - name) }
#else
#define TIJIAN_BYTES(name) \
  {}
#endif

namespace tijian::report {

PageAssets page_assets() {
  return {TIJIAN_BYTES(tijian_page_script), TIJIAN_BYTES(tijian_page_style)};
}

PageAssets sheets_assets() {
  return {TIJIAN_BYTES(tijian_sheets_script), TIJIAN_BYTES(tijian_sheets_style)};
}

}  // namespace tijian::report
