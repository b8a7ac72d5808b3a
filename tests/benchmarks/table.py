"""Prints ratios from the results that `run` wrote into a folder. Usage: table.py FOLDER"""
import json
import os
import sys


def load(folder, name):
    with open(os.path.join(folder, name), encoding="utf-8") as file:
        return json.load(file)


def medians(library):
    """Seconds by benchmark."""
    units = {"ms": 1e-3, "us": 1e-6, "ns": 1e-9, "s": 1}
    return {b["run_name"].removesuffix("/real_time"): b["real_time"] * units[b["time_unit"]]
            for b in library["benchmarks"] if b.get("aggregate_name") == "median"}


def short(name):
    return "/".join(part for part in name.split("/") if not part.startswith(("min_time", "real_time")))


def row(what, value, against, asked=""):
    print(f"| {what} | {value:.4f} s | {value / against:.2f} | {asked} |")


def main():
    folder = sys.argv[1]
    library, numpy, program = (load(folder, f"{name}.json") for name in ("library", "numpy", "program"))
    time = {short(name): seconds for name, seconds in medians(library).items()}
    context = library["context"]
    print(f"{context['num_cpus']} cores at {context['mhz_per_cpu']} MHz, load {context['load_avg']}\n")
    read = time["plain_read"]
    print("| 1,000,000 x 134, 2 % missing | median | ratio to the plain read | asked for |")
    print("|---|---|---|---|")
    row("plain read, one thread", read, read)
    row("Eigen's product with the weights", time["eigen_product"], read)
    for nodes, what, asked in (("categories", "categories", ("2.0", "1.6")), ("all", "all nodes", ("2.6", ""))):
        for threads in (1, 2):
            plural = "thread" if threads == 1 else "threads"
            row(f"apply, {what}, {threads} {plural}", time[f"apply_nodes/{nodes}_again/threads:{threads}"],
                read, asked[threads - 1])
            row("the same into new memory", time[f"apply_nodes/{nodes}/threads:{threads}"], read)
    row("fit, bounds and counts", time["fit_bounds"], read, "1.3")
    ours = time["fit_and_apply/places:100000/indicators:134/threads:1"]
    for key, layout in (("numpy", "its own layout"), ("numpy_by_column", "column by column as ours")):
        print(f"\nAgainst vectorised NumPy ({layout}), 100,000 x 134, one thread: {numpy[key]:.4f} s to "
              f"{ours:.4f} s, {numpy[key] / ours:.1f} times as fast (10 asked for)")
    print()
    print("| fit and apply | median | nanoseconds a value |")
    print("|---|---|---|")
    for name, seconds in time.items():
        if name.startswith("fit_and_apply/"):
            numbers = dict(part.split(":") for part in name.split("/")[1:])
            values = int(numbers["places"]) * int(numbers["indicators"])
            print(f"| {name.removeprefix('fit_and_apply/')} | {seconds:.5f} s | {seconds / values * 1e9:.2f} |")
    print("\n| robustness: weights +-25 %, two normalisations, two means, ranks | median | microseconds a replication |")
    print("|---|---|---|")
    for name, seconds in time.items():
        if name.startswith("uncertainty_"):
            size, *rest = name.removeprefix("uncertainty_").split("/")
            numbers = dict(part.split(":") for part in rest)
            each = seconds / int(numbers["replications"]) * 1e6
            print(f"| {size}, {numbers['replications']} replications, threads: {numbers['threads']} "
                  f"| {seconds:.4f} s | {each:.2f} |")
    own = time["uncertainty_51x49/replications:1000/threads:1"]
    print(f"\nAgainst vectorised NumPy, 1,000 simpler replications of 51 x 49, one thread: "
          f"{numpy['uncertainty']:.4f} s to {own:.4f} s, {numpy['uncertainty'] / own:.1f} times as fast (12 asked for)")
    pandas = program["pandas"]
    print(f"\n| whole process, CSV of {program['megabytes']:.0f} MB | median | ratio to pandas.read_csv | asked for |")
    print("|---|---|---|---|")
    row("pandas.read_csv, its import included", pandas, pandas)
    row("pandas.read_csv without the import", pandas - program["import_pandas"], pandas)
    row("score --nodes categories", program["categories"], pandas, "0.6")
    row(f"score, all nodes, {program['written_megabytes']:.0f} MB written", program["all"], pandas, "2.5")
    print(f"\napply, categories, in a process that holds the table: peak of memory "
          f"{program['apply_memory_mb'] / program['matrix_mb']:.2f} times the matrix (1.3 asked for)")
    print(f"\n--stream on {program['large_megabytes']:.0f} MB: {program['stream_seconds']:.1f} s, "
          f"peak memory {program['stream_memory_mb']:.0f} MB (300 asked for)")


main()
