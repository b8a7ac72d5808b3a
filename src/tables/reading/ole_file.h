#pragma once
#include <string_view>

namespace tijian::tables {

/// Whether the bytes begin as a compound file of Microsoft's does: what Excel wrote until 2003, and
/// what it still wraps a workbook with a password in.
bool is_ole_file(std::string_view bytes);
/// Why such a file is not read: a word of table_sink.h.
const char* ole_fault(std::string_view bytes);

}  // namespace tijian::tables
