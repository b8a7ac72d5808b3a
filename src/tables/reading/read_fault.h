#pragma once
#include <string>
#include <utility>

namespace tijian::tables {

/// Why a workbook cannot be read: a word of table_sink.h, and where.
struct ReadFault {
  const char* word;
  std::string detail;
};

[[noreturn]] inline void fail(const char* word, std::string detail) {
  throw ReadFault{word, std::move(detail)};
}

}  // namespace tijian::tables
