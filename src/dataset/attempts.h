#pragma once
#include <vector>

#include "dataset/binding.h"
#include "dataset/open_file.h"
#include "tijian/data_source.h"

namespace tijian::dataset {

/// A way to read a file, and what a person should know of the choice.
struct Attempt {
  DataSource source;
  std::vector<Text> remarks;
  bool decimal_open = false;   ///< the decimal mark is tried only to see the rest
  bool encoding_open = false;  ///< one that reads all bytes is tried, others do too
  bool place_open = false;     ///< what stands for the place too
};

/// Ways that are tried one after the other, from what the file says itself to what is guessed.
std::vector<Attempt> attempts_of(const OpenFile&, const DataSource&, const Binder&);

}  // namespace tijian::dataset
