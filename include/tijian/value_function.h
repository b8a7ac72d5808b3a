#pragma once
#include <functional>
#include <optional>
#include <string>

#include "tijian/arithmetic.h"
#include "tijian/method_entry.h"

namespace tijian {

/// Turns a value of an indicator into 0..100 on a scale of its own: `score: {shape: linear, zero:
/// 0, full: 50}`. Its functions are called with resolved choices, all but `fault` with sound ones.
struct ValueFunction : MethodEntry {
  /// One clipped straight line where it is one, which is fastest; else `score`.
  std::function<Scale(const Choice&)> line;
  /// The function of a value and of the time in years (2018.25 ends the first quarter of 2018),
  /// made ready for many values. It is not called with missing ones.
  std::function<std::function<double(double x, double time)>(const Choice&)> score;
  bool needs_time = false;  ///< without a period there is no score
  /// The code of the message on what is wrong with the numbers, or empty; F234 quotes the formula
  /// and serves for any. Left empty: nothing can be wrong.
  std::function<std::string(const Choice&)> fault;
  /// What it takes for better; nothing where it does not say.
  std::function<std::optional<Direction>(const Choice&)> tendency;
  /// In words: `60 points at 8, 100 at 17`; `number` writes a number of the choice, marked where it
  /// was not checked. Left empty: the parameters are listed.
  std::function<Text(const Choice&, const std::function<std::string(double)>& number)> words;
  /// How one value became its score. Left empty: by the line.
  std::function<WorkedOut(const Choice&, double x, double time)> working;
};

}  // namespace tijian
