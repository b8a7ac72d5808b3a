#include "tijian/options.h"

#include <stdexcept>

namespace tijian {
namespace {

[[noreturn]] void refuse(const Choice& choice, const std::string& parameter, const char* kind) {
  throw std::logic_error("'" + choice.name + "' was run without its parameter '" + parameter +
                         "' as " + kind + ": resolve the choice first");
}

template <class T>
const T& read(const Choice& choice, const std::string& parameter, const char* kind) {
  const Value* value = choice.find(parameter);
  const T* held = value ? std::get_if<T>(&value->data) : nullptr;
  if (!held) refuse(choice, parameter, kind);
  return *held;
}

}  // namespace

const Value* Choice::find(const std::string& parameter) const {
  const auto place = parameters.find(parameter);
  return place == parameters.end() ? nullptr : &place->second;
}

double Choice::number(const std::string& parameter) const {
  return read<double>(*this, parameter, "a number");
}

bool Choice::boolean(const std::string& parameter) const {
  return read<bool>(*this, parameter, "true or false");
}

const std::string& Choice::text(const std::string& parameter) const {
  return read<std::string>(*this, parameter, "a text");
}

std::vector<double> Choice::numbers(const std::string& parameter) const {
  std::vector<double> numbers;
  for (const Value& item : read<ValueList>(*this, parameter, "a list of numbers")) {
    if (!item.number()) refuse(*this, parameter, "a list of numbers");
    numbers.push_back(*item.number());
  }
  return numbers;
}

}  // namespace tijian
