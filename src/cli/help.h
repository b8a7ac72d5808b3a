#pragma once
#include <CLI/CLI.hpp>

#include "tijian/report/view.h"

namespace tijian::cli {

/// Help in the language and width of the terminal.
class HelpFormatter : public CLI::FormatterBase {
 public:
  explicit HelpFormatter(const report::View& view) : view_(view) {}
  std::string make_help(const CLI::App*, std::string name, CLI::AppFormatMode) const override;

 private:
  std::string usage(const CLI::App&, const std::string& name) const;
  std::string option_groups(const CLI::App&) const;
  std::string examples(const std::string& command) const;
  std::string entry(const std::string& name, const std::string& about) const;

  report::View view_;
};

}  // namespace tijian::cli
