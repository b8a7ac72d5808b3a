#pragma once
#include <vector>

#include "tijian/method_table.h"

/// The methods by the files that hold them; `builtin_methods` lists them in the order of the page.
namespace tijian::method {

template <class Entry>
using Family = std::vector<Entry>;

Family<Imputer> constant_imputers();          // none, mean, median
Family<Imputer> series_imputers();            // sibling_mean, last, constant, linear
Family<Imputer> neighbour_imputers();         // knn
Family<Treater> treaters();                   // none, winsorise, log, box_cox
Family<Normaliser> affine_normalisers();      // none, min_max, z_score, ...
Family<Normaliser> share_normalisers();       // fraction_of_max, vector, sum
Family<Normaliser> order_normalisers();       // percentile_rank, ...
Family<Weighting> given_weightings();         // given, equal
Family<Weighting> data_weightings();          // entropy, critic, cv, sd, merec
Family<Weighting> structure_weightings();     // pca, balanced
Family<Weighting> judged_weightings();        // ahp, bwm
Family<Weighting> combined_weightings();      // combined
Family<Aggregator> mean_aggregators();        // arithmetic, geometric, ...
Family<Aggregator> total_aggregators();       // sum, product
Family<Aggregator> ordered_aggregators();     // owa
Family<Aggregator> balance_aggregators();     // mpi, ampi
Family<Aggregator> outranking_aggregators();  // copeland
Family<Aggregator> distance_aggregators();    // topsis, vikor, grey

Family<ValueFunction> straight_values();  // linear, efficacy
Family<ValueFunction> curved_values();    // piecewise, range
Family<ValueFunction> limited_values();   // cap, floor
Family<ValueFunction> timed_values();     // trajectory

}  // namespace tijian::method
