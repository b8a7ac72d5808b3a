#pragma once
#include <cstdint>
#include <limits>
#include <memory>
#include <string>
#include <vector>

#include "tijian/matrix.h"
#include "tijian/model.h"

namespace tijian {

enum class Correlation : std::uint8_t { pearson, spearman, kendall };

struct AuditOptions {
  Correlation correlation = Correlation::pearson;
  double collinear = 0.9;  ///< |r| of two indicators at or above it is flagged
  double silent = 0.1;     ///< |r| with the index below it is flagged
  long fewest_rows = 10;   ///< with fewer rows in common a correlation is no ground for a flag
  int threads = 0;
};

/// An indicator's values over all rows, as given (neither imputed nor treated).
struct IndicatorStatistics {
  long rows = 0;  ///< where it applies
  long present = 0;
  long nonzero = 0;
  long distinct = 0;
  long most_common = 0;  ///< how often the commonest value occurs
  double min, max, mean, median;
  double sd, skewness, kurtosis;              ///< sd with n-1; type 2, kurtosis as excess
  double share_missing = 0, share_equal = 0;  ///< of rows; of values present
};

/// A node's stated weight within its parent against what it does there.
struct Influence {
  int node;
  double stated;       ///< share of the parent's weight
  double with_parent;  ///< correlation of its scores with its parent's
  double with_index;
  double actual;  ///< its share of the siblings' squared correlations with the parent (Paruolo et
                  ///< al. 2013)
};

/// Why a category has no Cronbach's alpha.
enum class NoAlpha : std::uint8_t {
  none,            ///< it has one
  one_child,       ///< fewer than two of its children vary
  no_common_rows,  ///< two of them have fewer than two rows in common
  no_variance,     ///< they cancel each other out: by the covariances, which come from other rows
                   ///< pair by pair where values are missing, the variance of their sum is not
                   ///< above zero
  contradictory    ///< those covariances cannot be of one sample: alpha would be above 1
};

/// How well a category's children hang together: of the children whose scores vary.
struct CategoryStructure {
  int node;
  double alpha;  ///< Cronbach's; NaN where `no_alpha` says why
  NoAlpha no_alpha = NoAlpha::none;
  std::vector<double> eigenvalues;  ///< of their correlation matrix, largest first
  std::vector<double> loadings;     ///< first component, one a child (NaN: does not vary); sum >= 0
  long rows = 0;                    ///< complete rows behind the components
};

/// Something to look at.
struct AuditFlag {
  enum class Kind : std::uint8_t {
    collinear,  ///< two indicators tell the same
    negative,   ///< runs against its parent, or an indicator against the index
    silent      ///< moves the index little, or does not vary at all (r is NaN)
  };
  Kind kind;
  int node;
  int other;  ///< the collinear indicator, the parent, or the index
  double r;
  long rows;  ///< that have both
};

/// The structure of an index: does it measure what its tree and its weights say?
struct Audit {
  std::shared_ptr<const Framework> framework;
  AuditOptions options;
  std::vector<IndicatorStatistics> indicators;  ///< one an indicator
  Matrix<double> correlation;                   ///< nodes x nodes, of scores, pairwise complete
  std::vector<Influence> influence;             ///< one a node but the index
  std::vector<CategoryStructure> categories;    ///< one a node that is no leaf
  std::vector<AuditFlag> flags;
  long scarce = 0;  ///< correlations that would be flagged but rest on too few rows
};
/// UsageError where `check` of the model or the table throws.
Audit audit(const Model&, const IndicatorTable&, const AuditOptions& = {});

}  // namespace tijian
