# SPDX-License-Identifier: GPL-3.0-or-later
"""Which parameters a method without an adapter trains, by their names in transformers."""

import re

HEAD = re.compile(r"(^|\.)(pooler|pre_classifier|classifier)\.")
BLOCK = re.compile(r"\.layer\.(\d+)\.")
OUTPUT = {"roberta": "classifier.out_proj.", "xlm-roberta": "classifier.out_proj.",
          "electra": "classifier.out_proj."}


def upper_blocks(names, count):
    """Parameters of the last `count` blocks."""
    blocks = {name: int(found[1]) for name in names if (found := BLOCK.search(name))}
    return {name for name, block in blocks.items() if block > max(blocks.values()) - count}


def trained_parameters(method, model):
    names = {name for name, _ in model.named_parameters()}
    head = {name for name in names if HEAD.search(name)}
    kind = method["type"]
    if kind == "full":
        return names
    if kind == "bitfit":
        return head | {name for name in names if name.endswith(".bias")}
    if kind == "freeze" and not method["train_embeddings"]:
        return head | upper_blocks(names, method["trainable_layers"])
    if kind == "feature-extraction" and method["pooling"] == "architecture":
        if method["train_pooler"]:
            return head
        return {n for n in head if n.startswith(OUTPUT.get(model.config.model_type, "classifier."))}
    raise SystemExit(f"no reference for the method {method}")


def train_only(model, names):
    for name, parameter in model.named_parameters():
        parameter.requires_grad_(name in names)
