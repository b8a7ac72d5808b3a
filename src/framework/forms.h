#pragma once
#include "tijian/text.h"

/// What messages say of values that have several forms.
namespace tijian::framework::forms {

const Text goalposts{"[low, high], or a map by id {id: [low, high]}",
                     "[下限, 上限]，或以 id 为键的映射 {id: [下限, 上限]}"};
const Text judgement{"a number, a fraction such as 1/3, or ~ for a pair left open",
                     "数、分数（如 1/3），未判断的一对写 ~"};
const Text distance{"a number above 0, or a share of the limit such as 10%",
                    "大于 0 的数，或限值的百分比，如 10%"};

}  // namespace tijian::framework::forms
