# SPDX-License-Identifier: GPL-3.0-or-later
"""The installer's sample, trained by Luthier and by transformers + peft with the same plan.

    sample.py [--seeds 1 2 3]

Needs a Python with transformers and peft (LUTHIER_REFERENCE_PYTHON, else the one that runs this).
Compares the weights after the last step on the test rows; ours is given at its best step too, which
is what a user gets. Every run that ends is stored at once; what is stored is not run again.
"""

import argparse
import hashlib
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import fmean, stdev

import luthier

HERE = Path(__file__).resolve().parent
REFERENCE = luthier.TOP / "tests/parity/reference/train_reference.py"
AUTO_MODULES = ["classifier", "pooler"]


def parse():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    luthier.add_options(parser)
    parser.add_argument("--data", type=Path, default=luthier.CACHE / "datasets/reuters-r8",
                        help="folder of train.csv and test.csv")
    parser.add_argument("--plan", type=Path,
                        default=luthier.TOP / "resources/samples/reuters-r8.json")
    parser.add_argument("--seeds", type=int, nargs="+", default=[1, 2, 3])
    parser.add_argument("--max-steps", type=int, help="stop early, for a try")
    parser.add_argument("--limit", type=int, help="stop after so many runs")
    parser.add_argument("--results", type=Path, default=HERE / "sample_results.jsonl")
    options = parser.parse_args()
    luthier.check_options(parser, options)
    if not (options.data / "train.csv").exists():
        parser.error(f"{options.data} holds no train.csv: call installer/setup")
    return options


def sample_plan(options):
    """The sample's plan without its paths, and a short name for its contents."""
    plan = json.loads(options.plan.read_text("utf-8"))
    if options.max_steps:
        plan["training"]["max_steps"] = options.max_steps
    return plan, hashlib.sha256(json.dumps(plan, sort_keys=True).encode()).hexdigest()[:12]


def placed(options, plan, seed, **complete):
    """The plan with this machine's paths."""
    data = {part: str((options.data / f"{part}.csv").resolve()) for part in ("train", "test")}
    return {
        **plan, "model": {"path": str(options.model.resolve())},
        "dataset": {**plan["dataset"], **data},
        "method": complete.get("method", plan["method"]),
        "training": {**complete.get("training", plan["training"]), "seed": seed},
    }


def train_ours(options, plan, folder):
    file = folder / "plan.json"
    file.write_text(json.dumps(plan))
    _, done = luthier.train(options.luthier, file, folder)
    last = json.loads(luthier.call(
        options.luthier, "evaluate", "--model", folder / "run/final", "--input",
        plan["dataset"]["test"], "--max-length", plan["training"]["max_length"], "--json",
    ))
    complete = json.loads((folder / "run/run.json").read_text("utf-8"))
    return {
        "accuracy": last["accuracy"], "f1_macro": last["f1_macro"],
        "best_step_accuracy": done["test"]["accuracy"],
        "best_step_f1_macro": done["test"]["f1_macro"],
        "steps": done["steps"], "seconds": round(done["seconds"], 1),
        "method": complete["method"], "training": complete["training"],
    }


def for_transformers(plan):
    """The same plan where transformers and peft have another word for it, or none."""
    method = {name: value for name, value in plan["method"].items() if value != ""}
    training = dict(plan["training"])
    if method.get("modules_to_save") == "auto":
        method["modules_to_save"] = AUTO_MODULES
    if training.get("optim") == "adamw":
        training["optim"] = "adamw_torch_fused"
    return {**plan, "method": method, "training": training}


def train_theirs(options, plan, folder):
    file = folder / "plan.json"
    file.write_text(json.dumps(for_transformers(plan)))
    python = os.environ.get("LUTHIER_REFERENCE_PYTHON", sys.executable)
    finished = subprocess.run(
        [python, str(REFERENCE), str(file), "--output", str(folder / "run"),
         "--seed", str(plan["training"]["seed"])], capture_output=True, text=True,
    )
    if finished.returncode != 0:
        raise luthier.RunFailed(f"train_reference.py: {finished.stderr.strip()[-800:]}")
    result = json.loads(finished.stdout.splitlines()[-1])
    names = ("accuracy", "f1_macro", "steps", "versions")
    return {**{name: result[name] for name in names}, "seconds": round(result["seconds"], 1)}


def run_side(options, side, seed, mark):
    plan, _ = sample_plan(options)
    with tempfile.TemporaryDirectory() as name:
        if side == "ours":
            result = train_ours(options, placed(options, plan, seed), Path(name))
        else:
            ours = find(luthier.stored(options.results), "ours", seed, mark)
            complete = {part: ours[part] for part in ("method", "training")}
            result = train_theirs(options, placed(options, plan, seed, **complete), Path(name))
    return {"side": side, "seed": seed, "plan": mark, **result}


def find(lines, side, seed, mark):
    wanted = {"side": side, "seed": seed, "plan": mark}
    return next((line for line in lines if wanted.items() <= line.items()), None)


def run_missing(options, mark):
    """Theirs takes the complete plan (every default written out) from ours, which is run before."""
    runs = [(side, seed) for seed in options.seeds for side in ("ours", "theirs")]
    stored = luthier.stored(options.results)
    missing = [run for run in runs if not find(stored, *run, mark)]
    for side, seed in missing[: options.limit]:
        line = run_side(options, side, seed, mark)
        luthier.store(options.results, line)
        print(f"{side:<7} seed {seed}  accuracy {line['accuracy']:.4f}  "
              f"f1_macro {line['f1_macro']:.4f}  {line['seconds']:.0f} s", flush=True)


def mean_and_error(values):
    return fmean(values), stdev(values) / len(values) ** 0.5 if len(values) > 1 else float("nan")


def print_comparison(lines, seeds, mark):
    sides = {side: [line for seed in seeds if (line := find(lines, side, seed, mark))]
             for side in ("ours", "theirs")}
    if not all(sides.values()):
        print("Both sides must have run once before they are compared.")
        return
    print(f"\n{'mean (standard error)':<24}{'Luthier':<20}{'transformers + peft':<22}difference")
    for name in ("accuracy", "f1_macro"):
        (ours, error), (theirs, their_error) = (
            mean_and_error([line[name] for line in sides[side]]) for side in ("ours", "theirs"))
        print(f"{name:<24}{f'{ours:.4f} ({error:.4f})':<20}"
              f"{f'{theirs:.4f} ({their_error:.4f})':<22}{ours - theirs:+.4f} "
              f"({(error ** 2 + their_error ** 2) ** 0.5:.4f})")
    for name in ("best_step_accuracy", "best_step_f1_macro"):
        mean, error = mean_and_error([line[name] for line in sides["ours"]])
        print(f"{name:<24}{f'{mean:.4f} ({error:.4f})':<20}")
    for side in sides:
        print(f"{side}: {len(sides[side])} seeds, "
              f"{fmean(line['seconds'] for line in sides[side]):.0f} s each")


def main():
    options = parse()
    _, mark = sample_plan(options)
    try:
        run_missing(options, mark)
    except luthier.RunFailed as failure:
        sys.exit(str(failure))
    print_comparison(luthier.stored(options.results), options.seeds, mark)


if __name__ == "__main__":
    main()
