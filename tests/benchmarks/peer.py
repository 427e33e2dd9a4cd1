# SPDX-License-Identifier: GPL-3.0-or-later
"""The other side of the speed benchmark: transformers' Trainer and peft at their defaults.

    peer.py --model DIR --rows FILE --method METHOD --steps N [--batch 16] [--test FILE] ...

FILE is JSONL with `text` and `label`; the texts are cut to the wanted lengths already. Prints one
JSON line. `seconds`: from the first forward pass to the last update, without evaluation, saving or
logging in between; `start_seconds`: from the start of the process to the first step.
"""

import argparse
import json
import os
import platform
import resource
import sys
import tempfile
import time
import warnings


def parse():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--model", required=True)
    parser.add_argument("--rows", required=True)
    parser.add_argument("--method", required=True,
                        choices=("full", "lora", "freeze", "feature-extraction"))
    parser.add_argument("--steps", type=int, required=True)
    parser.add_argument("--batch", type=int, default=16)
    parser.add_argument("--max-length", type=int, default=128)
    parser.add_argument("--learning-rate", type=float, default=5e-5)
    parser.add_argument("--warmup-steps", type=float, default=0)
    parser.add_argument("--weight-decay", type=float, default=0.0)
    parser.add_argument("--r", type=int, default=8)
    parser.add_argument("--lora-alpha", type=int, default=16)
    parser.add_argument("--lora-dropout", type=float, default=0.0)
    parser.add_argument("--target-modules", nargs="+", default=["query", "value"])
    parser.add_argument("--modules-to-save", nargs="*", default=["classifier", "pooler"])
    parser.add_argument("--trainable-layers", type=int, default=0,
                        help="blocks that train, for the methods that freeze the others")
    parser.add_argument("--seed", type=int, default=42)
    parser.add_argument("--threads", type=int)
    parser.add_argument("--test", help="rows for the accuracy afterwards, outside of all times")
    return parser.parse_args()


options = parse()

import torch
import transformers
from transformers import (
    AutoModelForSequenceClassification, AutoTokenizer, DataCollatorWithPadding, Trainer,
    TrainerCallback, TrainingArguments, set_seed,
)


def seconds_since_start():
    """Time since this process was started, by the kernel's own note of it."""
    with open("/proc/self/stat", encoding="ascii") as stream:
        ticks = int(stream.read().rpartition(")")[2].split()[19])
    return time.clock_gettime(time.CLOCK_BOOTTIME) - ticks / os.sysconf("SC_CLK_TCK")


def read(file):
    with open(file, encoding="utf-8") as stream:
        return [json.loads(line) for line in stream if line.strip()]


def encode(tokenizer, rows, labels):
    encoded = tokenizer(
        [row["text"] for row in rows], truncation=True, max_length=options.max_length
    )
    return [
        {**{key: encoded[key][i] for key in encoded}, "label": labels.index(str(row["label"]))}
        for i, row in enumerate(rows)
    ]


def load(labels):
    model = AutoModelForSequenceClassification.from_pretrained(
        options.model, num_labels=len(labels)
    )
    if options.method == "full":
        return model
    if options.method in ("freeze", "feature-extraction"):
        return frozen_below(model)
    from peft import LoraConfig, TaskType, get_peft_model

    return get_peft_model(model, LoraConfig(
        task_type=TaskType.SEQ_CLS, r=options.r, lora_alpha=options.lora_alpha,
        lora_dropout=options.lora_dropout, target_modules=list(options.target_modules),
        modules_to_save=list(options.modules_to_save),
    ))


def frozen_below(model):
    """The usual way: the embeddings and the lower blocks take no gradient."""
    layers = model.base_model.encoder.layer
    for module in (model.base_model.embeddings, *layers[: len(layers) - options.trainable_layers]):
        module.requires_grad_(False)
    return model


class Clock(TrainerCallback):
    """Start of the first step and end of the last one."""

    first = last = start_seconds = None

    def on_step_begin(self, args, state, control, **kwargs):
        if self.first is None:
            self.start_seconds = seconds_since_start()
            self.first = time.perf_counter()

    def on_step_end(self, args, state, control, **kwargs):
        self.last = time.perf_counter()


class Collator(DataCollatorWithPadding):
    """Counts what it pads; the last batch may be one that was fetched ahead and not used."""

    def __call__(self, features):
        self.sizes = getattr(self, "sizes", [])
        self.sizes.append((len(features), sum(len(f["input_ids"]) for f in features)))
        return super().__call__(features)


class PeerTrainer(Trainer):
    """Keeps the last step's loss as a tensor, so that it costs nothing inside the timed part."""

    last_loss = None

    def training_step(self, *arguments, **named):
        self.last_loss = super().training_step(*arguments, **named)
        return self.last_loss


@torch.no_grad()
def accuracy(model, features, pad):
    model.eval()
    right = 0
    for start in range(0, len(features), 32):
        batch = pad(features[start : start + 32])
        truth = batch.pop("labels")
        right += int((model(**batch).logits.argmax(1) == truth).sum())
    return right / len(features)


def main():
    warnings.simplefilter("ignore")
    transformers.utils.logging.set_verbosity_error()
    transformers.utils.logging.disable_progress_bar()
    if options.threads:
        torch.set_num_threads(options.threads)
    rows = read(options.rows)
    labels = sorted({str(row["label"]) for row in rows})
    tokenizer = AutoTokenizer.from_pretrained(options.model)
    set_seed(options.seed)
    arguments = TrainingArguments(
        output_dir=tempfile.gettempdir(), max_steps=options.steps, seed=options.seed, use_cpu=True,
        per_device_train_batch_size=options.batch, learning_rate=options.learning_rate,
        warmup_steps=options.warmup_steps, weight_decay=options.weight_decay,
        logging_strategy="no", save_strategy="no", eval_strategy="no", report_to="none",
        disable_tqdm=True,
    )
    clock, collator = Clock(), Collator(tokenizer)
    model = load(labels)
    trainer = PeerTrainer(
        model=model, args=arguments, train_dataset=encode(tokenizer, rows, labels),
        data_collator=collator, callbacks=[clock],
    )
    trainer.remove_callback(transformers.PrinterCallback)
    trainer.train()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    used = collator.sizes[: options.steps]
    result = {
        "method": options.method, "seconds": clock.last - clock.first,
        "start_seconds": clock.start_seconds, "steps": trainer.state.global_step,
        "rows": sum(count for count, _ in used), "tokens": sum(tokens for _, tokens in used),
        "peak_rss_mb": peak, "final_loss": float(trainer.last_loss), "batch": options.batch,
        "seed": options.seed, "threads": torch.get_num_threads(),
    }
    if options.test:
        test = encode(tokenizer, read(options.test), labels)
        result["accuracy"] = accuracy(model, test, DataCollatorWithPadding(tokenizer))
    print(json.dumps(result | {"versions": versions()}))
    return 0


def versions():
    found = {"python": platform.python_version(), "torch": torch.__version__,
             "transformers": transformers.__version__}
    if options.method == "lora":
        import peft

        found["peft"] = peft.__version__
    return found


if __name__ == "__main__":
    sys.exit(main())
