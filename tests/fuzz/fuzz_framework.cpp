// Any bytes as framework.yaml: a value or diagnostics that can be printed, never a crash.
#include "fuzz.h"
#include "tijian/framework.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const tijian_fuzz::InputFile file("framework.yaml");
  file.write(data, size);
  const auto loaded = tijian::load_framework(file.path());
  tijian_fuzz::check_loaded(loaded);
  return 0;
}
