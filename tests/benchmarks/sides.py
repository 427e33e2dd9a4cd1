# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs one side of the speed benchmark in a process of its own and returns what was measured.

Both give: rows_per_second (of training alone), start_seconds (start of the process to the first
step), peak_rss_mb (when the last step is done), accuracy, threads.
"""

import json
import re
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path


# Blocks that train where the others are frozen, the head and its pooler beside them.
TRAINABLE_LAYERS = {"freeze": 2, "feature-extraction": 0}


class SideFailed(Exception):
    pass


@dataclass(frozen=True)
class Work:
    """What both sides train, alike."""

    model: Path
    files: Path
    method: str
    steps: int
    batch: int
    longest: int
    learning_rate: float
    seed: int


def write_plan(work, file):
    method = {"type": work.method}
    if work.method == "freeze":
        method |= {"trainable_layers": TRAINABLE_LAYERS["freeze"]}
    if work.method == "lora":
        method |= {"r": 8, "lora_alpha": 16, "lora_dropout": 0.0,
                   "target_modules": ["query", "value"],
                   "modules_to_save": ["classifier", "pooler"]}
    file.write_text(json.dumps({
        "schema": 1, "name": "speed", "task": "text-classification",
        "model": {"path": str(work.model)},
        "dataset": {
            **{part: str(work.files / f"{part}.jsonl") for part in ("train", "validation", "test")},
            "columns": {"text": "text", "label": "label"},
        },
        "method": method,
        "training": {
            "learning_rate": work.learning_rate, "new_head_lr_ratio": 1, "max_steps": work.steps,
            "per_device_train_batch_size": work.batch, "gradient_accumulation_steps": 1,
            "lr_scheduler_type": "linear", "warmup_steps": 0, "weight_decay": 0.0,
            "max_grad_norm": 1.0, "max_length": work.longest, "seed": work.seed,
            "eval_steps": work.steps + 1, "save_steps": 0, "early_stopping_patience": 0,
        },
    }))


def high_water_mark(pid):
    """Largest memory of a living process so far, in MB."""
    status = Path(f"/proc/{pid}/status").read_text("ascii", "replace")
    return int(re.search(r"VmHWM:\s+(\d+) kB", status)[1]) / 1024


def watch(process, last_step):
    """When each step's event came, the other events by name, the peak memory at the last step."""
    arrivals, events, peak = [], {}, None
    for line in process.stdout:
        event = json.loads(line)
        if event["event"] == "step":
            arrivals.append(time.monotonic())
            if event["step"] == last_step:
                peak = high_water_mark(process.pid)
        else:
            events[event["event"]] = event
    return arrivals, events, peak


def measure_ours(luthier, work, folder):
    plan = folder / "run.json"
    write_plan(work, plan)
    command = [luthier, "train", plan, "--json", "--workspace", folder, "--output", folder / "run"]
    with open(folder / "stderr.txt", "w+", encoding="utf-8") as errors:
        begun = time.monotonic()
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=errors, text=True)
        arrivals, events, peak = watch(process, work.steps)
        if process.wait() != 0 or "done" not in events or len(arrivals) != work.steps:
            errors.seek(0)
            raise SideFailed(f"luthier-cli failed: {errors.read().strip()[-800:]}")
    step_seconds = [after - before for before, after in zip(arrivals, arrivals[1:])]
    done, test = events["done"], events["done"]["test"]
    return {
        "rows_per_second": done["samples_per_second"],
        "rows_per_second_by_events": work.batch * len(step_seconds) / sum(step_seconds),
        "start_seconds": arrivals[0] - begun - statistics.median(step_seconds),
        "peak_rss_mb": peak, "accuracy": test["accuracy"],
        "threads": events["start"]["threads"], "processor_path": events["start"]["processor"],
    }


def measure_peer(work):
    command = [
        sys.executable, Path(__file__).with_name("peer.py"), "--model", work.model,
        "--rows", work.files / "train.jsonl", "--test", work.files / "test.jsonl",
        "--method", work.method, "--steps", work.steps, "--batch", work.batch,
        "--max-length", work.longest, "--learning-rate", work.learning_rate, "--seed", work.seed,
        "--trainable-layers", TRAINABLE_LAYERS.get(work.method, 0),
    ]
    finished = subprocess.run([str(part) for part in command], capture_output=True, text=True)
    if finished.returncode != 0:
        raise SideFailed(f"transformers failed: {finished.stderr.strip()[-800:]}")
    result = json.loads(finished.stdout.splitlines()[-1])
    return {
        "rows_per_second": result["rows"] / result["seconds"],
        "start_seconds": result["start_seconds"], "peak_rss_mb": result["peak_rss_mb"],
        "accuracy": result["accuracy"], "threads": result["threads"],
        "versions": result["versions"],
    }
