# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the stored references of the parity tests with transformers' Trainer and peft.

    make_references.py [--case NAME]... [--data DIR] [--minilm DIR --r8 FILE] [--check]

--minilm: the folder of MiniLM-L6's files; --r8: train.csv of Reuters R8, as setup unpacks it
(without both, the cases that need them are left out). --check makes everything anew elsewhere and compares
it with what is stored, by the tests' own tolerances; it writes nothing.
"""

import argparse
import shutil
import sys
import tempfile
import warnings
from pathlib import Path

import torch
from transformers.utils import logging

from cases import CASES, run_json
from checks import (
    excess, gradient_error, gradient_norm_error, loss_error, relative_error, tolerances,
)
from fill import FORMULA
from inputs import (
    draw_r8_rows, make_minilm_adapter_config, make_tiny_inputs, read_r8, save_r8_rows, write_json,
)
from mistakes import mistakes_of
from outcome import execute
from plan import read_plan
from storage import read_outcome, write_mistakes, write_outcome

OUTPUTS = ("reference.json", "reference.safetensors", "mistakes.json", "mistakes.safetensors")
R8_SEED = 2024


def difference(reference, other):
    found = {"logits": float(abs(reference.logits - other.logits).max())}
    if reference.losses:
        found |= {
            "final_logits": float(abs(reference.final_logits - other.final_logits).max()),
            "first_gradients": gradient_error(reference.gradients, other.gradients)[0],
            "grad_norm": relative_error(reference.grad_norms, other.grad_norms),
            "losses_8": loss_error(reference.losses, other.losses, 8),
            "losses_50": loss_error(reference.losses, other.losses, 50),
        }
    return found


def measure_noise(case, file, places, reference):
    """How far equal computations lie apart: number format, batching, threads."""
    variants = {
        "fp64": {"dtype": torch.float64}, "row_by_row": {"row_by_row": True},
        "two_threads": {"threads": 2},
    }
    noise = {
        name: difference(reference, execute(case, read_plan(file, places), **changes))
        for name, changes in variants.items()
    }
    worst = {key: max(noise[name][key] for name in variants) for key in noise["fp64"]}
    return noise | {"largest": worst}


def make_minilm_inputs(case, folder, scratch, options):
    rows = read_r8(options.r8)
    numbers = draw_r8_rows(rows, R8_SEED)
    places = {"@MINILM@": options.minilm}
    for split in ("train", "test"):
        save_r8_rows(scratch / f"{split}.csv", rows, numbers[split])
        places[f"@{split.upper()}@"] = scratch / f"{split}.csv"
    folder.mkdir(parents=True, exist_ok=True)
    write_json(folder / "run.json", run_json(case))
    extra = {"rows_of_train_tab": numbers}
    if case.method["type"] == "lora":
        names = make_minilm_adapter_config(case, options.minilm, folder / "adapter")
        extra["adapter_tensors"] = names
    return places, extra


def make_case(case, folder, options, noise=None):
    """`noise`: what was measured before, else it is measured here (four runs in place of one)."""
    shutil.rmtree(folder, ignore_errors=True)
    with tempfile.TemporaryDirectory() as scratch:
        places, extra = {}, {}
        if case.minilm:
            places, extra = make_minilm_inputs(case, folder, Path(scratch), options)
        else:
            make_tiny_inputs(case, folder)
        file = folder / "run.json"
        plan = read_plan(file, places)
        reference = execute(case, read_plan(file, places))
        noise = noise or measure_noise(case, file, places, reference)
        allowed = tolerances(noise["largest"])
        if reference.fills:
            extra["fill"] = {"formula": FORMULA, "tensors": reference.fills}
        write_outcome(folder, case, plan, reference, noise, allowed, extra)
        outcomes = [
            (mistake, execute(case, read_plan(file, places), mistake=mistake))
            for mistake in mistakes_of(case)
        ]
        write_mistakes(folder, reference, allowed, outcomes)
    report(case, folder, plan)


def report(case, folder, plan):
    _, record = read_outcome(folder)
    print(f"{case.name}: {record['statistics']}")
    if case.trains:
        print(f"  clipped {record['clipped_share']:.2f} at {plan.training['max_grad_norm']}, "
              f"losses {record['losses'][0]:.4f} .. {record['losses'][-1]:.4f}")
    for name, figures in record["noise"].items():
        print(f"  noise {name}: " + ", ".join(f"{k} {v:.1e}" for k, v in figures.items()))


def input_differences(made, stored):
    """Files of a case, other than its outputs, that differ by a byte or stand on one side only."""
    def listed(folder):
        return {f.relative_to(folder) for f in folder.rglob("*")
                if f.is_file() and f.name not in OUTPUTS}

    both = listed(made) | listed(stored)
    return [str(name) for name in sorted(both)
            if not ((made / name).is_file() and (stored / name).is_file()
                    and (made / name).read_bytes() == (stored / name).read_bytes())]


def check_case(case, stored, options):
    with tempfile.TemporaryDirectory() as scratch:
        made = Path(scratch) / case.name
        reference, record = read_outcome(stored)
        make_case(case, made, options, record["noise"])
        differing = input_differences(made, stored)
        outcome, made_record = read_outcome(made)
        ratios = excess(reference, outcome, record["tolerances"])
        if case.minilm:
            norms = gradient_norm_error(
                record["first_gradient_norms"], made_record["first_gradient_norms"]
            ) / record["tolerances"]["first_gradients"]["relative"]
            ratios["first_gradients"] = max(ratios["first_gradients"], norms)
    print("  error by tolerance: " + ", ".join(f"{k} {v:.2g}" for k, v in ratios.items()))
    good = not differing and reference.rows == outcome.rows and max(ratios.values()) <= 1
    if not good:
        print(f"{case.name}: differs from what is stored {differing}", file=sys.stderr)
    return good


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--case", action="append", choices=[case.name for case in CASES])
    parser.add_argument(
        "--data", type=Path, default=Path(__file__).resolve().parents[2] / "data" / "parity"
    )
    parser.add_argument("--minilm", type=Path)
    parser.add_argument("--r8", type=Path)
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    warnings.simplefilter("ignore", FutureWarning)
    logging.set_verbosity_error()
    logging.disable_progress_bar()
    torch.use_deterministic_algorithms(True)
    good = True
    for case in CASES:
        if options.case and case.name not in options.case:
            continue
        if case.minilm and not (options.minilm and options.r8):
            print(f"{case.name}: left out, needs --minilm and --r8")
            continue
        folder = options.data / case.name
        if options.check:
            good = check_case(case, folder, options) and good
        else:
            make_case(case, folder, options)
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
