#pragma once
#include <cstddef>

/// What `tijian_tables` offers: a module that reads workbooks (XLSX and ODS), loaded only where
/// such a file comes. Plain C between the two, texts in UTF-8; rows and columns count from 1.
extern "C" {

/// Receives a workbook in its order. What came before a failure is worth nothing.
struct TijianTableSink {
  void* to;
  /// A sheet begins.
  void (*sheet)(void* to, const char* name, std::size_t size, bool hidden);
  /// A cell with something in it; row by row, columns rising. Kinds:
  ///   't' text as written;
  ///   'n' number: the shortest decimal that reads back the same;
  ///   'p' number that is shown in per cent, as shown and with the sign: 0.455 is 45.5%;
  ///   's' number that is shown in thousands or more, as stored: 123400 of 0!.0,"万";
  ///   'd' date or time as ISO, as far as its format shows it: 2020-12-31, 2020-12-31T10:30, 10:30,
  ///       2020-12 or 2020 of a format without days or months; PT36H30M of a day and more;
  ///   'b' TRUE or FALSE;
  ///   'e' error value: #REF!;
  ///   'f' formula whose result the file does not have; the text is the formula.
  /// `formula`: the value is the result of one.
  void (*cell)(void* to, int row, int column, char kind, const char* text, std::size_t size,
               bool formula);
  /// After the sheet's cells. Other cells than its first may have something in them, unseen.
  void (*merged)(void* to, int first_row, int first_column, int last_row, int last_column);
  /// Rows and columns that are not shown, filtered ones too: before or after the sheet's cells.
  void (*hidden_row)(void* to, int first, int last);
  void (*hidden_column)(void* to, int first, int last);
  /// There are macros in the workbook. They are not run.
  void (*macros)(void* to);
  /// Before a failure is returned: the part, or sheet and cell, where it was.
  void (*detail)(void* to, const char* text, std::size_t size);
};

/// Reads a workbook from memory. Returns null, or what is wrong, valid for ever:
///   "damaged"         the archive or its XML cannot be read
///   "encrypted"       it asks for a password
///   "xls"             Excel 97 to 2003
///   "xlsb"            Excel's binary workbook
///   "bomb"            it unpacks to more than 1 GiB, or to implausibly much of few bytes
///   "rows"            more than 2,000,000 rows or 16,384 columns, or 50 million cells in all
///   "not_a_workbook"  something else
__attribute__((visibility("default"))) const char* tijian_read_tables(const char* bytes,
                                                                      std::size_t size,
                                                                      const TijianTableSink*);
}
