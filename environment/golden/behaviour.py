#!/usr/bin/env python3
"""Write the golden values of the tests of org.opponency.evaluation: what NumPy and SciPy make of the
same random predictions.

    python3 environment/golden/behaviour.py [FOLDER]

FOLDER defaults to the toolkit's test resources. Needs NumPy and SciPy (Debian: python3-scipy);
their versions go into versions.txt.

predictions.csv   true class, decision and confidence of random predictions, more or less sure
calibration.csv   by how many of these predictions were taken: AURRA and RMS calibration error as the
                  ImageNet-A authors' script defines them, expected calibration error (15 bins)
intervals.csv     95 % intervals of shares: Wilson's
tests.csv         of two samples: one-sided p of the mean and of the difference (Student, Welch), their
                  intervals, two one-sided tests against bounds, exact p of ranks, Kruskal and Wallis
kappa.csv         Cohen's kappa of right and wrong of the predictions' halves
"""

import csv
import sys
from pathlib import Path

import numpy
import scipy
from scipy import stats

HERE = Path(__file__).resolve().parent
RESOURCES = HERE / "../../toolkit/src/test/resources/org/opponency/evaluation/golden"
SIZES = (150, 250, 1234, 3000)


def predictions(generator, count):
    """A decision is right a little less often than its confidence says."""
    confidence = generator.beta(2, 3, count)
    right = generator.random(count) < 0.8 * confidence
    label = generator.integers(0, 10, count)
    decision = numpy.where(right, label, (label + generator.integers(1, 10, count)) % 10)
    return label, decision, confidence


def rms_of_script(confidence, right, size=100):
    """Bins of a hundred in order of confidence; the last takes the rest and is left out."""
    order = numpy.argsort(confidence)
    error = 0.0
    for start in range(0, (len(order) // size - 1) * size, size):
        own = order[start : start + size]
        error += size / len(order) * (confidence[own].mean() - right[own].mean()) ** 2
    return error**0.5


def aurra(confidence, right):
    order = numpy.argsort(confidence)[::-1]
    return (numpy.cumsum(right[order]) / numpy.arange(1, len(order) + 1)).mean()


def expected_error(confidence, right, bins=15):
    edges = numpy.linspace(0, 1, bins + 1)
    place = numpy.digitize(confidence, edges, right=True)
    total = 0.0
    for bin in range(1, bins + 1):
        own = place == bin
        if own.any():
            total += abs(confidence[own].mean() - right[own].mean()) * own.sum()
    return total / len(confidence)


def kappa(first, second):
    observed = (first == second).mean()
    p, q = first.mean(), second.mean()
    expected = p * q + (1 - p) * (1 - q)
    return (observed - expected) / (1 - expected)


def intervals():
    for successes, trials in ((0, 10), (10, 10), (1, 3), (22, 97), (500, 1000)):
        interval = stats.binomtest(successes, trials).proportion_ci(0.95, "wilson")
        yield successes, trials, interval.low, interval.high


BOUNDS = (-0.5, 0.5)


def samples(generator):
    """Of unequal sizes and spreads, to six digits so that both sides read the same."""
    for first, second, shift in ((3, 3, 0.0), (8, 3, 0.5), (3, 6, -1.0), (5, 4, 2.0)):
        yield generator.normal(shift, 1, first).round(6), generator.normal(0, 0.5, second).round(6)


def differ(first, second):
    """Exact: over all ways to share the values out."""
    result = stats.permutation_test(
        (first, second), lambda a, b: stats.kruskal(a, b).statistic, permutation_type="independent",
        alternative="greater", n_resamples=numpy.inf)
    return result.pvalue


def tests(generator):
    for first, second in samples(generator):
        mean = stats.t.interval(0.95, len(first) - 1, loc=first.mean(), scale=stats.sem(first))
        a, b = stats.sem(first) ** 2, stats.sem(second) ** 2
        freedom = (a + b) ** 2 / (a**2 / (len(first) - 1) + b**2 / (len(second) - 1))
        half = stats.t.ppf(0.975, freedom) * (a + b) ** 0.5
        gap = first.mean() - second.mean()
        equivalent = max(
            stats.ttest_ind(first, second + BOUNDS[0], equal_var=False, alternative="greater").pvalue,
            stats.ttest_ind(first, second + BOUNDS[1], equal_var=False, alternative="less").pvalue)
        yield (
            " ".join(map(str, first)), " ".join(map(str, second)),
            stats.ttest_1samp(first, 0, alternative="greater").pvalue, *mean,
            stats.ttest_ind(first, second, equal_var=False, alternative="greater").pvalue,
            gap - half, gap + half, equivalent,
            stats.mannwhitneyu(first, second, alternative="greater", method="exact").pvalue,
            differ(first, second),
        )


def write(path, header, rows):
    with open(path, "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def main(folder):
    folder.mkdir(parents=True, exist_ok=True)
    generator = numpy.random.default_rng(5)
    label, decision, confidence = predictions(generator, max(SIZES))
    confidence = numpy.round(confidence, 12)
    right = label == decision
    write(folder / "predictions.csv", ("label", "decision", "confidence"), zip(label, decision, confidence))
    write(
        folder / "calibration.csv",
        ("images", "aurra", "rms_of_script", "ece"),
        (
            (n, aurra(confidence[:n], right[:n]), rms_of_script(confidence[:n], right[:n]),
             expected_error(confidence[:n], right[:n]))
            for n in SIZES
        ),
    )
    write(folder / "intervals.csv", ("successes", "trials", "low", "high"), intervals())
    write(
        folder / "tests.csv",
        ("first", "second", "p_above", "low", "high", "p_greater", "difference_low",
         "difference_high", "p_equivalent", "p_rank", "p_differ"),
        tests(generator),
    )
    half = len(right) // 2
    write(folder / "kappa.csv", ("images", "kappa"), [(half, kappa(right[:half], right[half : 2 * half]))])
    (folder / "versions.txt").write_text(
        f"numpy {numpy.__version__}\nscipy {scipy.__version__}\n", encoding="utf-8"
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else RESOURCES)
