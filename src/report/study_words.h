#pragma once
#include <string>
#include <string_view>

#include "tijian/apportionment.h"
#include "tijian/audit.h"
#include "tijian/prescription.h"
#include "tijian/report/language.h"
#include "tijian/robustness.h"

namespace tijian::report {

/// As CSV and JSON have them: `collinear`, `rank_shift`.
std::string_view name_of(AuditFlag::Kind);
std::string_view name_of(Sensitivity::Of);
std::string_view name_of(NoAlpha);
std::string_view name_of(Share::At);  ///< empty where no bound holds it
std::string_view name_of(Claimants::LeftOut::Why);
std::string_view name_of(Prescription::NotMoved::Why);

/// What a sensitivity is of: the mean rank shift, or the score or rank of a place.
std::string sensitivity_words(const Robustness&, const Sensitivity&, Language);

}  // namespace tijian::report
