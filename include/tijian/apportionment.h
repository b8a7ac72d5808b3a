#pragma once
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tijian/diagnostic.h"
#include "tijian/missing.h"
#include "tijian/run.h"

namespace tijian {

/// Who takes part in a total, and within which bounds.
struct Claim {
  std::string place;
  double score = missing;  ///< at least 0
  double low = 0;          ///< in the total's unit
  double high = std::numeric_limits<double>::infinity();
};

/// What one claim gets.
struct Share {
  enum class At : std::uint8_t { between, low, high };
  double amount = 0;
  At at = At::between;  ///< which bound holds the share, before it is made whole
};

/// A total shared out in proportion to scores under bounds.
struct Apportionment {
  double total = 0;
  std::optional<double> unit;  ///< shares are multiples of it; nothing: any number
  /// What one point gets: share = clip(lambda score, low, high). The least that gives the total.
  double lambda = 0;
  std::vector<Share> shares;  ///< one a claim
};

/// Shares a total out: x_i = clip(lambda s_i, l_i, u_i) with the sum of x_i equal to the total.
/// That is proportional sharing under bounds, the solution of minimising sum x_i^2 / s_i (see
/// Brucker 1984 for the problem); lambda is exact, from the sorted breakpoints l_i/s_i and u_i/s_i.
///
/// The shares sum to exactly the total, in any order: each is a multiple of the total's last place
/// (2^-52 of it or less), within its bounds unless these are closer than that. What rounding leaves
/// goes to the largest share that is at no bound and has room, else to the largest that has room,
/// else to the largest.
///
/// With a unit, bounds are drawn in to its multiples, and shares are made whole by the largest
/// remainder (Hamilton's method, Balinski & Young 1982); remainders within 1e-9 of a unit tie, and
/// the first of those that tie is served first. The sum is exact in numbers of units.
///
/// A score of 0 gets the lower bound. N560 where the bounds do not let the total be shared out,
/// N561 where only scores of 0 have room, N562 and N563 for scores and bounds that are none, N564
/// for a total or a unit that is none, N565 and N566 for a total or bounds without a multiple of
/// the unit.
Loaded<Apportionment> apportion(std::span<const Claim>, double total,
                                std::optional<double> unit = {});

/// Bounds of one place, as people write them.
struct ShareBounds {
  std::string place;  ///< by name, alias or code
  std::optional<double> low, high;
  Citation where = {};
};

/// Reads a CSV file with the columns place, low, high (评价单元, 下限, 上限); an empty cell is no
/// bound. C3xx.
Loaded<std::vector<ShareBounds>> load_share_bounds(const std::string& path);

/// The places that share by the scores of one node in one period.
struct Claimants {
  struct LeftOut {
    enum class Why : std::uint8_t { no_score, has_parts };  ///< has_parts: it is the whole
    std::string place;
    Why why;
  };
  int node = 0;
  Period period;
  std::vector<Claim> claims;  ///< in the order of the rows
  std::vector<LeftOut> left_out;
};

/// Places that belong to another (the attribute `parent`) share, the district itself not; where
/// none belongs to another, all do. The node by id or title, the period as in the data; empty: the
/// index, the latest period. B490 to B492 for what there is not, C333 for bounds given twice, N532
/// where nobody has a score; N567 warns of bounds of a place that does not share.
Loaded<Claimants> claimants(const Run&, std::string_view node = {}, std::string_view period = {},
                            std::span<const ShareBounds> bounds = {});

}  // namespace tijian
