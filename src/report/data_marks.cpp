#include "report/data_marks.h"

#include "report/text_table.h"

namespace tijian::report {

std::uint16_t data_flags(const IndicatorTable& table) {
  const bool synthetic = table.synthetic.size() > 0 && table.synthetic.any();
  const bool uncited = table.uncited.size() > 0 && table.uncited.any();
  return static_cast<std::uint16_t>((synthetic ? flag_synthetic : 0) |
                                    (uncited ? flag_uncited : 0));
}

std::string synthetic_words(std::uint16_t flags, const View& view) {
  if (!(flags & flag_synthetic)) return "";
  return view.say(" ", "") +
         styled(view.say("[synthetic data]", "【合成数据】"), Style::warn, view.colour);
}

}  // namespace tijian::report
