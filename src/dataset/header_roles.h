#pragma once
#include "dataset/faults.h"
#include "dataset/header_names.h"

namespace tijian::dataset {

/// Settles which column has which role, where several could have it.
class HeaderRoles {
 public:
  /// All are kept by the caller.
  HeaderRoles(const HeaderNames& names, const Citation& where, Faults& faults)
      : names_(names), where_(where), faults_(faults) {}

  /// False where two columns claim a role alike, or an attribute stands twice.
  bool settle(Header&);
  /// A column of the header; without a column for -1.
  Citation at(const Header&, int cell) const;

 private:
  bool settle(Header&, Role);
  bool attributes_once(const Header&);
  bool has_own_name(const HeaderCell&, Role) const;
  int chosen_of(const Header&, Role, const std::vector<int>& cells) const;
  bool outranks(const HeaderCell&, const HeaderCell& other, Role) const;
  void step_back(Header&, Role, int chosen, int other);
  Diagnostic named_twice(const Header&, const std::string& role, int first, int second) const;

  const HeaderNames& names_;
  const Citation& where_;
  Faults& faults_;
};

}  // namespace tijian::dataset
