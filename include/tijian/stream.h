#pragma once
#include <functional>
#include <memory>
#include <vector>

#include "tijian/dataset_stream.h"
#include "tijian/execution.h"
#include "tijian/model.h"

namespace tijian {

/// Told from time to time which share of a pass is done, 0..1.
using PassProgress = std::function<void(double share)>;

/// Fits a method to a file larger than memory: one pass for counts, bounds and moments, another
/// where the weights need entropies. M652 where the method's statistics do not merge, M695 where
/// a formula looks at other periods.
Loaded<Model> fit(std::shared_ptr<const Framework>, const Method&, DatasetStream&,
                  const PassProgress& = {}, const Execution& = {});

/// Scores a file block by block and hands each block's scorecard to `sink`, in the file's order.
/// With details, only the index has ranks (over the whole file: its scores are kept, 20 bytes a
/// row, for which the file is read once more). Returns what was wrong; with errors, what the sink
/// got is not to be used. M695 where rows cannot be scored by themselves.
std::vector<Diagnostic> apply(const Model&, DatasetStream&, const ApplyOptions&,
                              const std::function<void(const Scorecard&)>& sink,
                              const PassProgress& = {});

}  // namespace tijian
