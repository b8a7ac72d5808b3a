#pragma once
#include <vector>

#include "base/catalogue.h"
#include "dataset/data_file.h"

namespace tijian::dataset {

/// Steps of opening a file, the first of which that fails says why.
class TextSteps {
 protected:
  TextSteps(DataFile& file, Faults& faults) : file_(file), faults_(faults) {}

  bool fail(std::string_view code, int line = 0,
            std::initializer_list<base::Argument> arguments = {}) {
    return fail(base::make_diagnostic(code, {file_.path(), line, 0}, arguments));
  }

  bool fail(Diagnostic diagnostic) {
    faults_.add(std::move(diagnostic));
    return false;
  }

  DataFile& file_;
  Faults& faults_;
};

/// Looks at the beginning of a file of text: its encoding, its separator, where its rows end, its
/// first rows. What it finds goes into the file. Nothing where it cannot be read; the faults say
/// why.
std::optional<std::vector<HeadRow>> read_text_beginning(DataFile&, Faults&);

/// The byte behind the first `lines` lines, at most `end`.
std::size_t after_lines(const base::InputFile&, std::size_t begin, std::size_t end, int lines);

}  // namespace tijian::dataset
