"""Times psgen in pairs with another program, in turn, and prints the ratios of the medians as a table."""

import csv
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

PSGEN, BENCH, TEMPLATE = (os.path.abspath(path) for path in sys.argv[1:4])
QUIET = subprocess.DEVNULL

# The template with rules of good variants relaxed: what choosing costs is measured by itself, against this.
RULES_OFF = "zeros: yes, kinks: yes, equal: yes, largest: any, spread: any, expose: no, apart: no"


def run(*command):
    """Seconds and peak memory in MiB of a command."""
    start = time.perf_counter()
    with tempfile.TemporaryFile() as errors:
        process = subprocess.Popen(command, stdout=QUIET, stderr=errors)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        if status != 0:
            errors.seek(0)
            sys.exit(f"{' '.join(command)} failed ({status}): {errors.read().decode()}")
    return seconds, usage.ru_maxrss / 1024, usage.ru_utime + usage.ru_stime


def pairs(rounds, first, second):
    """Medians of two measurements taken in turn, the first round not counted."""
    results = [(first(), second()) for _ in range(rounds + 1)][1:]
    return statistics.median(r[0] for r in results), statistics.median(r[1] for r in results)


def row(name, ours, theirs, bound, memory=None):
    ratio = ours / theirs
    verdict = "ok" if ratio <= bound else "MISSED"
    extra = f"{memory:7.1f}" if memory is not None else "       "
    print(f"{name:<44}{ours * 1000:>10.1f}{theirs * 1000:>10.1f}{ratio:>8.2f}{bound:>7.1f} {extra}  {verdict}", flush=True)


def write_template(name, variants):
    """The template with other rules of good variants, in the working folder."""
    with open(TEMPLATE) as template, open(name, "w") as copy:
        copy.write(template.read() + f"\nvariants: {{ {variants} }}\n")
    return name


def choosing(count, rounds):
    """Making a set with rules of good variants, and without; half of the rules, and all."""
    def make(template):
        shutil.rmtree("set", ignore_errors=True)
        return run(PSGEN, "make", "--count", str(count), "--seed", "7", "--out", "set", template)[0]

    fair = write_template("fair.yaml", "apart: no")
    for name, template, bound in (("exposure and bands", fair, 2), ("all rules", TEMPLATE, 6)):
        ours, theirs = pairs(rounds, lambda: make(template), lambda: make("plain.yaml"))
        row(f"make --count {count}, {name} / rules off", ours, theirs, bound)
    shutil.rmtree("set")


def make_against_copy(count, bound, rounds):
    peak = 0

    def make():
        nonlocal peak
        shutil.rmtree("set", ignore_errors=True)
        seconds, memory, _ = run(PSGEN, "make", "--count", str(count), "--seed", "7", "--out", "set", "plain.yaml")
        peak = max(peak, memory)
        return seconds

    def copy():
        shutil.rmtree("copy", ignore_errors=True)
        return run("cp", "-r", "set", "copy")[0]

    ours, theirs = pairs(rounds, make, copy)
    row(f"make --count {count} / cp -r of its folder", ours, theirs, bound, peak)
    shutil.rmtree("copy", ignore_errors=True)


def pdf_against_pdflatex(rounds):
    """Making a set with --pdf, and the two runs of pdflatex in it side by side."""
    if not shutil.which("pdflatex") or not shutil.which("qpdf"):
        print("make --pdf: skipped, pdflatex or qpdf is not installed")
        return

    def make():
        shutil.rmtree("set", ignore_errors=True)
        return run(PSGEN, "make", "--pdf", "--count", "50", "--seed", "7", "--out", "set", "plain.yaml")[0]

    def pdflatex():
        start = time.perf_counter()
        runs = [
            subprocess.Popen(["pdflatex", "-interaction=batchmode", name], cwd=f"set/{folder}", stdout=QUIET)
            for folder, name in (("students", "sheets.tex"), ("instructor", "keys.tex"))
        ]
        if any([process.wait() for process in runs]):
            sys.exit("pdflatex failed")
        return time.perf_counter() - start

    ours, theirs = pairs(rounds, make, pdflatex)
    row("make --count 50 --pdf / pdflatex alone", ours, theirs, 1.5)
    shutil.rmtree("set")


def large_set():
    shutil.rmtree("copy", ignore_errors=True)
    shutil.rmtree("set", ignore_errors=True)
    seconds, memory, processor = run(
        PSGEN, "make", "--count", "100000", "--seed", "7", "--out", "set", "plain.yaml")
    print(f"make --count 100000: {seconds:.2f} s, {memory:.1f} MiB (under 64), {processor / seconds:.2f} cores busy")
    shutil.rmtree("set")


def solving():
    """The founding network, forward and three gradients, 100,000 variants on one thread."""
    code = """
import numpy, time, statistics
n, r = 100000, numpy.random.default_rng(1)
def draw(low, high, *shape): return r.integers(low, high + 1, (n, *shape)).astype(float)
x, W1, b1 = draw(0, 3, 2), draw(-1, 2, 3, 2), draw(-2, 2, 3)
W2, b2, W3, y = draw(-1, 2, 3, 3), draw(-2, 2, 3), draw(-2, 2, 1, 3), draw(-6, 6) / 2
def solve():
    z1 = numpy.einsum('nij,nj->ni', W1, x) + b1
    h1 = numpy.maximum(z1, 0)
    z2 = numpy.einsum('nij,nj->ni', W2, h1) + b2
    yhat = numpy.einsum('nij,nj->ni', W3, z2)[:, 0]
    loss = (y - yhat) ** 2 / 2
    e = yhat - y
    g3 = e * z2[:, 1]
    d2 = e[:, None] * W3[:, 0]
    g2 = d2[:, 1] * h1[:, 1]
    d1 = numpy.einsum('nij,ni->nj', W2, d2) * (z1 > 0)
    return loss, g3, g2, d1[:, 1] * x[:, 0]
times = []
for _ in range(9):
    start = time.perf_counter(); solve(); times.append(time.perf_counter() - start)
print(statistics.median(times))
"""
    environment = dict(os.environ, OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1")
    for name in ("OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE"):
        environment.pop(name, None)
    results = []
    for _ in range(6):
        with open("plain.yaml") as template:
            ours = float(subprocess.check_output([BENCH], stdin=template))
        theirs = float(subprocess.check_output([sys.executable, "-c", code], env=environment))
        results.append((ours, theirs))
    ours, theirs = (statistics.median(r[i] for r in results[1:]) for i in (0, 1))
    row("solve 100,000 variants / NumPy", ours, theirs, 2)


# The key as answers, with two more columns to make 16 answers a row; in the order of the sheets, and shuffled.
WRITE_ANSWERS = """
import random
with open('set/instructor/key.csv') as key:
    header, *lines = key.readlines()
header = header.rstrip() + ',extra,remark\\n'
lines = [line.rstrip() + ',12,-3.5\\n' for line in lines]
with open('sorted.csv', 'w') as answers:
    answers.writelines([header] + lines)
random.Random(1).shuffle(lines)
with open('shuffled.csv', 'w') as answers:
    answers.writelines([header] + lines)
"""


def checking(rows):
    run(PSGEN, "make", "--no-pages", "--count", str(rows), "--seed", "7", "--out", "set", "plain.yaml")
    # In a process of its own: what a parent holds in memory would count as its children's.
    subprocess.check_call([sys.executable, "-c", WRITE_ANSWERS])

    def read(name):
        start = time.perf_counter()
        with open(name, newline="") as answers:
            for _ in csv.reader(answers):
                pass
        return time.perf_counter() - start

    for name, bound in (("sorted", 2), ("shuffled", 3)):
        peak = 0

        def check():
            nonlocal peak
            seconds, memory, _ = run(PSGEN, "check", "--set", "set", f"{name}.csv")
            peak = max(peak, memory)
            return seconds

        ours, theirs = pairs(3, check, lambda: read(f"{name}.csv"))
        row(f"check {rows:,} rows, {name} / csv.reader", ours, theirs, bound, peak)
        os.remove(f"{name}.graded.csv")


def main():
    base = "/dev/shm" if os.path.isdir("/dev/shm") else None
    with tempfile.TemporaryDirectory(dir=base) as folder:
        os.chdir(folder)
        print(f"{'medians of runs in turn':<44}{'ours ms':>10}{'theirs':>10}{'ratio':>8}{'bound':>7}  MiB")
        write_template("plain.yaml", RULES_OFF)
        make_against_copy(50, 4, 15)
        make_against_copy(1000, 2, 7)
        make_against_copy(10000, 2, 5)
        pdf_against_pdflatex(7)
        solving()
        large_set()
        choosing(10000, 3)
        checking(1_000_000)
        os.chdir("/")


main()
