#include "tijian/matrix.h"

#include <catch2/catch.hpp>
#include <cstdint>
#include <limits>
#include <new>

using namespace tijian;

TEST_CASE("a matrix lies column by column, in memory of its own at a cache line") {
  Matrix<double> m(2, 3, 7);
  m(1, 2) = 5;
  CHECK(m.rows() == 2);
  CHECK(m.cols() == 3);
  CHECK(m.size() == 6);
  CHECK(m.data()[5] == 5);  // 1 + 2 * 2
  CHECK(m.column(2).size() == 2);
  CHECK(m.column(2)[1] == 5);
  CHECK(m.column(0)[0] == 7);
  CHECK(reinterpret_cast<std::uintptr_t>(m.data()) % 64 == 0);
}

TEST_CASE("copies have memory of their own, and what was moved from is empty") {
  Matrix<int> first(1, 2, 3);
  Matrix<int> copy = first;
  copy(0, 1) = 4;
  CHECK(first(0, 1) == 3);
  const int* memory = first.data();
  Matrix<int> moved = std::move(first);
  CHECK(moved.data() == memory);
  CHECK(first.empty());
  CHECK(first.rows() == 0);
  copy = moved;
  CHECK(copy(0, 1) == 3);
  copy = std::move(moved);
  CHECK(copy.data() == memory);
  CHECK(moved.cols() == 0);
}

TEST_CASE("another size of as many values keeps the memory, and nothing else") {
  Matrix<double> m(4, 3);
  const double* memory = m.data();
  m.resize(6, 2);
  CHECK(m.data() == memory);
  CHECK(m.rows() == 6);
  m.resize(0, 2);
  CHECK(m.data() == nullptr);
  CHECK(m.cols() == 2);
  CHECK(m.column(1).empty());
  m.assign(1, 1, 9);
  CHECK(m(0, 0) == 9);
}

TEST_CASE("a size that no memory has is refused, and leaves the matrix as it was") {
  constexpr Index most = std::numeric_limits<Index>::max();
  Matrix<double> m(1, 1, 2);
  CHECK_THROWS_AS(m.resize(most, 2), std::bad_alloc);
  CHECK_THROWS_AS(m.resize(most / 8 + 1, 1), std::bad_alloc);
  CHECK_THROWS_AS(m.resize(-1, 1), std::bad_alloc);
  CHECK_THROWS_AS(m.resize(1, -1), std::bad_alloc);
  CHECK(m(0, 0) == 2);
}

TEST_CASE("arithmetic is Eigen's, over the same memory") {
  Matrix<double> m(2, 2);
  m.array() << 1, 2, 3, 4;  // row by row
  CHECK(m(0, 1) == 2);
  CHECK(m.data()[1] == 3);
  const Matrix<double> twice = m.array() * 2;
  CHECK(twice(1, 0) == 6);
  m = m.array().transpose();  // reads what it replaces
  CHECK(m(0, 1) == 3);
  CHECK(Matrix<bool>(2, 1, true).array().all());
}
