# SPDX-License-Identifier: GPL-3.0-or-later
"""Trains the plan of a run.json with transformers and peft and prints its test metrics as JSON.

    train_reference.py RUN.json --output DIR [--seed S] [--threads N] [--place @NAME@=PATH]...

Dropout is the model's own unless the plan sets it; a key that is not given has the default of
transformers or peft (listed in the output), so give it the run.json of a run folder, which holds
all of them. Without a validation file the plan's share is cut from train here too (scikit-learn's
stratified split: as many rows, not the same ones). DIR/final is what save_pretrained writes.
"""

import argparse
import json
import platform
import sys
import time
import warnings
from pathlib import Path

import peft
import torch
import transformers
from sklearn.metrics import accuracy_score, f1_score
from sklearn.model_selection import train_test_split
from torch.nn.functional import cross_entropy
from transformers import DataCollatorWithPadding, Trainer, set_seed
from transformers.utils import logging

from plan import (
    LORA_NAMES, SHARED_NAMES, attach_method, encode, labels_of, load_base, load_tokenizer,
    read_plan, training_arguments,
)
from recording_trainer import logits_of, train_quietly


def cut(rows, share, seed):
    """Two stratified parts of the rows; the second holds `share` of them."""
    return train_test_split(
        rows, test_size=share, random_state=seed, stratify=[row.label for row in rows]
    )


def split_rows(plan):
    """Rows to train on and to test on; validation rows are left out of both."""
    train, test = plan.rows("train"), plan.rows("test")
    split = plan.settings["dataset"].get("split", {})
    seed = split.get("seed", 42)
    if test is None:
        train, test = cut(train, split.get("test", 0.15), seed)
        left = 1 - split.get("test", 0.15)
    else:
        left = 1
    if plan.rows("validation") is None and split.get("validation"):
        train, _ = cut(train, split["validation"] / left, seed)
    return train, test


def refuse_what_is_not_here(plan):
    unknown = {"class_weights": "none", "length_grouping": False, "shuffle": True,
               "new_head_lr_ratio": 1,
               "problem_type": "single_label_classification"}
    for name, only in unknown.items():
        if plan.training.get(name, only) != only:
            raise SystemExit(f"no reference for {name} = {plan.training[name]}")


def step_loss(smoothing):
    def loss(outputs, labels, num_items_in_batch):
        total = cross_entropy(outputs.logits, labels, reduction="sum", label_smoothing=smoothing)
        return total / num_items_in_batch

    return loss


def absent(plan):
    names = [name for name in SHARED_NAMES if name not in plan.training]
    if plan.method["type"] == "lora":
        names += [f"method.{name}" for name in LORA_NAMES if name not in plan.method]
    return names


def train(plan, options):
    labels = labels_of(plan)
    tokenizer = load_tokenizer(plan)
    length = plan.training.get("max_length", 256)
    rows, test_rows = split_rows(plan)
    set_seed(options.seed)
    model = attach_method(plan, load_base(plan, labels))
    arguments = training_arguments(
        plan, options.output, seed=options.seed, logging_strategy="no",
    )
    trainer = Trainer(
        model=model, args=arguments,
        train_dataset=without_row(encode(tokenizer, rows, labels, length)),
        data_collator=DataCollatorWithPadding(tokenizer),
        compute_loss_func=step_loss(plan.training.get("label_smoothing_factor", 0.0)),
    )
    start = time.perf_counter()
    train_quietly(trainer)
    seconds = time.perf_counter() - start
    model.save_pretrained(options.output / "final")
    tokenizer.save_pretrained(options.output / "final")
    test = encode(tokenizer, test_rows, labels, length)
    truth = torch.tensor([feature["label"] for feature in test])
    logits = logits_of(model, tokenizer, test, 32)
    return {
        "accuracy": float(accuracy_score(truth, logits.argmax(1))),
        "f1_macro": float(f1_score(truth, logits.argmax(1), average="macro")),
        "test_loss": float(cross_entropy(logits, truth)),
        "train_loss": trainer.state.log_history[-1]["train_loss"],
        "steps": trainer.state.global_step, "seconds": seconds,
        "train_rows": len(rows), "test_rows": len(test_rows), "labels": labels,
    }


def without_row(features):
    return [{k: v for k, v in feature.items() if k != "row"} for feature in features]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("run", type=Path, metavar="RUN.json")
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=42)
    parser.add_argument("--threads", type=int)
    parser.add_argument("--place", action="append", default=[], metavar="@NAME@=PATH")
    options = parser.parse_args()
    logging.set_verbosity_error()
    logging.disable_progress_bar()
    warnings.simplefilter("ignore", FutureWarning)
    if options.threads:
        torch.set_num_threads(options.threads)
    plan = read_plan(options.run, dict(place.split("=", 1) for place in options.place))
    refuse_what_is_not_here(plan)
    result = train(plan, options) | {
        "seed": options.seed, "defaults_taken": absent(plan), "threads": torch.get_num_threads(),
        "versions": {"python": platform.python_version(), "torch": torch.__version__,
                     "transformers": transformers.__version__, "peft": peft.__version__},
    }
    (options.output / "result.json").write_text(json.dumps(result, indent=1) + "\n", "utf-8")
    print(json.dumps(result))
    return 0


if __name__ == "__main__":
    sys.exit(main())
