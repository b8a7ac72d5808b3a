#include "formula/unit_library.h"

#include <udunits2.h>

#include <cmath>
#include <memory>
#include <mutex>
#include <stdexcept>

namespace tijian::formula {
namespace {

// What the visitor has gathered: nothing where the unit is no plain factor over base units.
struct Gathered {
  std::optional<Unit> unit;
};

ut_status visit_basic(const ut_unit* basic, void* gathered) {
  const char* symbol = ut_get_symbol(basic, UT_UTF8);
  if (!symbol) return UT_BAD_ARG;
  static_cast<Gathered*>(gathered)->unit = Unit::base(symbol);
  return UT_SUCCESS;
}

ut_status visit_product(const ut_unit*, int count, const ut_unit* const* basics, const int* powers,
                        void* gathered) {
  Unit product;
  for (int i = 0; i < count; ++i) {
    Gathered factor;
    if (visit_basic(basics[i], &factor) != UT_SUCCESS) return UT_BAD_ARG;
    const auto raised = factor.unit->power(powers[i]);
    if (!raised) return UT_BAD_ARG;
    product = product * *raised;
  }
  static_cast<Gathered*>(gathered)->unit = product;
  return UT_SUCCESS;
}

extern const ut_visitor visitor;

ut_status visit_galilean(const ut_unit*, double scale, const ut_unit* underlying, double origin,
                         void* gathered) {
  if (origin != 0 || !(scale > 0) || !std::isfinite(scale)) return UT_BAD_ARG;
  const ut_status status = ut_accept_visitor(underlying, &visitor, gathered);
  auto& unit = static_cast<Gathered*>(gathered)->unit;
  if (status == UT_SUCCESS && unit) unit = *unit * Unit::of_factor(scale);
  return status;
}

ut_status visit_timestamp(const ut_unit*, const ut_unit*, double, void*) { return UT_BAD_ARG; }
ut_status visit_logarithmic(const ut_unit*, double, const ut_unit*, void*) { return UT_BAD_ARG; }

const ut_visitor visitor = {visit_basic, visit_product, visit_galilean, visit_timestamp,
                            visit_logarithmic};

// UDUNITS-2 keeps its status and its message handler in globals: one caller at a time, and the
// handler of the program that we are linked into is put back.
class Quiet {
 public:
  Quiet() : handler_(ut_set_error_message_handler(ut_ignore)) {}
  ~Quiet() { ut_set_error_message_handler(handler_); }
  Quiet(const Quiet&) = delete;
  Quiet& operator=(const Quiet&) = delete;

 private:
  ut_error_message_handler handler_;
};

ut_system* unit_system() {
  static ut_system* const system = ut_read_xml(nullptr);  // lives as long as the process
  if (!system) throw std::runtime_error("the units database of UDUNITS-2 cannot be read");
  return system;
}

}  // namespace

std::optional<Unit> library_unit(const std::string& name) {
  static std::mutex mutex;
  const std::lock_guard lock(mutex);
  const Quiet quiet;
  const std::unique_ptr<ut_unit, void (*)(ut_unit*)> unit(
      ut_parse(unit_system(), name.c_str(), UT_UTF8), ut_free);
  if (!unit) return {};
  Gathered gathered;
  if (ut_accept_visitor(unit.get(), &visitor, &gathered) != UT_SUCCESS) return {};
  return gathered.unit;
}

}  // namespace tijian::formula
