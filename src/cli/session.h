#pragma once
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "terminal.h"
#include "tijian/report/json.h"
#include "tijian/report/view.h"
#include "tijian/tijian.h"

namespace tijian::cli {

enum Exit { exit_done = 0, exit_bad_input = 1, exit_wrong_use = 2, exit_our_fault = 3 };

/// The options that every command has.
struct GlobalOptions {
  std::string language;  ///< zh, en, or empty: by the locale
  std::string format = "text";
  ReadOptions reading;
  int threads = 0;
};

/// Thrown to end a command whose input has errors, all of them told.
struct BadInput {};

/// What reading keeps beside the values.
struct KeptBeside {
  bool rounding = false;  ///< how they were rounded
  bool cite = false;      ///< where they stand
};

class Session;
/// `written: a.csv, b.csv`
std::string written_files(const Session&, const std::vector<std::string>& files);

/// What a command works with: it reads inputs, tells messages, and prints or collects results.
class Session {
 public:
  Session(Terminal& terminal, const GlobalOptions& global, report::Language language)
      : say(language), options(global), terminal_(terminal) {}

  const report::Language say;
  const GlobalOptions& options;

  Execution execution() const { return {options.threads, options.reading.strict}; }
  bool json() const { return options.format == "json"; }
  report::View view() const { return {say, terminal_.width, terminal_.colour}; }
  Terminal& terminal() { return terminal_; }
  /// Where results go in text form.
  std::ostream& out() { return terminal_.out; }

  /// Tells messages, each once: on standard error, or kept for the JSON.
  void tell(const std::vector<Diagnostic>&);
  /// The value of what a loader returned. Its messages are told; BadInput where there is no value.
  template <class T>
  T take(Loaded<T> loaded) {
    tell(loaded.diagnostics);
    if (!loaded.value) throw BadInput{};
    return std::move(*loaded.value);
  }
  /// One error that ends the command.
  [[noreturn]] void refuse(Diagnostic);

  std::shared_ptr<const Framework> framework(const std::string& path);
  Dataset dataset(const std::vector<std::string>& paths, const Framework&, const KeptBeside& = {});

  /// Refuses a place for results that lies in a folder of the data: of these every table is read.
  void keep_out_of(const std::vector<std::string>& data, const std::string& out,
                   const std::string& option);
  /// The folder for results, where one is asked for, and not among the data.
  void make_folder(const std::string& out, const std::vector<std::string>& data);

  /// What `--format json` prints of the command's own; empty: null.
  std::string result;
  /// The JSON document, printed once the command ended.
  void print_json(int exit_code);

 private:
  Terminal& terminal_;
  std::vector<Diagnostic> told_;
  std::set<std::string> words_;  ///< of them
};

}  // namespace tijian::cli
