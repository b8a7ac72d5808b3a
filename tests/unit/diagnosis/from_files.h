#pragma once
#include "run_program.h"
#include "tijian/tijian.h"

namespace tijian::testing {

/// Of a framework and data as files say them, with the rounding of the figures. A file's name that
/// says synthetic makes its data so.
inline Run run_of(const std::string& framework_yaml, const std::string& csv,
                  const std::string& name = "data.csv") {
  const tijian_tests::TemporaryFolder folder;
  tijian_tests::write_file(folder.path() + "/framework.yaml", framework_yaml);
  tijian_tests::write_file(folder.path() + '/' + name, csv);
  const auto framework =
      std::make_shared<const Framework>(load_framework_or_throw(folder.path() + "/framework.yaml"));
  const std::string paths[] = {folder.path() + '/' + name};
  Dataset data = read_dataset_or_throw(paths, *framework, {.rounding = true});
  IndicatorTable table = evaluate(*framework, data);
  Model model = *fit(framework, framework->method, table).value;
  Scorecard card = apply(model, table);
  return {framework, std::move(data), std::move(table), std::move(model), std::move(card)};
}

inline constexpr const char* head = "tijian: 1\nframework: f\ntitle: F\n";

}  // namespace tijian::testing
