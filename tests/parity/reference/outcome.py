# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs a plan once and keeps its numbers."""

import tempfile
from dataclasses import dataclass, field

import numpy as np
import torch
from safetensors.torch import load_file
from transformers import set_seed

from inputs import fill_parameters
from mistakes import NONE
from plan import attach_method, encode, labels_of, load_base, load_tokenizer, training_arguments
from recording_trainer import logits_of, train_quietly

LOGITS_BATCH = 8


@dataclass
class Outcome:
    """Gradients are those of the first step before clipping, under the names that files carry."""

    logits: np.ndarray = None
    final_logits: np.ndarray = None
    losses: list = field(default_factory=list)
    grad_norms: list = field(default_factory=list)
    learning_rates: list = field(default_factory=list)
    gradients: dict = field(default_factory=dict)
    rows: list = field(default_factory=list)
    labels: list = field(default_factory=list)
    fills: dict = field(default_factory=dict)
    statistics: dict = field(default_factory=dict)


def stored_name(name):
    """The name under which transformers or peft save a parameter."""
    return name.replace(".modules_to_save.default", "").replace(".default.", ".")


def load_model(case, plan, labels):
    set_seed(0)
    model = load_base(plan, labels)
    head = plan.folder / "head.safetensors"
    if head.exists():
        missing, left_over = model.load_state_dict(load_file(head), strict=False)
        assert not left_over, left_over
    if not case.minilm:
        return attach_method(plan, model), {}
    plan.settings["method"].pop("adapter", None)
    model = attach_method(plan, model)
    return model, fill_parameters(model, stored_name)


def execute(case, plan, dtype=torch.float32, threads=1, row_by_row=False, mistake=NONE):
    """`row_by_row` puts every row into a micro-batch of its own; the steps stay the same."""
    torch.set_num_threads(threads)
    labels = labels_of(plan)
    tokenizer = load_tokenizer(plan)
    model, fills = load_model(case, plan, labels)
    model = mistake.change_model(model).to(dtype)
    length = plan.training["max_length"]
    test = encode(tokenizer, plan.rows("test"), labels, length, plan.several)
    batch = 1 if row_by_row else LOGITS_BATCH
    result = Outcome(labels=labels, fills=fills)
    result.statistics = measure_activations(model, tokenizer, test)
    result.logits = logits_of(model, tokenizer, test, batch).double().numpy()
    if not case.trains:
        return result
    train = encode(tokenizer, plan.rows("train"), labels, length, plan.several)
    changes = {"remove_unused_columns": False, **mistake.arguments}
    if row_by_row:
        micro, accumulation = (
            plan.training[name]
            for name in ("per_device_train_batch_size", "gradient_accumulation_steps")
        )
        changes |= {
            "per_device_train_batch_size": 1, "gradient_accumulation_steps": micro * accumulation,
        }
    with tempfile.TemporaryDirectory() as output:
        arguments = training_arguments(plan, output, **changes)
        trainer = mistake.trainer(model, arguments, train, tokenizer)
        train_quietly(trainer)
    result.final_logits = logits_of(model, tokenizer, test, batch).double().numpy()
    result.losses, result.grad_norms = trainer.losses, trainer.grad_norms
    result.learning_rates, result.rows = trainer.learning_rates, trainer.rows
    result.gradients = {
        stored_name(name): value.double().numpy() for name, value in trainer.gradients.items()
    }
    return result


def measure_activations(model, tokenizer, features):
    """Range of what enters GELU, over the test rows one by one (so without padding)."""
    low, high, hooks = [], [], []

    def watch(module, arguments, output):
        low.append(output.min().item())
        high.append(output.max().item())

    for name, module in model.named_modules():
        if name.endswith(("intermediate.dense", "ffn.lin1")):
            hooks.append(module.register_forward_hook(watch))
    logits = logits_of(model, tokenizer, features, 1)
    for hook in hooks:
        hook.remove()
    embeddings = next(p for n, p in model.named_parameters() if "word_embeddings" in n)
    return {
        "logits_std": float(logits.double().std()),
        "before_gelu": [min(low), max(high)],
        "word_embeddings_std": float(embeddings.detach().double().std()),
    }
