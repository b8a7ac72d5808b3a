#pragma once
#include "dataset/header_roles.h"

namespace tijian::dataset {

/// Looks whether a header and sources.yaml answer each question once: what the places, periods and
/// variables are, where the values stand, and of which years.
class HeaderAnswers {
 public:
  /// All are kept by the caller.
  HeaderAnswers(const DataSource& source, const Binder& binder, const HeaderRoles& roles,
                Faults& faults)
      : source_(source), binder_(binder), roles_(roles), faults_(faults) {}

  /// False where one is answered twice or not at all; the faults say which.
  bool good(const Header&) const;

 private:
  bool said_once(const Header&) const;
  bool said_twice(const Text& what, const Header&, int cell) const;
  bool values_said(const Header&) const;
  bool unsaid(const Header&, std::string_view code) const;
  bool years_agree(const Header&) const;

  const DataSource& source_;
  const Binder& binder_;
  const HeaderRoles& roles_;
  Faults& faults_;
};

}  // namespace tijian::dataset
