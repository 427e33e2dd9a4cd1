# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes tests/data/metrics/cases.json: what scikit-learn says of stored logits and labels.

    metrics.py [--output FILE] [--check]

A case: `classes`, `labels` [rows], `logits` [rows][classes]; the prediction is the largest logit,
probabilities are their softmax. null is a value that is not defined. `per_class` treats precision
without predictions, recall without rows and F1 without either as null; `macro` and `micro` are
scikit-learn's defaults: over the classes that occur in labels or predictions, undefined counts 0.
`roc_auc` is that of class 1 for two classes, else one against the rest, unweighted mean; null when
a class has no row or is the only one. `ece`: 15 bins of equal width, (low, high], by the
probability of the prediction. `majority_accuracy`: always the most frequent label.
"""

import argparse
import json
import math
import sys
import warnings
from pathlib import Path

import numpy as np
from scipy.special import log_softmax, softmax
from sklearn import metrics

BINS = 15


def rounded(values):
    return [[round(float(x), 6) for x in row] for row in values]


def drawn(seed, rows, classes, skill, absent=(), never=()):
    """Random logits with some skill; classes without rows (`absent`), never predicted (`never`)."""
    generator = np.random.Generator(np.random.PCG64(seed))
    present = [c for c in range(classes) if c not in absent]
    labels = generator.choice(present, size=rows, p=weights(len(present)))
    logits = generator.standard_normal((rows, classes))
    logits[np.arange(rows), labels] += skill
    for c in never:
        logits[:, c] = -9.0 + 0.01 * logits[:, c]
    return {"classes": classes, "labels": labels.tolist(), "logits": rounded(logits)}


def weights(count):
    raw = 0.6 ** np.arange(count)
    return raw / raw.sum()


def fixed(classes, labels, logits):
    return {"classes": classes, "labels": labels, "logits": rounded(logits)}


def cases():
    return {
        "binary": drawn(1, 40, 2, 1.2),
        "binary-all-right": fixed(2, [0, 1, 1, 0], [[2, -1], [-3, 1], [0, 4], [1, 0.5]]),
        "binary-all-wrong": fixed(2, [1, 0, 0, 1], [[2, -1], [-3, 1], [0, 4], [1, 0.5]]),
        "binary-equal-scores": fixed(
            2, [0, 1, 0, 1, 1, 0], [[1, 0], [1, 0], [0, 1], [0, 1], [2, 1], [0, 2]]
        ),
        "binary-one-class-only": fixed(2, [1, 1, 1], [[0, 1], [2, 1], [0.5, 1]]),
        "one-row": fixed(3, [2], [[0.1, 0.2, 0.3]]),
        "three": drawn(2, 60, 3, 1.0),
        "eight": drawn(3, 200, 8, 1.5),
        "class-without-rows": drawn(4, 50, 4, 1.0, absent=(2,)),
        "class-never-predicted": drawn(5, 50, 4, 1.0, never=(1,)),
        "class-in-neither": drawn(6, 50, 4, 1.0, absent=(3,), never=(3,)),
        "one-class-predicted": drawn(7, 30, 3, 0.0, never=(1, 2)),
        "certain": drawn(8, 40, 3, 40.0),
    }


def defined(value):
    value = float(value)
    return None if math.isnan(value) else value


def ranking(labels, chances, classes):
    if len(set(labels)) < classes:
        return None
    if classes == 2:
        return float(metrics.roc_auc_score(labels, chances[:, 1]))
    return float(metrics.roc_auc_score(labels, chances, multi_class="ovr", average="macro"))


def calibration_error(labels, chances):
    best = chances.argmax(1)
    confidence, right = chances.max(1), best == labels
    bins = np.clip(np.ceil(confidence * BINS).astype(int) - 1, 0, BINS - 1)
    parts = [
        (bins == b).sum() * abs(right[bins == b].mean() - confidence[bins == b].mean())
        for b in range(BINS) if (bins == b).any()
    ]
    return float(sum(parts) / len(labels))


def measure(case):
    labels, logits = np.array(case["labels"]), np.array(case["logits"])
    every = list(range(case["classes"]))
    chances, best = softmax(logits, axis=1), logits.argmax(1)
    single = metrics.precision_recall_fscore_support(
        labels, best, labels=every, zero_division=np.nan
    )
    result = {
        "accuracy": float(metrics.accuracy_score(labels, best)),
        "majority_accuracy": float(np.bincount(labels).max() / len(labels)),
        "loss": float(-log_softmax(logits, axis=1)[np.arange(len(labels)), labels].mean()),
        "per_class": {
            name: [defined(x) for x in values]
            for name, values in zip(("precision", "recall", "f1"), single)
        },
        "support": [int(x) for x in single[3]],
        "confusion_matrix": metrics.confusion_matrix(labels, best, labels=every).tolist(),
        "roc_auc": ranking(labels, chances, case["classes"]),
        "ece": calibration_error(labels, chances),
    }
    for average in ("macro", "micro"):
        found = metrics.precision_recall_fscore_support(
            labels, best, average=average, zero_division=0
        )
        result |= {f"{n}_{average}": float(x) for n, x in zip(("precision", "recall", "f1"), found)}
    check_loss(labels, chances, every, result["loss"])
    return result


def check_loss(labels, chances, every, loss):
    """The mean negative log-likelihood is scikit-learn's log loss wherever that does not clip."""
    if len(every) > 1 and chances.min() > 1e-12:
        assert abs(metrics.log_loss(labels, chances, labels=every) - loss) < 1e-12


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument(
        "--output", type=Path,
        default=Path(__file__).resolve().parents[2] / "data" / "metrics" / "cases.json",
    )
    parser.add_argument("--check", action="store_true", help="compare with FILE, write nothing")
    options = parser.parse_args()
    warnings.simplefilter("ignore")
    made = {name: case | {"expected": measure(case)} for name, case in cases().items()}
    if options.check:
        stored = json.loads(options.output.read_text("utf-8"))
        return 0 if close(stored, made) else 1
    options.output.parent.mkdir(parents=True, exist_ok=True)
    lines = [f" {json.dumps(name)}: {json.dumps(case)}" for name, case in made.items()]
    options.output.write_text("{\n" + ",\n".join(lines) + "\n}\n", "utf-8")
    return 0


def close(left, right):
    if isinstance(left, dict):
        return left.keys() == right.keys() and all(close(left[k], right[k]) for k in left)
    if isinstance(left, list):
        return len(left) == len(right) and all(close(a, b) for a, b in zip(left, right))
    if isinstance(left, float) and isinstance(right, float):
        return math.isclose(left, right, rel_tol=1e-12, abs_tol=1e-12)
    return left == right


if __name__ == "__main__":
    sys.exit(main())
