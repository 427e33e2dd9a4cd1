# SPDX-License-Identifier: GPL-3.0-or-later
"""Loads folders that Luthier wrote with transformers and peft, and compares their logits.

    check_loads.py --input ROWS [--pair-column NAME] --logits FILE [--logits FILE]... [--base DIR]
                   [--max-length N] DIR...

DIR is a `best/` or `final/` folder: a whole model, or an adapter (then --base names its base).
ROWS: CSV, TSV or JSONL with the texts; FILE: what `luthier-cli predict --logits` wrote for them,
one file for each DIR, in that order. Exit status 1 when a folder does not load whole or differs.
"""

import argparse
import json
import sys
import warnings
from pathlib import Path

import numpy as np
import torch
from peft import get_peft_model_state_dict
from safetensors import safe_open
from transformers import AutoConfig, AutoModelForSequenceClassification, AutoTokenizer
from transformers.utils import logging

from plan import load_adapter, read_texts
from recording_trainer import logits_of

NOISE_FACTOR = 5


class Refused(Exception):
    pass


def shapes(file):
    with safe_open(file, "np") as tensors:
        return {name: tuple(tensors.get_slice(name).get_shape()) for name in tensors.keys()}


def load_whole(folder):
    model, found = AutoModelForSequenceClassification.from_pretrained(
        folder, output_loading_info=True
    )
    wrong = {key: names for key, names in found.items() if names}
    if wrong:
        raise Refused(f"transformers reports {wrong}")
    return model


def load_adapted(folder, base):
    """The base with as many labels as the adapter's head has rows, and the adapter on it."""
    if base is None:
        raise Refused("is an adapter: --base is needed")
    stored = shapes(folder / "adapter_model.safetensors")
    heads = [shape for name, shape in stored.items() if name.endswith("classifier.weight")]
    changes = {"num_labels": heads[0][0]} if heads else {}
    if (folder / "config.json").exists():
        changes = {"id2label": AutoConfig.from_pretrained(folder).id2label}
    model = load_adapter(
        AutoModelForSequenceClassification.from_pretrained(base, **changes), folder
    )
    expected = set(get_peft_model_state_dict(model, save_embedding_layers=False))
    if expected != set(stored):
        raise Refused(f"peft expects other tensors: {sorted(expected ^ set(stored))}")
    return model


def check_problem_type(model, predictions):
    """Trainer takes its loss by this word of the config."""
    expected = ("multi" if "labels" in predictions[0] else "single") + "_label_classification"
    if model.config.problem_type != expected:
        raise Refused(f"problem_type is {model.config.problem_type}, not {expected}")


def read_logits(file):
    with open(file, encoding="utf-8") as stream:
        return [json.loads(line) for line in stream if line.strip()]


def check(folder, options, texts, pairs, predictions):
    """Largest difference of the logits and what is allowed; raises Refused."""
    adapter = (folder / "adapter_config.json").exists()
    model = load_adapted(folder, options.base) if adapter else load_whole(folder)
    if not adapter:
        check_problem_type(model, predictions)
    tokenizer = AutoTokenizer.from_pretrained(folder)
    encoded = tokenizer(texts, pairs, truncation=True, max_length=options.max_length)
    features = [{key: encoded[key][i] for key in encoded} for i in range(len(texts))]
    single = logits_of(model, tokenizer, features, 1).double().numpy()
    batched = logits_of(model, tokenizer, features, 8).double().numpy()
    ours = np.array([prediction["logits"] for prediction in predictions])
    if ours.shape != single.shape:
        raise Refused(f"logits of shape {ours.shape}, transformers has {single.shape}")
    names = model.config.id2label
    for row, prediction in zip(ours, predictions):
        several = "labels" in prediction
        said = prediction["labels"] if several else [prediction["label"]]
        numbers = np.flatnonzero(row > 0) if several else [row.argmax()]
        expected = [names[int(number)] for number in numbers]
        if (not adapter or (folder / "config.json").exists()) and said != expected:
            raise Refused(f"says {said}, id2label {expected}")
    noise = np.abs(single - batched).max()
    return np.abs(ours - single).max(), 1e-5 * np.abs(single).max() + NOISE_FACTOR * noise


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folders", nargs="+", type=Path, metavar="DIR")
    parser.add_argument("--input", type=Path, required=True)
    parser.add_argument("--text-column", default="text")
    parser.add_argument("--pair-column")
    parser.add_argument("--logits", type=Path, action="append", required=True)
    parser.add_argument("--base", type=Path)
    parser.add_argument("--max-length", type=int, default=128)
    options = parser.parse_args()
    if len(options.logits) != len(options.folders):
        parser.error("one --logits for each DIR")
    logging.set_verbosity_error()
    logging.disable_progress_bar()
    warnings.simplefilter("ignore", FutureWarning)
    torch.set_num_threads(1)
    texts = read_texts(options.input, options.text_column)
    pairs = read_texts(options.input, options.pair_column) if options.pair_column else None
    good = True
    for folder, file in zip(options.folders, options.logits):
        try:
            error, allowed = check(folder, options, texts, pairs, read_logits(file))
        except (Refused, UserWarning, OSError, ValueError, RuntimeError) as refused:
            print(f"{folder}: {refused}", file=sys.stderr)
            good = False
            continue
        print(f"{folder}: largest difference {error:.2e}, allowed {allowed:.2e}")
        good = good and error <= allowed
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
