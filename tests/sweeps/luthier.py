# SPDX-License-Identifier: GPL-3.0-or-later
"""luthier-cli and the files that the installer keeps, as the sweeps use them."""

import json
import os
import subprocess
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent.parent
CACHE = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "luthier"


class RunFailed(Exception):
    pass


def newest_program():
    built = sorted(TOP.glob("build/*/bin/luthier-cli"), key=lambda file: file.stat().st_mtime)
    return built[-1] if built else None


def add_options(parser):
    parser.add_argument("--luthier", type=Path, default=newest_program(),
                        help="luthier-cli; default: the newest in build/")
    parser.add_argument("--model", type=Path, default=CACHE / "models/minilm-l6")


def check_options(parser, options):
    if not options.luthier or not options.luthier.exists():
        parser.error("build/*/bin/luthier-cli is missing: call installer/setup")
    if not (options.model / "config.json").exists():
        parser.error(f"{options.model} holds no model: call installer/setup")


def call(luthier, *arguments):
    finished = subprocess.run(
        [str(part) for part in (luthier, *arguments)], capture_output=True, text=True
    )
    if finished.returncode != 0:
        raise RunFailed(f"luthier-cli {arguments[0]}: {finished.stderr.strip()[-800:]}")
    return finished.stdout


def train(luthier, plan, folder, *more):
    """Trains a plan into folder/run; its "start" and "done" events."""
    output = call(luthier, "train", plan, "--json", "--workspace", folder,
                  "--output", folder / "run", *more)
    events = {event["event"]: event for event in map(json.loads, output.splitlines())}
    return events["start"], events["done"]


def defaults(luthier):
    """The catalog's new_head_lr_ratio and learning_rate of each method."""
    return {
        method["id"]: tuple(
            next((parameter["default"] for parameter in method["parameters"]
                  if parameter["id"] == name), 1)
            for name in ("new_head_lr_ratio", "learning_rate"))
        for method in json.loads(call(luthier, "methods", "--json"))["methods"]
    }


def stored(file):
    return [json.loads(line) for line in file.read_text("utf-8").splitlines()] \
        if file.exists() else []


def store(file, line):
    file.parent.mkdir(parents=True, exist_ok=True)
    with open(file, "a", encoding="utf-8") as stream:
        stream.write(json.dumps(line) + "\n")
