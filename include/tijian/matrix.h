#pragma once
#include <Eigen/Core>
#include <algorithm>
#include <cstddef>
#include <limits>
#include <memory>
#include <new>
#include <span>
#include <type_traits>
#include <utility>

namespace tijian {

/// Counts rows and columns of matrices, and their places.
using Index = std::ptrdiff_t;

/// A table of plain numbers, column by column: the value at (row, column) is data()[row + column *
/// rows()]. It has memory of its own, got and given back in the same way on both sides of the
/// library, with whatever flags either was compiled. Places are not checked.
template <class T>
class Matrix {
  static_assert(std::is_trivially_copyable_v<T>);

 public:
  Matrix() = default;
  /// Values are undefined until they are written.
  Matrix(Index rows, Index cols) { resize(rows, cols); }
  Matrix(Index rows, Index cols, T value) : Matrix(rows, cols) { fill(value); }
  /// A copy of what an expression of Eigen's gives.
  template <class Expression>
  Matrix(const Eigen::DenseBase<Expression>& expression) {
    *this = expression;
  }
  Matrix(const Matrix& other) : Matrix(other.rows_, other.cols_) {
    std::copy_n(other.data(), other.size(), data());
  }
  Matrix(Matrix&& other) noexcept
      : memory_(std::move(other.memory_)),
        rows_(std::exchange(other.rows_, 0)),
        cols_(std::exchange(other.cols_, 0)) {}
  Matrix& operator=(const Matrix& other) {
    if (this == &other) return *this;
    resize(other.rows_, other.cols_);
    std::copy_n(other.data(), other.size(), data());
    return *this;
  }
  Matrix& operator=(Matrix&& other) noexcept {
    memory_ = std::move(other.memory_);
    rows_ = std::exchange(other.rows_, 0);
    cols_ = std::exchange(other.cols_, 0);
    return *this;
  }
  template <class Expression>
  Matrix& operator=(const Eigen::DenseBase<Expression>& expression) {
    Matrix result(expression.rows(), expression.cols());  // the expression may read this matrix
    result.array() = expression.derived().array();
    return *this = std::move(result);
  }
  ~Matrix() = default;

  Index rows() const { return rows_; }
  Index cols() const { return cols_; }
  Index size() const { return rows_ * cols_; }
  bool empty() const { return size() == 0; }
  T* data() { return memory_.get(); }
  const T* data() const { return memory_.get(); }
  T& operator()(Index row, Index col) { return data()[row + col * rows_]; }
  const T& operator()(Index row, Index col) const { return data()[row + col * rows_]; }
  std::span<T> column(Index col) { return {data() + col * rows_, static_cast<std::size_t>(rows_)}; }
  std::span<const T> column(Index col) const {
    return {data() + col * rows_, static_cast<std::size_t>(rows_)};
  }

  /// Another size; values are not kept. Of the same number of values the memory stays. Throws
  /// std::bad_alloc where there is no such memory.
  void resize(Index rows, Index cols) {
    if (rows == rows_ && cols == cols_) return;
    const std::size_t bytes = bytes_of(rows, cols);
    if (rows * cols != size()) {
      memory_.reset();  // before there is new memory
      rows_ = cols_ = 0;
      if (bytes > 0) memory_.reset(static_cast<T*>(::operator new(bytes, alignment)));
    }
    rows_ = rows;
    cols_ = cols;
  }
  void fill(T value) { std::fill_n(data(), size(), value); }
  /// Another size, with that value everywhere.
  void assign(Index rows, Index cols, T value) {
    resize(rows, cols);
    fill(value);
  }

  /// The values for arithmetic with Eigen. A template, so that its code is never shared with an
  /// Eigen of other settings.
  template <class Array = Eigen::Array<T, Eigen::Dynamic, Eigen::Dynamic, Eigen::ColMajor>>
  Eigen::Map<Array, Eigen::Unaligned> array() {
    return {data(), static_cast<Eigen::Index>(rows_), static_cast<Eigen::Index>(cols_)};
  }
  template <class Array = Eigen::Array<T, Eigen::Dynamic, Eigen::Dynamic, Eigen::ColMajor>>
  Eigen::Map<const Array, Eigen::Unaligned> array() const {
    return {data(), static_cast<Eigen::Index>(rows_), static_cast<Eigen::Index>(cols_)};
  }

 private:
  static constexpr std::align_val_t alignment{64};
  struct Release {
    void operator()(T* memory) const { ::operator delete(memory, alignment); }
  };
  static std::size_t bytes_of(Index rows, Index cols) {
    constexpr Index most = std::numeric_limits<Index>::max() / Index{sizeof(T)};
    if (rows < 0 || cols < 0 || (cols > 0 && rows > most / cols)) throw std::bad_array_new_length();
    return static_cast<std::size_t>(rows * cols) * sizeof(T);
  }

  std::unique_ptr<T[], Release> memory_;
  Index rows_ = 0, cols_ = 0;
};

}  // namespace tijian
