# SPDX-License-Identifier: GPL-3.0-or-later
"""Speed, memory and start of training: Luthier beside transformers' Trainer and peft.

    speed.py --method full|lora|freeze|feature-extraction [--pairs N] [--steps N]

Both train the same weights on the same rows (Reuters R8 cut to seeded lengths: mean 36 tokens, at
most 128) with the model's own dropout; nothing is evaluated, saved or logged in the timed part. The
order alternates: ours, theirs, theirs, ours. A finished pair is stored at once in --results, and a
later call with the same settings, program and machine goes on from there. A pair during which other
programs had more than a tenth of the processor is stored, but measured again by a later call.
"""

import argparse
import hashlib
import importlib.metadata
import json
import os
import platform
import statistics
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import rows
from quiet import Others
from sides import SideFailed, Work, measure_ours, measure_peer

HERE = Path(__file__).resolve().parent
TOP = HERE.parent.parent
CACHE = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "luthier"
LEARNING_RATE = {"full": 3e-4, "lora": 2e-3, "freeze": 1e-3, "feature-extraction": 5e-3}
# What frozen blocks give is computed once, so these are measured over several epochs.
EPOCHS = {"full": 1, "lora": 1, "freeze": 5, "feature-extraction": 5}
BATCH = 16
# A pair counts as disturbed when other programs had more of the processor than this.
DISTURBED = 0.1


@dataclass(frozen=True)
class RowPlan:
    rows: int
    seed: int
    mean: int = 36
    longest: int = 128
    validation_rows: int = 64
    test_rows: int = 512


def parse():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--method", choices=sorted(LEARNING_RATE), default="full")
    parser.add_argument("--pairs", type=int, default=4)
    parser.add_argument("--steps", type=int, default=40, help="steps of one epoch")
    parser.add_argument("--seed", type=int, default=42)
    parser.add_argument("--luthier", type=Path, help="luthier-cli; default: the newest in build/")
    parser.add_argument("--model", type=Path, default=CACHE / "models/minilm-l6")
    parser.add_argument("--data", type=Path, default=CACHE / "datasets/reuters-r8",
                        help="folder of train.csv and test.csv")
    parser.add_argument("--results", type=Path, default=TOP / "build/speed.jsonl")
    options = parser.parse_args()
    options.luthier = options.luthier or newest_program()
    for needed in (options.luthier, options.model / "config.json", options.data / "train.csv"):
        if not needed or not needed.exists():
            parser.error(f"{needed or 'build/*/bin/luthier-cli'} is missing: call installer/setup")
    return options


def newest_program():
    built = sorted(TOP.glob("build/*/bin/luthier-cli"), key=lambda file: file.stat().st_mtime)
    return built[-1] if built else None


def processor_name():
    for line in Path("/proc/cpuinfo").read_text("ascii", "replace").splitlines():
        if line.startswith("model name"):
            return line.partition(":")[2].strip()
    return platform.processor()


def settings_of(options):
    """Everything that makes measurements comparable: pairs are stored under this."""
    names = ("torch", "transformers", "peft", "accelerate")
    return {
        "method": options.method, "steps": options.steps * EPOCHS[options.method],
        "batch": BATCH, "seed": options.seed,
        "learning_rate": LEARNING_RATE[options.method],
        "program": hashlib.sha256(options.luthier.read_bytes()).hexdigest()[:16],
        "versions": {name: importlib.metadata.version(name) for name in names},
        "processor": processor_name(), "cores": len(os.sched_getaffinity(0)),
    }


def stored_pairs(file, settings):
    if not file.exists():
        return []
    lines = [json.loads(line) for line in file.read_text("utf-8").splitlines()]
    return [line for line in lines if line["settings"] == settings]


def say(progress):
    print(progress, file=sys.stderr, flush=True)


def measure_pair(options, work, number):
    pair = {}
    order = ("ours", "theirs") if number % 2 == 0 else ("theirs", "ours")
    for side in order:
        with tempfile.TemporaryDirectory() as folder, Others() as others:
            pair[side] = (
                measure_ours(options.luthier, work, Path(folder)) if side == "ours"
                else measure_peer(work)
            )
        pair[side]["others"] = round(others.share, 3)
        say(f"  {side:<7}{pair[side]['rows_per_second']:8.1f} rows/s, "
            f"other programs had {others.share:.0%} of the processor")
    return pair


def undisturbed(pairs):
    return [pair for pair in pairs
            if max(pair[side]["others"] for side in ("ours", "theirs")) <= DISTURBED]


def measure_missing(options, settings):
    there = len(undisturbed(stored_pairs(options.results, settings)))
    plan = RowPlan(rows=min(options.steps * BATCH, 4096), seed=options.seed)
    with tempfile.TemporaryDirectory() as folder:
        mean = rows.make_files(Path(folder), options.model, options.data, plan)
        work = Work(options.model, Path(folder), options.method, settings["steps"], BATCH,
                    plan.longest, settings["learning_rate"], options.seed)
        options.results.parent.mkdir(parents=True, exist_ok=True)
        for number in range(there, options.pairs):
            say(f"pair {number + 1} of {options.pairs}")
            pair = measure_pair(options, work, number)
            line = {"settings": settings, "mean_tokens": round(mean, 2), **pair}
            with open(options.results, "a", encoding="utf-8") as stream:
                stream.write(json.dumps(line) + "\n")


def spread(values, form="{:.2f}"):
    return "{} ({} to {})".format(
        *(form.format(value) for value in (statistics.median(values), min(values), max(values)))
    )


def ratios(pairs, name, upper):
    lower = "theirs" if upper == "ours" else "ours"
    return [pair[upper][name] / pair[lower][name] for pair in pairs]


def report(settings, pairs):
    versions = " ".join(f"{name} {value}" for name, value in settings["versions"].items())
    print(f"{settings['method']}: {len(pairs)} pairs of {settings['steps']} steps, "
          f"{settings['batch']} rows a step, {pairs[0]['mean_tokens']} tokens a row")
    print(f"{settings['processor']}, {settings['cores']} cores, "
          f"{pairs[0]['ours']['processor_path']}; threads: ours {pairs[0]['ours']['threads']}, "
          f"theirs {pairs[0]['theirs']['threads']}")
    print(f"{versions}\n")
    print(f"{'median (lowest to highest)':<28}{'Luthier':<28}transformers + peft")
    for name, title in (("rows_per_second", "rows a second"), ("peak_rss_mb", "peak memory, MB"),
                        ("start_seconds", "start to first step, s"),
                        ("accuracy", "accuracy on held-out rows")):
        form = "{:.3f}" if name == "accuracy" else "{:.1f}"
        ours, theirs = (
            spread([pair[side][name] for pair in pairs], form) for side in ("ours", "theirs")
        )
        print(f"{title:<28}{ours:<28}{theirs}")
    print(f"\nspeed   {spread(ratios(pairs, 'rows_per_second', 'ours'))} times theirs")
    print(f"memory  {spread(ratios(pairs, 'peak_rss_mb', 'ours'))} times theirs")
    print(f"start   {spread(ratios(pairs, 'start_seconds', 'theirs'))} times sooner")


def main():
    options = parse()
    settings = settings_of(options)
    try:
        measure_missing(options, settings)
    except SideFailed as failure:
        sys.exit(str(failure))
    pairs = stored_pairs(options.results, settings)
    quiet = undisturbed(pairs)
    report(settings, quiet or pairs)
    if len(quiet) < len(pairs):
        print(f"\n{len(pairs) - len(quiet)} of {len(pairs)} pairs were disturbed by other programs "
              + ("and are left out; call again to replace them" if quiet else "; none was not"))


if __name__ == "__main__":
    main()
