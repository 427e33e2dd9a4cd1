# SPDX-License-Identifier: GPL-3.0-or-later
"""transformers' Trainer with one denominator a step; every number of a step is written down."""

import contextlib
import io

import torch
from torch.nn.functional import binary_cross_entropy_with_logits, cross_entropy
from transformers import DataCollatorWithPadding, Trainer, TrainerCallback


class RecordingCollator:
    """Pads as transformers does and keeps the numbers of the rows in the order they are taken."""

    def __init__(self, tokenizer):
        self._pad = DataCollatorWithPadding(tokenizer)
        self.batches = []

    def __call__(self, features):
        self.batches.append([feature["row"] for feature in features])
        return self._pad([{k: v for k, v in f.items() if k != "row"} for f in features])


class RecordingTrainer(Trainer):
    """The loss of a micro-batch is the sum over its rows divided by all rows of the step.

    After train(): `losses`, `grad_norms` (before clipping), `learning_rates` (as used), one value
    a step; `gradients` of the first step before clipping, by parameter name; `rows` a step.
    """

    def __init__(self, model, arguments, features, tokenizer):
        self.losses, self.grad_norms, self.learning_rates = [], [], []
        self.gradients = {}
        self._collator = RecordingCollator(tokenizer)
        self._micro_batches = []
        super().__init__(
            model=model,
            args=arguments,
            train_dataset=features,
            data_collator=self._collator,
            compute_loss_func=self.step_loss,
            callbacks=[_Record(self)],
        )

    def step_loss(self, outputs, labels, num_items_in_batch):
        """For several labels a row, Trainer's count of items is already rows times labels."""
        several = labels.is_floating_point()
        loss = binary_cross_entropy_with_logits if several else cross_entropy
        return loss(outputs.logits, labels, reduction="sum") / num_items_in_batch

    def training_step(self, model, inputs, num_items_in_batch=None):
        loss = super().training_step(model, inputs, num_items_in_batch)
        self._micro_batches.append(loss.item())
        if self.state.global_step == 0:
            self.gradients = {
                name: parameter.grad.detach().clone()
                for name, parameter in model.named_parameters()
                if parameter.grad is not None
            }
        return loss

    def close_step(self, logged):
        """Takes one step's log line; the loss is kept in the precision in which it was computed."""
        loss = sum(self._micro_batches)
        assert abs(loss - logged["loss"]) <= 1e-5 * max(abs(loss), 1e-3), (loss, logged)
        self._micro_batches = []
        self.losses.append(loss)
        self.grad_norms.append(float(logged["grad_norm"]))
        self.learning_rates.append(logged["learning_rate"])

    @property
    def rows(self):
        """Row numbers of every step, in the order in which the step took them."""
        accumulation = self.args.gradient_accumulation_steps
        total = len(self.train_dataset)
        steps, epoch, seen = [], [], 0
        for batch in self._collator.batches:
            epoch.append(batch)
            seen += len(batch)
            if len(epoch) == accumulation or seen == total:
                steps.append([row for part in epoch for row in part])
                epoch = []
            seen %= total
        return steps[: len(self.losses)]


class _Record(TrainerCallback):
    def __init__(self, trainer):
        self._trainer = trainer

    def on_log(self, args, state, control, logs=None, **kwargs):
        if "grad_norm" in logs:
            self._trainer.close_step(logs)


def train_quietly(trainer):
    with contextlib.redirect_stdout(io.StringIO()):
        trainer.train()


@torch.no_grad()
def logits_of(model, tokenizer, features, batch_size):
    """Logits of all rows, [rows, labels], padded together `batch_size` at a time."""
    pad = DataCollatorWithPadding(tokenizer)
    model.eval()
    parts = []
    for start in range(0, len(features), batch_size):
        batch = pad([
            {k: v for k, v in f.items() if k not in ("row", "label")}
            for f in features[start : start + batch_size]
        ])
        parts.append(model(**batch).logits)
    return torch.cat(parts)
