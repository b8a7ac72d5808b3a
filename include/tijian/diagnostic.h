#pragma once
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tijian/text.h"

namespace tijian {

enum class Severity { warning, error };

/// A place in a file. Lines and columns count from 1; 0 means unknown.
/// In a data file the column is the number of the cell in its row; in a workbook the line is the
/// sheet's row.
struct Citation {
  std::string file;
  int line = 0;
  int column = 0;
  std::string sheet = {};  ///< of a workbook; empty elsewhere
  bool operator==(const Citation&) const = default;
};

/// One thing that is wrong with an input: where, what was found, what was expected, and a hint.
/// Codes are stable: Y1xx YAML, F2xx framework, C3xx data file, B4xx binding data to framework,
/// N5xx numbers, M6xx method.
struct Diagnostic {
  std::string code;
  Severity severity = Severity::error;
  Citation where;
  Text message;
  std::string in;  ///< path inside the document: category.indicator.key
  Text expected;
  Text hint;
  std::vector<Citation> also;  ///< further places that belong to the same fault
  long count = 1;              ///< how often it occurred, for counted warnings
};

/// `J2`, as spreadsheets call a cell; `J` without a row, `2` without a column.
std::string cell_name(int row, int column);

/// `file:2:3`, `workbook.xlsx [sheet] C2`
std::string to_string(const Citation&);

/// The message as people read it:
///   file:line:column: error[F207]: message
///   workbook.xlsx [sheet] J2: error[C311]: message
///      in:       path
///      expected: ...
///      hint:     ...
///      also:     file:line:column
std::string to_string(const Diagnostic&, std::string_view language = "en");

bool has_errors(const std::vector<Diagnostic>&);

template <class T>
struct Loaded;
template <class T>
T value_or_throw(Loaded<T>);

/// What a loader returns: the value unless there are errors, and every problem found, in the
/// order of the input.
template <class T>
struct Loaded {
  std::optional<T> value;
  std::vector<Diagnostic> diagnostics;

  explicit operator bool() const { return value.has_value(); }
  T& operator*() & { return *value; }
  const T& operator*() const& { return *value; }
  /// Of what a function returned: moved out, or an InputError where there are errors.
  T operator*() && { return value_or_throw(std::move(*this)); }
  T* operator->() { return &*value; }
  const T* operator->() const { return &*value; }
};

/// Thrown where a program breaks what a function asks of its arguments (sizes, indices, a table of
/// another framework): a fault of the program, not of its input. what() tells what was found and
/// what was expected.
class UsageError : public std::logic_error {
 public:
  using std::logic_error::logic_error;
};

/// Thrown by the `..._or_throw` variants; carries all diagnostics, what() is all messages.
class InputError : public std::runtime_error {
 public:
  explicit InputError(std::vector<Diagnostic> diagnostics);
  const std::vector<Diagnostic>& diagnostics() const { return diagnostics_; }

 private:
  std::vector<Diagnostic> diagnostics_;
};

/// The value of a Loaded, or an InputError. Warnings are dropped: read `diagnostics` to see them.
template <class T>
T value_or_throw(Loaded<T> loaded) {
  if (!loaded.value) throw InputError(std::move(loaded.diagnostics));
  return std::move(*loaded.value);
}

}  // namespace tijian
