// Any bytes as a model file, its checksum put right: refused, or a model that scores a table.
#include "fuzz.h"
#include "model/checksum.h"
#include "tijian/tijian.h"

namespace {

const char* const folder = TIJIAN_ROOT "/tests/fuzz";

tijian::IndicatorTable read_table(const tijian::Framework& framework) {
  const std::vector<std::string> paths{std::string(folder) + "/data.csv"};
  return tijian::evaluate(framework, tijian::read_dataset_or_throw(paths, framework));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const auto framework = std::make_shared<tijian::Framework>(
      tijian::load_framework_or_throw(std::string(folder) + "/framework.yaml"));
  static const tijian::IndicatorTable table = read_table(*framework);
  const std::string text(reinterpret_cast<const char*>(data), size);
  const auto loaded = tijian::parse_model(tijian::model::with_checksum(text), framework);
  tijian_fuzz::check_loaded(loaded);
  if (loaded) tijian::apply(*loaded, table);
  return 0;
}
