#include "framework/judgements.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>

#include "tijian/missing.h"

namespace tijian::framework {
namespace {

constexpr double absent = std::numeric_limits<double>::infinity();

std::size_t longest(const ValueList& rows) {
  std::size_t most = 0;
  for (const Value& row : rows)
    if (row.list()) most = std::max(most, row.list()->size());
  return most;
}

Matrix<double> matrix_of(const ValueList& rows) {
  Matrix<double> matrix(rows.size(), longest(rows), absent);
  for (std::size_t i = 0; i < rows.size(); ++i)
    if (const ValueList* row = rows[i].list())
      for (std::size_t j = 0; j < row->size(); ++j)
        matrix(i, j) = judgement_of((*row)[j]).value_or(absent);
  return matrix;
}

/// Digits, and perhaps a point with more of them.
std::optional<double> positive_number(std::string_view text) {
  double number = 0;
  const auto [end, fault] =
      std::from_chars(text.data(), text.data() + text.size(), number, std::chars_format::fixed);
  const bool whole = fault == std::errc{} && end == text.data() + text.size();
  return whole && number > 0 && std::isfinite(number) ? std::optional(number) : std::nullopt;
}

std::string_view without_blanks(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

std::optional<double> fraction(std::string_view text) {
  const std::size_t stroke = text.find('/');
  if (stroke == text.npos) return {};
  const auto above = positive_number(without_blanks(text.substr(0, stroke)));
  const auto below = positive_number(without_blanks(text.substr(stroke + 1)));
  return above && below ? std::optional(*above / *below) : std::nullopt;
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

std::optional<double> judgement_of(const Value& value) {
  if (const double* number = value.number()) return *number;
  if (!value.text()) return {};
  return *value.text() == "~" ? std::optional(missing) : fraction(*value.text());
}

bool rectangular(const Matrix<double>& matrix) { return !matrix.array().isInf().any(); }

std::string size_of(const Matrix<double>& matrix) {
  Index shortest = matrix.cols();
  for (Index i = 0; i < matrix.rows(); ++i)
    shortest = std::min(shortest, matrix.cols() - matrix.array().row(i).isInf().count());
  const std::string least = rectangular(matrix) ? "" : fmt::format("{}..", shortest);
  return fmt::format("{} x {}{}", matrix.rows(), least, matrix.cols());
}

bool several_judgements(const Value& value) {
  const ValueList* outer = value.list();
  const ValueList* inner = outer && !outer->empty() ? outer->front().list() : nullptr;
  return inner && !inner->empty() && inner->front().list();
}

std::vector<Matrix<double>> judgements_of(const Value& value) {
  std::vector<Matrix<double>> matrices;
  const ValueList* outer = value.list();
  if (!outer || outer->empty() || !outer->front().list()) return matrices;
  if (several_judgements(value)) {
    for (const Value& one : *outer)
      if (one.list()) matrices.push_back(matrix_of(*one.list()));
  } else {
    matrices.push_back(matrix_of(*outer));
  }
  return matrices;
}

}  // namespace tijian::framework
