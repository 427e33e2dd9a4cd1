# SPDX-License-Identifier: GPL-3.0-or-later
"""A run.json as transformers and peft see it: rows, labels, tokenizer, model, arguments."""

import csv
import json
import warnings
from dataclasses import dataclass
from pathlib import Path

from peft import LoraConfig, PeftModel, TaskType, get_peft_model
from transformers import AutoConfig, AutoModelForSequenceClassification, AutoTokenizer
from transformers import TrainingArguments

from trained_parameters import train_only, trained_parameters

# Names of run.json that TrainingArguments takes as they are.
SHARED_NAMES = (
    "learning_rate", "num_train_epochs", "max_steps", "per_device_train_batch_size",
    "gradient_accumulation_steps", "lr_scheduler_type", "warmup_steps", "weight_decay",
    "max_grad_norm", "optim", "adam_beta1", "adam_beta2", "adam_epsilon",
    "label_smoothing_factor", "seed",
)
LORA_NAMES = (
    "r", "lora_alpha", "lora_dropout", "target_modules", "modules_to_save", "use_rslora",
)


@dataclass(frozen=True)
class Row:
    text: str
    label: str
    pair: str | None = None

    @property
    def labels(self):
        """Of a cell that holds several, or none."""
        return [] if self.label == "[]" else self.label.split(";")


@dataclass
class Plan:
    """`places` maps a placeholder such as "@MINILM@" to the path that stands for it."""

    folder: Path
    settings: dict
    places: dict

    @property
    def training(self):
        return self.settings.get("training", {})

    @property
    def method(self):
        return self.settings.get("method", {"type": "full"})

    def path(self, written):
        return Path(self.places.get(written, self.folder / written))

    def rows(self, split):
        """The rows of "train", "validation" or "test"; None where run.json gives no such file."""
        dataset = self.settings["dataset"]
        written = dataset.get(split) or (dataset.get("path") if split == "train" else None)
        if written is None:
            return None
        columns = dataset.get("columns", {})
        return read_rows(
            self.path(written), columns.get("text", "text"), columns.get("label", "label"),
            columns.get("text_pair"),
        )

    @property
    def several(self):
        """Whether a row may have several labels."""
        return self.training.get("problem_type") == "multi_label_classification"


def read_plan(file, places=None):
    file = Path(file)
    return Plan(file.parent, json.loads(file.read_text("utf-8")), dict(places or {}))


def read_rows(file, text, label, pair=None):
    return [Row(str(record[text]), str(record[label]), str(record[pair]) if pair else None)
            for record in read_records(file)]


def read_texts(file, column):
    return [str(record[column]) for record in read_records(file)]


def read_records(file):
    with open(file, encoding="utf-8-sig", newline="") as stream:
        if file.suffix in (".jsonl", ".ndjson"):
            return [json.loads(line) for line in stream if line.strip()]
        return list(csv.DictReader(stream, delimiter="\t" if file.suffix == ".tsv" else ","))


def label_order(names, config):
    """The base's own order when it covers all labels, else numeric, else by code point."""
    own = [config.id2label[i] for i in sorted(config.id2label)]
    if set(names) <= set(own):
        return own
    try:
        return sorted(set(names), key=float)
    except ValueError:
        return sorted(set(names))


def labels_of(plan):
    config = AutoConfig.from_pretrained(plan.path(plan.settings["model"]["path"]))
    rows = plan.rows("train")
    names = [name for row in rows for name in row.labels] if plan.several else [
        row.label for row in rows]
    return label_order(names, config)


def load_tokenizer(plan):
    return AutoTokenizer.from_pretrained(plan.path(plan.settings["model"]["path"]))


def encode(tokenizer, rows, labels, max_length, several=False):
    """Features as Trainer takes them, with the row's number kept beside the token ids."""
    def target(row):
        if several:
            return [float(name in row.labels) for name in labels]
        return labels.index(row.label)

    pairs = [row.pair for row in rows] if rows and rows[0].pair is not None else None
    encoded = tokenizer(
        [row.text for row in rows], pairs, truncation=True, max_length=max_length
    )
    return [
        {**{key: encoded[key][i] for key in encoded}, "label": target(row), "row": i}
        for i, row in enumerate(rows)
    ]


def dropouts_of(plan):
    """The rates of the base's family, by their names in its config."""
    config = AutoConfig.from_pretrained(plan.path(plan.settings["model"]["path"]))
    return [name for name in ("hidden_dropout_prob", "attention_probs_dropout_prob", "dropout",
                              "attention_dropout", "seq_classif_dropout") if hasattr(config, name)]


def load_base(plan, labels):
    """The base with a classification head; a head that is newly made is drawn from torch's seed."""
    changes = {}
    if plan.training.get("dropout") is not None:
        share = plan.training["dropout"]
        changes = dict.fromkeys(dropouts_of(plan), share)
    if plan.several:
        changes["problem_type"] = plan.training["problem_type"]
    return AutoModelForSequenceClassification.from_pretrained(
        plan.path(plan.settings["model"]["path"]),
        num_labels=len(labels),
        id2label=dict(enumerate(labels)),
        label2id={name: i for i, name in enumerate(labels)},
        **changes,
    )


def attach_method(plan, model):
    method = plan.method
    if method["type"] != "lora":
        train_only(model, trained_parameters(method, model))
        return model
    if "adapter" in method:
        return load_adapter(model, plan.path(method["adapter"]), is_trainable=True)
    given = {name: method[name] for name in LORA_NAMES if method.get(name) is not None}
    return get_peft_model(model, LoraConfig(task_type=TaskType.SEQ_CLS, **given))


def load_adapter(model, folder, is_trainable=False):
    """Loads a PEFT folder; a warning (keys missing or left over) is an error here."""
    with warnings.catch_warnings():
        warnings.simplefilter("error", UserWarning)
        return PeftModel.from_pretrained(model, folder, is_trainable=is_trainable)


def training_arguments(plan, output, **changes):
    given = {name: plan.training[name] for name in SHARED_NAMES if name in plan.training}
    fixed = {
        "output_dir": str(output), "use_cpu": True, "report_to": "none", "save_strategy": "no",
        "disable_tqdm": True, "logging_strategy": "steps", "logging_steps": 1,
    }
    return TrainingArguments(**{**fixed, **given, **changes})
