#pragma once
#include <vector>

#include "tijian/method_table.h"

/// The methods by the files that hold them; `builtin_methods` lists them in the order of the page.
namespace tijian::families {

template <class Entry>
using Family = std::vector<Entry>;

Family<Imputer> constant_imputers();      // none, mean, median
Family<Treater> treaters();               // none, winsorise, log, box_cox
Family<Normaliser> affine_normalisers();  // min_max, z_score, ...
Family<Normaliser> order_normalisers();   // percentile_rank, ...
Family<Weighting> given_weightings();     // given, equal
Family<Aggregator> mean_aggregators();    // arithmetic, geometric, harmonic, power

}  // namespace tijian::families
