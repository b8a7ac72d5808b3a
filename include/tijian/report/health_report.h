#pragma once
#include <string>
#include <vector>

#include "tijian/diagnosis.h"
#include "tijian/place_map.h"
#include "tijian/report/language.h"
#include "tijian/robustness.h"

namespace tijian::report {

/// What a report is made from. All of it is of one run; it is held by reference, so that the parts
/// must outlive it.
struct HealthReport {
  const Run& run;
  const Diagnosis& diagnosis;
  const Robustness* robustness = nullptr;  ///< of the index, where it was looked at
  const PlaceMap* map = nullptr;
  std::string place = {};               ///< the one that it is about; empty: all
  std::string made_by = {};             ///< program and version
  std::string command = {};             ///< what repeats it
  std::vector<std::string> files = {};  ///< that were read
};

/// Writes the report in the format of the path's ending: .html, .xlsx, .docx, .geojson, .gpkg.
/// Returns the files that it wrote. InputError: C390 where it cannot be written, C392 where there
/// is no such format, C393 where this build lacks what that one needs.
std::vector<std::string> write_report(const HealthReport&, Language, const std::string& path);
/// Whether `write_report` could write a file of that name: throws C392 or C393 where not.
void check_format(const std::string& path);
/// Whether it would be a page (.html).
bool is_page(const std::string& path);
/// One A4 page a place as a laboratory writes it, as HTML to be printed.
void write_sheets(const HealthReport&, Language, const std::string& path);

}  // namespace tijian::report
