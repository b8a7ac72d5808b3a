#pragma once
#include <vector>

#include "tijian/dataset.h"
#include "tijian/doubt.h"
#include "tijian/framework.h"
#include "tijian/indicator_table.h"
#include "tijian/method.h"
#include "tijian/method_table.h"

namespace tijian {

/// Everything in the data that looks wrong although it can be read, by kind, then in the order of
/// the data: what reading saw (Dataset::doubts), and
///
/// - values outside their range, parts above their whole, shares above 100 %;
/// - jumps: a value ten times last year's of its place and more, or a tenth and less; an indicator
///   ten times or a tenth of the median of five peers and more in its period, a variable, which may
///   be large or small as its place is, a hundred times. Only where that is five times as far as is
///   usual in the column, its values have one sign, no new series begins between, and not among
///   whole numbers below 30, which chance moves that far;
/// - indicators and variables with one value at all places of a period (three and more), and
///   indicators whose own scale puts nine tenths of them at one end, or one or two so far behind
///   it that ten times as much and a tenth lie there too.
///
/// An indicator is passed over where a variable of its formula is told for the same row. The
/// dataset must be that of the table; with Dataset::cite each says where it was read. UsageError
/// where `check` of the data or the table throws.
std::vector<Doubt> doubts(const Framework&, const Method&, const Dataset&, const IndicatorTable&,
                          const MethodTable& = builtin_methods());

}  // namespace tijian
