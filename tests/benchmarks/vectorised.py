"""The same in vectorised NumPy, on one thread. Scoring: 100,000 places x 134 indicators in 13
categories, 2 % missing; min-max, arithmetic means, weights re-normalised over what is present.
Uncertainty: 1,000 replications of 51 x 49 in 8 categories; weights +-25 %, two normalisations, two
means, ranks. (Simpler than ours: nothing missing, two levels, no summary of the replications.)"""
import json
import os
import time

os.environ["OMP_NUM_THREADS"] = "1"
import numpy as np  # noqa: E402  (after the number of threads)

PLACES, INDICATORS, CATEGORIES = 100_000, 134, 13


def score(x, bounds):
    low, high = np.nanmin(x, axis=0), np.nanmax(x, axis=0)
    scores = (x - low) / (high - low) * 100
    present = ~np.isnan(scores)
    filled = np.where(present, scores, 0)
    means = []
    for begin, end in bounds:
        weight = present[:, begin:end].sum(axis=1)
        means.append(filled[:, begin:end].sum(axis=1) / weight)
    return np.nanmean(np.column_stack(means), axis=1)


def bounds_of(indicators, categories):
    return [(c * indicators // categories, (c + 1) * indicators // categories)
            for c in range(categories)]


def uncertainty(x, starts, replications, random):
    scales = [1 + 99 * (x - x.min(axis=0)) / (x.max(axis=0) - x.min(axis=0)),
              10 + 2 * (x - x.mean(axis=0)) / x.std(axis=0, ddof=1)]
    logs = [np.log(scale) for scale in scales]
    ranks = np.empty((replications, len(x)), dtype=int)
    for n in range(replications):
        weights = 1 + random.uniform(-0.25, 0.25, x.shape[1])
        above = 1 + random.uniform(-0.25, 0.25, len(starts))
        which, geometric = random.integers(2), random.integers(2)
        values = (logs if geometric else scales)[which]
        means = (np.add.reduceat(values * weights, starts, axis=1)
                 / np.add.reduceat(weights, starts))
        index = means @ above / above.sum()
        order = np.argsort(-index)
        ranks[n, order] = np.arange(1, len(x) + 1)
    return ranks


def median_seconds(repetitions, work):
    seconds = []
    for _ in range(repetitions):
        start = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - start)
    return sorted(seconds)[repetitions // 2]


def main():
    random = np.random.default_rng(7)
    x = random.random((PLACES, INDICATORS))  # row by row, as NumPy lays arrays out
    x[random.random(x.shape) < 0.02] = np.nan
    by_column = np.asfortranarray(x)
    bounds = bounds_of(INDICATORS, CATEGORIES)
    small = random.random((51, 49))
    starts = [begin for begin, _ in bounds_of(49, 8)]
    print(json.dumps({
        "numpy": median_seconds(7, lambda: score(x, bounds)),
        "numpy_by_column": median_seconds(7, lambda: score(by_column, bounds)),
        "uncertainty": median_seconds(5, lambda: uncertainty(small, starts, 1000, random)),
    }))


main()
