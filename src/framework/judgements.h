#pragma once
#include <optional>
#include <string>
#include <vector>

#include "tijian/method_table.h"

namespace tijian::framework {

/// The weightings that a choice calls: its own and that one's parts.
std::vector<const Weighting*> called(const Choice&, const MethodTable&);

/// The rows of one judgement of a choice on so many children.
Index judgement_rows(const Choice&, const MethodTable&, Index children);

/// A judgement: a number, or the text of a fraction such as `1/3`; missing for the text `~`, a gap.
/// Nothing where it is none of these.
std::optional<double> judgement_of(const Value&);

/// What `matrices` gives for a node: one matrix, or a list of them, one an expert. A gap is
/// missing; where rows are of different lengths, cells that are not there are infinite.
std::vector<Matrix<double>> judgements_of(const Value&);
/// Whether it is a list of matrices.
bool several_judgements(const Value&);
/// Whether every row has all its cells.
bool rectangular(const Matrix<double>&);
/// `2 x 3`; where rows are of different lengths `2 x 1..3`.
std::string size_of(const Matrix<double>&);

}  // namespace tijian::framework
