#include "dataset/data_file.h"

#include <algorithm>
#include <array>
#include <filesystem>

#include "base/catalogue.h"
#include "base/csv_rows.h"
#include "base/spelling.h"
#include "dataset/block_reader.h"
#include "dataset/notes.h"
#include "dataset/row_faults.h"

namespace tijian::dataset {
namespace {

/// Looks no further for a header that is not on the first line.
constexpr std::size_t header_lines = 50;

/// The byte behind the first `lines` lines, at most `end`.
std::size_t after_lines(const base::InputFile& file, std::size_t begin, std::size_t end,
                        int lines) {
  for (std::string piece; lines > 0 && begin < end; begin += piece.size()) {
    piece = file.read(begin, std::min<std::size_t>(1 << 16, end - begin));
    if (piece.empty()) return end;
    for (std::size_t i = 0; i < piece.size(); ++i)
      if (piece[i] == '\n' && --lines == 0) return begin + i + 1;
  }
  return std::min(begin, end);
}

/// Rows of the beginning of a file, with copies of their cells.
struct Beginning {
  struct Copy {
    int line;
    std::vector<std::string> cells;
    std::vector<std::string_view> views() const { return {cells.begin(), cells.end()}; }
  };
  std::vector<Copy> rows;
  std::optional<base::QuoteFault> fault;
};

Beginning split_beginning(std::string_view text, int first_line) {
  Beginning beginning;
  beginning.fault = base::RowSplitter(text, first_line)([&](const base::CsvRow& row) {
    beginning.rows.push_back({row.line, {row.cells.begin(), row.cells.end()}});
  });
  return beginning;
}

/// Lines above the header that name what the values are, as downloads of the statistics bureau do.
void read_subject(DataFile& file, std::size_t begin, std::size_t end) {
  constexpr std::array<std::string_view, 2> words{"指标", "indicator"};
  std::string buffer;
  const std::string bytes = file.input.read(begin, std::min<std::size_t>(end - begin, 1 << 16));
  std::string_view text = base::to_utf8(bytes, file.encoding, buffer).text;
  for (int line = 1; !text.empty(); ++line) {
    const std::string plain = base::half_width(base::trimmed(text.substr(0, text.find('\n'))));
    const std::size_t colon = plain.find(':');
    if (colon != plain.npos &&
        std::ranges::find(words, base::folded(plain.substr(0, colon))) != words.end()) {
      file.subject = base::trimmed(base::trimmed(std::string_view(plain).substr(colon + 1)));
      while (file.subject.ends_with(',')) file.subject.pop_back();
      file.subject_line = line;
    }
    text.remove_prefix(std::min(text.find('\n'), text.size() - 1) + 1);
  }
}

class Opening {
 public:
  Opening(const std::string& path, std::span<const PlaceAttribute> attributes,
          const ReadOptions& options, Faults& faults)
      : path_(path), attributes_(attributes), options_(options), faults_(faults) {}

  std::optional<DataFile> open() {
    std::vector<Diagnostic> refused;
    auto input = base::InputFile::open(path_, refused);
    for (const Diagnostic& diagnostic : refused) faults_.add(diagnostic);
    if (!input) return std::nullopt;
    DataFile file{std::move(*input), {}, {}, 0, 0, 1, false, options_.rounding, {}, 0};
    file.synthetic = says_synthetic(std::filesystem::path(path_).filename().string());
    if (!recognise(file) || !find_rows(file) || !understand_header(file)) return std::nullopt;
    return file;
  }

 private:
  bool fail(std::string_view code, int line = 0,
            std::initializer_list<base::Argument> arguments = {}) {
    return fail(base::make_diagnostic(code, {path_, line, 0}, arguments));
  }

  bool fail(Diagnostic diagnostic) {
    faults_.add(std::move(diagnostic));
    return false;
  }

  /// The format and the encoding, from the first bytes.
  bool recognise(DataFile& file) {
    std::string bytes = file.input.read(0, 1 << 20);
    if (bytes.empty()) return fail("C301");
    if (const char* code = base::foreign_format(bytes)) return fail(code);
    if (bytes.size() < file.input.size())
      bytes.resize(std::min(bytes.rfind('\n'), bytes.size() - 1) + 1);
    file.begin = base::byte_order_mark(bytes);
    file.encoding = base::detect_encoding(bytes);
    return true;
  }

  /// Passes over the lines above the header and below the rows.
  bool find_rows(DataFile& file) {
    file.end = end_of_text(file.input, file.begin);
    if (file.begin >= file.end) return fail("C301");
    const std::size_t start = file.begin;
    file.begin = after_lines(file.input, start, file.end, options_.skip_lines);
    file.first_line = 1 + options_.skip_lines;
    if (options_.skip_lines > 0) read_subject(file, start, file.begin);
    if (file.begin >= file.end)
      return fail("C305", 0, {{"lines", std::to_string(options_.skip_lines)}});
    notes_ = find_notes(file.input, file.begin, file.end, file.encoding);
    if (options_.skip_notes) file.end = notes_.begin;
    return true;
  }

  bool understand_header(DataFile& file) {
    Block block;
    std::string buffer;
    BlockReader reader(file.input, file.begin, file.end, file.first_line);
    if (!reader.next(block, header_lines)) return fail("C301");
    const base::Decoded decoded = base::to_utf8(block.bytes, file.encoding, buffer);
    if (decoded.fault) return fail(encoding_fault(path_, block, *decoded.fault));
    const Beginning beginning = split_beginning(decoded.text, file.first_line);
    if (beginning.fault && beginning.rows.size() < 2)
      return fail(base::quote_fault(path_, *beginning.fault));
    return choose_header(file, beginning, block.bytes);
  }

  bool choose_header(DataFile& file, const Beginning& beginning, std::string_view bytes) {
    const auto& first = beginning.rows.front();
    if (beginning.rows.size() > 1 && beginning.rows[1].line == first.line)
      return fail("C335", first.line);
    if (!header_is_csv(first)) return false;
    auto header = read_header(first.views(), attributes_, {path_, first.line, 0}, faults_);
    if (!header) return no_place(beginning);
    file.header = std::move(*header);
    if (beginning.rows.size() < 2) return fail("C309", first.line);
    const int second = beginning.rows[1].line;
    for (; file.first_line < second; ++file.first_line) {
      const std::size_t length = bytes.find('\n') + 1;
      bytes.remove_prefix(length);
      file.begin += length;
    }
    return true;
  }

  bool header_is_csv(const Beginning::Copy& row) {
    if (row.cells.size() > 1) return true;
    for (const auto& [separator, en, zh] : {std::tuple{"\t", "tabs", "制表符"},
                                            {";", "semicolons", "分号"},
                                            {"|", "bars", "竖线"},
                                            {"，", "full-width commas", "全角逗号"}})
      if (row.cells[0].find(separator) != std::string::npos)
        return fail("C310", row.line, {{"separator", Text{en, zh}}});
    return true;
  }

  /// No cell of the first row names the place: the header stands elsewhere, or there is none.
  bool no_place(const Beginning& beginning) {
    const auto& first = beginning.rows.front();
    for (const auto& row : beginning.rows) {
      if (!looks_like_header(row.views())) continue;
      std::string arguments = "--skip-lines " + std::to_string(row.line - 1);
      if (notes_.lines > 0 && !options_.skip_notes) arguments += " --skip-notes";
      return fail("C315", first.line,
                  {{"found", base::excerpt(first.cells[0])},
                   {"line", std::to_string(row.line)},
                   {"arguments", arguments}});
    }
    std::string names;
    for (const std::string_view name : names_of(Role::place).first(5))
      names += (names.empty() ? "" : ", ") + std::string(name);
    return fail("C316", first.line, {{"found", base::excerpt(first.cells[0])}, {"names", names}});
  }

  const std::string& path_;
  std::span<const PlaceAttribute> attributes_;
  const ReadOptions& options_;
  Faults& faults_;
  Notes notes_;
};

}  // namespace

bool says_synthetic(std::string_view text) {
  const std::string plain = base::folded(text);
  return plain.find("synthetic") != plain.npos || plain.find("合成") != plain.npos ||
         plain.find("模拟") != plain.npos;
}

std::optional<DataFile> open_data_file(const std::string& path,
                                       std::span<const PlaceAttribute> attributes,
                                       const ReadOptions& options, Faults& faults) {
  return Opening(path, attributes, options, faults).open();
}

}  // namespace tijian::dataset
