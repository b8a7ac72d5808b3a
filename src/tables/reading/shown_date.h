#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace tijian::tables {

/// What of a date and a time a format shows.
struct ShownDate {
  bool year = false, month = false, day = false, time = false;

  bool date() const { return year || month || day; }
};

/// A day's number in a workbook, as ISO and as far as it is shown; nothing where the number is no
/// day that a workbook knows. `from_1904`: the workbook counts from 1904, else from 1900 with a 29
/// February that there never was.
std::optional<std::string> serial_date(double serial, bool from_1904, const ShownDate&);

/// An ISO date with or without a time (2020-12-31T10:30:00), as far as it is shown; nothing where
/// it is none.
std::optional<std::string> iso_date(std::string_view text, const ShownDate&);

/// An ISO duration (PT10H30M00S) as a time of day, or as it is where it takes a day or more;
/// nothing where it is none.
std::optional<std::string> iso_time(std::string_view text);

}  // namespace tijian::tables
