#include "framework/judgements.h"

#include "tijian/missing.h"

namespace tijian::framework {
namespace {

Matrix<double> matrix_of(const ValueList& rows) {
  Matrix<double> matrix(rows.size(), rows.empty() || !rows[0].list() ? 0 : rows[0].list()->size(),
                        missing);
  for (std::size_t i = 0; i < rows.size(); ++i)
    if (const ValueList* row = rows[i].list())
      for (std::size_t j = 0; j < row->size() && static_cast<Index>(j) < matrix.cols(); ++j)
        if (const double* number = (*row)[j].number()) matrix(i, j) = *number;
  return matrix;
}

}  // namespace

std::vector<const Weighting*> called(const Choice& choice, const MethodTable& table) {
  const Weighting* own = find_method(table.weightings, choice.name);
  if (!own) return {};
  std::vector<const Weighting*> all{own};
  if (own->parts)
    for (const Choice& part : own->parts(choice))
      if (const Weighting* one = find_method(table.weightings, part.name)) all.push_back(one);
  return all;
}

Index judgement_rows(const Choice& choice, const MethodTable& table, Index children) {
  for (const Weighting* one : called(choice, table))
    if (one->judged && one->judgement_rows > 0) return one->judgement_rows;
  return children;
}

std::vector<Matrix<double>> judgements_of(const Value& value) {
  std::vector<Matrix<double>> matrices;
  const ValueList* outer = value.list();
  if (!outer || outer->empty() || !outer->front().list()) return matrices;
  const ValueList& first = *outer->front().list();
  if (!first.empty() && first.front().list()) {
    for (const Value& one : *outer)
      if (one.list()) matrices.push_back(matrix_of(*one.list()));
  } else {
    matrices.push_back(matrix_of(*outer));
  }
  return matrices;
}

}  // namespace tijian::framework
