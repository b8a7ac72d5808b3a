#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "framework/framework_loader.h"
#include "framework/variable_list.h"

namespace tijian::framework {

/// Takes indicators and variables over from sibling folders into the framework of `path`.
class Borrowing {
 public:
  /// Attributes go to the framework, variables to the list.
  Borrowing(FrameworkLoader&, const std::string& path, VariableList&, Framework&,
            std::vector<Diagnostic>&);

  /// The indicators of an entry, with its overrides, in the order in which it names them. Their
  /// variables and attributes come along.
  std::vector<IndicatorDraft> take_indicators(const Borrow&);
  void take_variables(const Borrow&);

 private:
  std::vector<int> chosen(const Borrow&, const LoadedFramework&);
  IndicatorDraft take(const Borrow&, const LoadedFramework&, int indicator);
  void take_needs(const Borrow&, const LoadedFramework&, const IndicatorDraft&, int indicator);
  void check_overrides(const Borrow&, const LoadedFramework&, const std::vector<int>& chosen);
  void report(std::string_view code, const Borrow&, const yaml::Node& at, const std::string& found,
              const std::vector<std::string>& names);
  void take_attribute(const Framework& sibling, std::string_view id);
  void take_variable(const Framework& sibling, int variable, const Citation& where,
                     const std::string& path);

  FrameworkLoader& loader_;
  std::filesystem::path folder_;
  VariableList& variables_;
  Framework& framework_;
  std::vector<Diagnostic>& diagnostics_;
};

}  // namespace tijian::framework
