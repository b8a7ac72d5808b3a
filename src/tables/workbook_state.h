#pragma once
#include <xlsxwriter.h>

#include <map>
#include <string>

#include "tables/cell_style.h"
#include "tables/scratch_file.h"

namespace tijian::tables {

/// What libxlsxwriter holds for a Workbook: it frees the workbook where it closes it.
struct WorkbookState {
  ScratchFile file;
  std::string font;
  lxw_workbook* workbook = nullptr;
  std::map<CellStyle, lxw_format*> formats;  ///< one of a kind, else files grow

  lxw_format* format(const CellStyle&);
};

/// OfficeError in the library's words unless all is well.
void expect_done(lxw_error);

}  // namespace tijian::tables
