#include <new>
#include <string>
#include <string_view>

#include "tables/reading/archive.h"
#include "tables/reading/cell_output.h"
#include "tables/reading/ods_workbook.h"
#include "tables/reading/ole_file.h"
#include "tables/reading/read_fault.h"
#include "tables/reading/table_sink.h"
#include "tables/reading/xlsx_workbook.h"

namespace tijian::tables {
namespace {

/// Where either kind keeps its macros.
bool holds_macros(std::string_view name) {
  std::string small;
  for (const char c : name) small += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  return small.ends_with("vbaproject.bin") || small.starts_with("basic/") ||
         small.starts_with("scripts/");
}

void read(std::string_view bytes, CellOutput& output) {
  if (is_ole_file(bytes)) fail(ole_fault(bytes), {});
  if (!bytes.starts_with("PK")) fail("not_a_workbook", {});
  Archive archive(bytes);
  if (archive.any_name(holds_macros)) output.macros();
  if (is_open_document(archive))
    read_ods(archive, output);
  else
    read_xlsx(archive, output);
}

}  // namespace
}  // namespace tijian::tables

const char* tijian_read_tables(const char* bytes, std::size_t size, const TijianTableSink* sink) {
  using namespace tijian::tables;
  try {
    CellOutput output(*sink);
    read({bytes, size}, output);
    return nullptr;
  } catch (const ReadFault& fault) {
    if (!fault.detail.empty()) sink->detail(sink->to, fault.detail.data(), fault.detail.size());
    return fault.word;
  } catch (const std::bad_alloc&) {
    return "bomb";
  }
}
