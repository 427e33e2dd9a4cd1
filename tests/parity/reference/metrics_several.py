# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes tests/data/metrics/several.json: scikit-learn's scores with several labels a row.

    metrics_several.py [--output FILE] [--check]

A case: `classes`, `labels` [rows][any number, ascending], `logits` [rows][classes]; a label is
answered when its logit is above 0. `per_class` treats precision without answers, recall without
rows and F1 without either as null; means count what is not defined as 0. `roc_auc`: unweighted
mean over the labels, null when one has no row or all. `loss`: the mean over rows and labels of
torch's BCEWithLogitsLoss. `majority_accuracy`: always the most frequent set of labels.
"""

import argparse
import json
import sys
import warnings
from collections import Counter
from pathlib import Path

import numpy as np
import torch
from scipy.special import expit
from sklearn import metrics

from metrics import close, defined, rounded


def drawn(seed, rows, classes, skill, share=0.35, absent=(), never=(), always=()):
    generator = np.random.Generator(np.random.PCG64(seed))
    truth = (generator.random((rows, classes)) < share).astype(int)
    truth[:, list(absent)] = 0
    truth[:, list(always)] = 1
    logits = generator.standard_normal((rows, classes)) + skill * (truth - 0.5)
    logits[:, list(never)] -= 9.0
    return {
        "classes": classes, "labels": [np.flatnonzero(row).tolist() for row in truth],
        "logits": rounded(logits),
    }


def cases():
    return {
        "three": drawn(1, 40, 3, 2.0),
        "nine": drawn(2, 120, 9, 1.5, share=0.15),
        "one-label": drawn(3, 30, 1, 1.0),
        "all-right": drawn(4, 30, 4, 60.0),
        "no-skill": drawn(5, 50, 4, 0.0),
        "label-without-rows": drawn(6, 40, 4, 1.5, absent=(2,)),
        "label-never-answered": drawn(7, 40, 4, 1.5, never=(1,)),
        "label-in-neither": drawn(8, 40, 4, 1.5, absent=(0,), never=(0,)),
        "label-in-every-row": drawn(9, 40, 3, 1.5, always=(1,)),
        "nothing-anywhere": drawn(10, 12, 3, 0.0, share=0.0, never=(0, 1, 2)),
        "equal-scores": {"classes": 2, "labels": [[0], [1], [], [0, 1]],
                         "logits": [[0, 0], [0, 1], [1, 1], [1, 0]]},
    }


def indicator(rows, classes):
    out = np.zeros((len(rows), classes), dtype=int)
    for i, row in enumerate(rows):
        out[i, row] = 1
    return out


def ranking(truth, chances):
    if any(len(set(column)) < 2 for column in truth.T):
        return None
    return float(metrics.roc_auc_score(truth, chances, average="macro"))


def measure(case):
    logits = np.array(case["logits"], dtype=float)
    truth, chances = indicator(case["labels"], case["classes"]), expit(logits)
    answers = (logits > 0).astype(int)
    single = metrics.precision_recall_fscore_support(
        truth, answers, average=None, zero_division=np.nan
    ) if case["classes"] > 1 else [np.atleast_1d(x) for x in (
        metrics.precision_score(truth[:, 0], answers[:, 0], zero_division=np.nan),
        metrics.recall_score(truth[:, 0], answers[:, 0], zero_division=np.nan),
        metrics.f1_score(truth[:, 0], answers[:, 0], zero_division=np.nan), truth.sum(),
    )]
    loss = torch.nn.BCEWithLogitsLoss()(
        torch.tensor(logits), torch.tensor(truth, dtype=torch.double)
    )
    result = {
        "accuracy": float((truth == answers).all(1).mean()),
        "hamming_loss": float(metrics.hamming_loss(truth, answers)),
        "majority_accuracy": Counter(map(tuple, truth)).most_common(1)[0][1] / len(truth),
        "loss": float(loss),
        "per_class": {name: [defined(x) for x in values]
                      for name, values in zip(("precision", "recall", "f1"), single)},
        "support": [int(x) for x in single[3]],
        "roc_auc": ranking(truth, chances),
    }
    columns = np.hstack([truth, np.zeros_like(truth)]), np.hstack([answers, np.zeros_like(truth)])
    both = (truth, answers) if case["classes"] > 1 else columns
    for average in ("macro", "micro"):
        found = metrics.precision_recall_fscore_support(
            *both, labels=list(range(case["classes"])), average=average, zero_division=0
        )
        result |= {f"{n}_{average}": float(x) for n, x in zip(("precision", "recall", "f1"), found)}
    if case["classes"] > 1:
        assert abs(metrics.accuracy_score(truth, answers) - result["accuracy"]) < 1e-12
    return result


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument(
        "--output", type=Path,
        default=Path(__file__).resolve().parents[2] / "data" / "metrics" / "several.json",
    )
    parser.add_argument("--check", action="store_true", help="compare with FILE, write nothing")
    options = parser.parse_args()
    warnings.simplefilter("ignore")
    made = {name: case | {"expected": measure(case)} for name, case in cases().items()}
    if options.check:
        return 0 if close(json.loads(options.output.read_text("utf-8")), made) else 1
    lines = [f" {json.dumps(name)}: {json.dumps(case)}" for name, case in made.items()]
    options.output.write_text("{\n" + ",\n".join(lines) + "\n}\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
