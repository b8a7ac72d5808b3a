#pragma once
#include "tijian/text.h"

/// What messages call a method of each family.
namespace tijian::framework::family {

const Text imputation("imputation", "插补方法"), treatment("treatment", "异常值处理方法"),
    normalisation("normalisation", "归一化方法"), weighting("weighting", "赋权方法"),
    aggregation("aggregation", "合成方法"),
    weight_variation("variation of weights", "权重变动方式");

}  // namespace tijian::framework::family
