# SPDX-License-Identifier: GPL-3.0-or-later
"""The stored form of an outcome: reference.json and reference.safetensors, mistakes likewise."""

import json
import platform
import re

import numpy as np
import peft
import safetensors.numpy
import tokenizers
import torch
import transformers

from checks import excess
from outcome import Outcome

# A mistake has to lie this far outside, so that it still fails beside our own rounding.
MARGIN = 3.0
# Clipping is active in about half of the steps.
CLIPPED = (0.3, 0.7)
# Of MiniLM, gradients of at most this many numbers in the first and the last block are stored.
SMALL = 4096
MIDDLE = re.compile(r"\.layer\.[1-4]\.")


def versions():
    return {
        "python": platform.python_version(), "torch": torch.__version__,
        "transformers": transformers.__version__, "peft": peft.__version__,
        "tokenizers": tokenizers.__version__, "numpy": np.__version__,
        "cpu_capability": torch.backends.cpu.get_cpu_capability(),
    }


def write_record(file, value):
    """One line a key, so that a changed figure shows as one changed line."""
    lines = [f" {json.dumps(k)}: {json.dumps(v, ensure_ascii=False)}" for k, v in value.items()]
    file.write_text("{\n" + ",\n".join(lines) + "\n}\n", "utf-8")


def gradient_norms(outcome):
    return {name: float(np.linalg.norm(g)) for name, g in sorted(outcome.gradients.items())}


def as_float32(tensors):
    return {name: np.ascontiguousarray(t, dtype=np.float32) for name, t in tensors.items()}


def refuse_what_shows_little(case, outcome, clipped_share):
    """A reference on which mistakes could hide is not stored."""
    low, high = outcome.statistics["before_gelu"]
    wanted = {
        "logits spread over a standard deviation of 1": outcome.statistics["logits_std"] >= 1,
        "activations before GELU pass -3 and 3": low < -3 and high > 3,
        "about half of the steps are clipped":
            clipped_share is None or CLIPPED[0] <= clipped_share <= CLIPPED[1],
    }
    unmet = [name for name, met in wanted.items() if not met]
    if unmet:
        raise SystemExit(f"{case.name}: not met: {', '.join(unmet)} "
                         f"({outcome.statistics}, clipped {clipped_share})")


def small_gradients(outcome):
    """Of a large model: vectors and narrow matrices of its ends; the others by their norms."""
    return {name: g for name, g in outcome.gradients.items()
            if g.size <= SMALL and not MIDDLE.search(name)}


def write_outcome(folder, case, plan, outcome, noise, allowed, extra):
    tensors = {"logits": outcome.logits}
    limit = plan.training["max_grad_norm"]
    clipped = float(np.mean(np.array(outcome.grad_norms) > limit)) if case.trains else None
    refuse_what_shows_little(case, outcome, clipped)
    record = {"case": case.name, "versions": versions(), "labels": outcome.labels,
              "statistics": outcome.statistics}
    if case.trains:
        tensors["final_logits"] = outcome.final_logits
        record |= {
            "steps": len(outcome.losses), "losses": outcome.losses,
            "grad_norms": outcome.grad_norms, "learning_rates": outcome.learning_rates,
            "clipped_share": clipped, "rows_of_step": outcome.rows,
        }
        if case.minilm:
            record["first_gradient_norms"] = gradient_norms(outcome)
        stored = small_gradients(outcome) if case.minilm else outcome.gradients
        tensors |= {f"grad.{name}": g for name, g in stored.items()}
    record |= {"noise": noise, "tolerances": allowed} | extra
    write_record(folder / "reference.json", record)
    safetensors.numpy.save_file(as_float32(tensors), folder / "reference.safetensors")


def read_outcome(folder):
    """The stored outcome and its tolerances."""
    record = json.loads((folder / "reference.json").read_text("utf-8"))
    tensors = safetensors.numpy.load_file(folder / "reference.safetensors")
    outcome = Outcome(
        logits=tensors["logits"].astype(np.float64), losses=record.get("losses", []),
        grad_norms=record.get("grad_norms", []),
        learning_rates=record.get("learning_rates", []), rows=record.get("rows_of_step", []),
        labels=record["labels"],
    )
    if "final_logits" in tensors:
        outcome.final_logits = tensors["final_logits"].astype(np.float64)
    outcome.gradients = {
        name.removeprefix("grad."): tensor.astype(np.float64)
        for name, tensor in tensors.items() if name.startswith("grad.")
    }
    return outcome, record


def write_mistakes(folder, reference, allowed, outcomes):
    """`outcomes`: pairs of mistake and outcome. Fails where a mistake would pass its check."""
    records, tensors = {}, {}
    for mistake, outcome in outcomes:
        ratios = excess(reference, outcome, allowed)
        if not ratios[mistake.check] > MARGIN:
            raise SystemExit(f"{folder.name}: {mistake.name} passes {mistake.check}: {ratios}")
        records[mistake.name] = {
            "summary": mistake.summary, "check": mistake.check,
            "fails": [name for name, ratio in ratios.items() if ratio > MARGIN],
            "error_by_tolerance": {name: float(f"{r:.3g}") for name, r in ratios.items()},
            "losses": outcome.losses, "grad_norms": outcome.grad_norms,
            "learning_rates": outcome.learning_rates,
        }
        tensors[f"{mistake.name}.logits"] = outcome.logits
        if mistake.check == "first_gradients":
            tensors |= {f"{mistake.name}.grad.{n}": g for n, g in outcome.gradients.items()}
    if records:
        write_record(folder / "mistakes.json", records)
        safetensors.numpy.save_file(as_float32(tensors), folder / "mistakes.safetensors")
