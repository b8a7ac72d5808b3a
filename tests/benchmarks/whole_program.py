"""Times `tijian score` as a whole process on a CSV of some 100 MB against pandas.read_csv of the
same file in a process of its own, in turn; --stream on 3 GB with its peak of memory; and the peak of
memory of `fit` and `apply` on 1,000,000 x 134. Usage: whole_program.py PROGRAM MEMORY FOLDER"""
import json
import os
import random
import statistics
import subprocess
import sys
import time

INDICATORS, CATEGORIES, ROWS, ROUNDS = 134, 13, 90_000, 5


def write_framework(path):
    lines = ["tijian: 1", "framework: made_up", "title: {zh: 虚构 synthetic, en: made up (synthetic)}",
             "categories:"]
    for c in range(CATEGORIES):
        lines += [f"  - id: c{c}", f"    title: {{zh: 类{c}, en: category {c}}}", "    indicators:"]
        for j in range(c * INDICATORS // CATEGORIES, (c + 1) * INDICATORS // CATEGORIES):
            lines.append(f"      - {{id: x{j}, title: {{zh: 指标{j}, en: indicator {j}}}, unit: '1'}}")
    with open(path, "w", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")


def write_data(path, copies):
    """`copies` times the same rows under other names."""
    source = random.Random(7)
    rows = [",".join("" if source.random() < 0.02 else f"{source.random() * 1000:.4f}"
                     for _ in range(INDICATORS)) for _ in range(ROWS)]
    with open(path, "w", encoding="ascii") as file:
        file.write("place,period," + ",".join(f"x{j}" for j in range(INDICATORS)) + "\n")
        for copy in range(copies):
            file.writelines(f"p{copy}_{i},2022,{row}\n" for i, row in enumerate(rows))


def seconds(command):
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - start


def peak_megabytes(command):
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        raise SystemExit(f"{command[0]} failed")
    return usage.ru_maxrss / 1024


def main():
    program, memory, folder = sys.argv[1:]
    os.makedirs(folder, exist_ok=True)
    framework, data, large = (os.path.join(folder, name)
                              for name in ("framework.yaml", "data.csv", "large.csv"))
    write_framework(framework)
    if not os.path.exists(data):
        write_data(data, 1)
    score = [program, "score", framework, data, "--out", os.path.join(folder, "out")]
    commands = {
        "pandas": [sys.executable, "-c", f"import pandas; pandas.read_csv({data!r})"],
        "import_pandas": [sys.executable, "-c", "import pandas"],
        "categories": score + ["--nodes", "categories"],
        "all": score,
    }
    times = {name: [] for name in commands}
    for _ in range(ROUNDS):
        for name, command in commands.items():
            times[name].append(seconds(command))
    result = {name: statistics.median(values) for name, values in times.items()}
    result["megabytes"] = os.path.getsize(data) / 1e6
    result["written_megabytes"] = os.path.getsize(os.path.join(folder, "out", "scores.csv")) / 1e6
    if not os.path.exists(large):
        write_data(large, round(3000 / result["megabytes"]))
    start = time.perf_counter()
    result["stream_memory_mb"] = peak_megabytes(
        [program, "score", framework, large, "--stream", "--nodes", "index",
         "--out", os.path.join(folder, "streamed")])
    result.update(stream_seconds=time.perf_counter() - start,
                  large_megabytes=os.path.getsize(large) / 1e6,
                  apply_memory_mb=peak_megabytes([memory]), matrix_mb=1_000_000 * 134 * 8 / 2**20)
    os.remove(large)
    print(json.dumps(result))


main()
