#include "tijian/options.h"

namespace tijian {
namespace {

const Value* find(const Choice& choice, const std::string& parameter) {
  const auto place = choice.parameters.find(parameter);
  return place == choice.parameters.end() ? nullptr : &place->second;
}

}  // namespace

double Choice::number(const std::string& parameter, double otherwise) const {
  const Value* value = find(*this, parameter);
  return value && value->number() ? *value->number() : otherwise;
}

bool Choice::boolean(const std::string& parameter, bool otherwise) const {
  const Value* value = find(*this, parameter);
  return value && value->boolean() ? *value->boolean() : otherwise;
}

std::string Choice::text(const std::string& parameter, const std::string& otherwise) const {
  const Value* value = find(*this, parameter);
  return value && value->text() ? *value->text() : otherwise;
}

std::vector<double> Choice::numbers(const std::string& parameter,
                                    std::vector<double> otherwise) const {
  const Value* value = find(*this, parameter);
  if (!value || !value->list()) return otherwise;
  std::vector<double> numbers;
  for (const Value& item : *value->list()) {
    if (!item.number()) return otherwise;
    numbers.push_back(*item.number());
  }
  return numbers;
}

}  // namespace tijian
