"""The same scoring in vectorised NumPy, on one thread: 100,000 places x 134 indicators in 13
categories, 2 % missing; min-max, arithmetic means, weights re-normalised over what is present."""
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


def main():
    random = np.random.default_rng(7)
    x = np.asfortranarray(random.random((PLACES, INDICATORS)))
    x[random.random(x.shape) < 0.02] = np.nan
    bounds = [(c * INDICATORS // CATEGORIES, (c + 1) * INDICATORS // CATEGORIES)
              for c in range(CATEGORIES)]
    seconds = []
    for _ in range(7):
        start = time.perf_counter()
        score(x, bounds)
        seconds.append(time.perf_counter() - start)
    print(json.dumps({"numpy": sorted(seconds)[len(seconds) // 2]}))


main()
