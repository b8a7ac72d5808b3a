#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "tijian/diagnosis.h"
#include "tijian/prescription.h"
#include "tijian/report/view.h"

namespace tijian::report {

/// What lifts a place to a goal, to read: the steps with gain, cost and who keeps the indicator,
/// whether that is proved, the second best, how robust it is, and what was not moved. `data_flags`:
/// see data_flags.h. The prescription is of the run.
std::string prescription_table(const Run&, const Prescription&, const PrescriptionOptions&,
                               std::uint16_t data_flags, const View&);

/// Writes prescriptions.csv (整治建议清单) into a folder; returns its path. Cells that only a
/// department can fill (deadline, whether it is a project) are empty. The diagnosis, of the run and
/// the prescription's period, tells which problem a step answers.
std::vector<std::string> write_prescription(const Run&, const Prescription&, const Diagnosis&,
                                            std::uint16_t data_flags, const std::string& folder,
                                            Language);

std::string to_json(const Run&, const Prescription&, std::uint16_t data_flags);

}  // namespace tijian::report
