# SPDX-License-Identifier: GPL-3.0-or-later
"""TensorBoard reads a run folder's curves: every number of events.jsonl, under the usual tags."""

import json
import sys
from pathlib import Path

from tensorboard.backend.event_processing.event_accumulator import EventAccumulator

TRAIN = ("loss", "learning_rate", "grad_norm", "epoch")
EVAL = ("eval_loss", "accuracy", "f1_macro")


def expected(run):
    """(tag, step) -> value, as events.jsonl has it."""
    values = {}
    for line in (run / "events.jsonl").read_text("utf-8").splitlines():
        event = json.loads(line)
        if event["event"] == "step":
            values |= {(f"train/{key}", event["step"]): event[key] for key in TRAIN}
        elif event["event"] == "evaluation" and event["split"] == "validation":
            values |= {("eval/" + key.removeprefix("eval_"), event["step"]): event[key]
                       for key in EVAL}
    return values


def main():
    run = Path(sys.argv[1])
    log = EventAccumulator(str(run), size_guidance={"scalars": 0})
    log.Reload()
    read = {(tag, point.step): point.value
            for tag in log.Tags()["scalars"] for point in log.Scalars(tag)}
    wanted = expected(run)
    missing = [key for key, value in wanted.items()
               if key not in read or abs(read[key] - value) > 1e-6 * max(1, abs(value))]
    if missing or not wanted:
        sys.exit(f"{run.name}: TensorBoard lacks or misreads {missing[:5]} of {len(wanted)}")
    print(f"{run.name}: TensorBoard reads all {len(wanted)} numbers")


if __name__ == "__main__":
    main()
