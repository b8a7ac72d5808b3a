#pragma once
#include "framework/fault_list.h"
#include "tijian/framework.h"
#include "tijian/method_table.h"

namespace tijian::framework {

/// Reports what is wrong with the `matrices` of a weighting that is known: their sizes (M656), and
/// what those who weigh by them would refuse (M693), at its cell.
void check_judgements(const Choice&, const Framework&, const MethodTable&, FaultList&);

}  // namespace tijian::framework
