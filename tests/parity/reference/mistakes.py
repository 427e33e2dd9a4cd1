# SPDX-License-Identifier: GPL-3.0-or-later
"""Mistakes put in on purpose: each has to fall outside of the tolerance of its named check."""

from collections.abc import Callable
from dataclasses import dataclass, field

import torch
from torch.nn.functional import binary_cross_entropy_with_logits, cross_entropy
from torch.optim.lr_scheduler import LambdaLR
from transformers.activations import ACT2FN

from recording_trainer import RecordingTrainer


@dataclass(frozen=True)
class Mistake:
    name: str
    summary: str = ""
    check: str = ""
    cases: tuple = ()
    change_model: Callable = lambda model: model
    arguments: dict = field(default_factory=dict)
    trainer: type = RecordingTrainer


NONE = Mistake("none")


def tanh_gelu(model):
    for module in model.modules():
        if hasattr(module, "intermediate_act_fn"):
            module.intermediate_act_fn = ACT2FN["gelu_pytorch_tanh"]
        elif type(module).__name__ == "FFN":
            module.activation = ACT2FN["gelu_pytorch_tanh"]
    return model


def epsilon(value):
    def change(model):
        for module in model.modules():
            if isinstance(module, torch.nn.LayerNorm):
                module.eps = value
        return model

    return change


def unscaled_attention(model):
    for module in model.modules():
        if hasattr(module, "scaling") and hasattr(module, "attention_head_size"):
            module.scaling = 1.0
    return model


def lora_scaling(value):
    def change(model):
        for module in model.modules():
            if hasattr(module, "scaling") and isinstance(module.scaling, dict):
                module.scaling = dict.fromkeys(module.scaling, value)
        return model

    return change


def pooler(forward):
    def change(model):
        for module in model.modules():
            if type(module).__name__ == "BertPooler":
                module.forward = forward.__get__(module)
        return model

    return change


def mean_pooler(self, hidden_states):
    return self.activation(self.dense(hidden_states.mean(dim=1)))


def pooler_without_tanh(self, hidden_states):
    return self.dense(hidden_states[:, 0])


def positions_from_zero(model):
    """The row that position 0 takes is the table's first, not the one after the padding's."""
    for name, parameter in model.named_parameters():
        if name.endswith("position_embeddings.weight"):
            parameter.data = torch.roll(parameter.data, 2, dims=0)
    return model


def head_activation(activation):
    """The linear layer of the head is followed by another function than the family's own."""
    def forward(self, features, **kwargs):
        return self.out_proj(activation(self.dense(features[:, 0])))

    def change(model):
        for module in model.modules():
            if type(module).__name__.endswith("ClassificationHead"):
                module.forward = forward.__get__(module)
        return model

    return change


class DecayEverywhere(RecordingTrainer):
    def get_decay_parameter_names(self, model):
        return [name for name, _ in model.named_parameters()]


class ScheduleOneAhead(RecordingTrainer):
    def create_scheduler(self, num_training_steps, optimizer=None):
        right = super().create_scheduler(num_training_steps, optimizer)
        ahead = [lambda step, f=f: f(step + 1) for f in right.lr_lambdas]
        for group in self.optimizer.param_groups:
            group["lr"] = group["initial_lr"]
        self.lr_scheduler = LambdaLR(right.optimizer, ahead)
        return self.lr_scheduler


class TwoDenominators(RecordingTrainer):
    def step_loss(self, outputs, labels, num_items_in_batch):
        return cross_entropy(outputs.logits, labels) / self.current_gradient_accumulation_steps


class NoDenominator(RecordingTrainer):
    def step_loss(self, outputs, labels, num_items_in_batch):
        return cross_entropy(outputs.logits, labels)


class SumOverLabels(RecordingTrainer):
    def step_loss(self, outputs, labels, num_items_in_batch):
        loss = binary_cross_entropy_with_logits(outputs.logits, labels, reduction="sum")
        return loss * labels.shape[1] / num_items_in_batch


class MeansOfMicroBatches(RecordingTrainer):
    def step_loss(self, outputs, labels, num_items_in_batch):
        loss = binary_cross_entropy_with_logits(outputs.logits, labels)
        return loss / self.current_gradient_accumulation_steps


class OneLabelOfSeveral(RecordingTrainer):
    def step_loss(self, outputs, labels, num_items_in_batch):
        loss = cross_entropy(outputs.logits, labels.argmax(1), reduction="sum")
        return loss * labels.shape[1] / num_items_in_batch


def one_token_type(model):
    for name, parameter in model.named_parameters():
        if name.endswith("token_type_embeddings.weight"):
            parameter.data[1] = parameter.data[0]
    return model


def training_too(part):
    """Parameters whose name holds `part` train although the method keeps them."""
    def change(model):
        for name, parameter in model.named_parameters():
            if part in name:
                parameter.requires_grad_(True)
        return model

    return change


def frozen(part):
    def change(model):
        for name, parameter in model.named_parameters():
            if part in name:
                parameter.requires_grad_(False)
        return model

    return change


FULL, ACCUMULATION = "bert-tiny-full", "bert-tiny-accumulation"
LORA, RSLORA, PREFIXLESS = "bert-tiny-lora", "bert-tiny-rslora", "bert-tiny-prefixless"

MISTAKES = (
    Mistake("gelu-tanh", "GELU by tanh in place of erf", "logits", (FULL, PREFIXLESS), tanh_gelu),
    Mistake("epsilon-1e-5", "layer_norm_eps 1e-5 in place of 1e-12", "logits",
            (FULL, LORA, PREFIXLESS, "distilbert-tiny-full", "distilbert-tiny-lora",
             "distilbert-tiny-prefixless", "distilbert-tiny-pair"),
            epsilon(1e-5)),
    Mistake("epsilon-1e-12", "layer_norm_eps 1e-12 in place of 1e-5", "logits", (ACCUMULATION,),
            epsilon(1e-12)),
    Mistake("attention-unscaled", "scores not divided by the root of the head size", "logits",
            (FULL, PREFIXLESS), unscaled_attention),
    Mistake("pooler-mean", "mean over the row, its padding included, in place of the first token",
            "logits", (FULL, PREFIXLESS), pooler(mean_pooler)),
    Mistake("pooler-no-tanh", "no tanh after the pooler's linear", "logits", (FULL, PREFIXLESS),
            pooler(pooler_without_tanh)),
    Mistake("decay-everywhere", "decay on biases and norms too", "losses_50", (ACCUMULATION,),
            trainer=DecayEverywhere),
    Mistake("decay-none", "no decay at all", "losses_50", (ACCUMULATION, RSLORA),
            arguments={"weight_decay": 0.0}),
    Mistake("warmup-one-ahead", "the first step does not run at rate 0", "learning_rates",
            (FULL, ACCUMULATION, LORA, RSLORA), trainer=ScheduleOneAhead),
    Mistake("warmup-rounded-down", "a share of the steps rounded down", "learning_rates", (FULL,),
            arguments={"warmup_steps": 2}),
    Mistake("warmup-one-longer", "one warm-up step too many", "learning_rates", (ACCUMULATION,),
            arguments={"warmup_steps": 6}),
    Mistake("clipping-none", "no clipping", "losses_50", (FULL, ACCUMULATION, LORA, RSLORA),
            arguments={"max_grad_norm": 0.0}),
    Mistake("two-denominators", "mean of each micro-batch, then the mean of those",
            "losses_8", (ACCUMULATION,), trainer=TwoDenominators),
    Mistake("no-denominator", "micro-batch means added up", "first_gradients", (ACCUMULATION,),
            trainer=NoDenominator),
    Mistake("gelu-tanh", "GELU by tanh in place of erf", "logits",
            ("roberta-tiny-full", "electra-tiny-full", "distilbert-tiny-full",
             "distilbert-tiny-prefixless", "distilbert-tiny-pair"), tanh_gelu),
    Mistake("positions-from-0", "positions that do not begin after the padding's", "logits",
            ("roberta-tiny-full", "roberta-tiny-lora", "roberta-tiny-prefixless",
             "roberta-tiny-pair", "xlm-roberta-tiny-full", "xlm-roberta-tiny-pair"),
            positions_from_zero),
    Mistake("head-relu", "ReLU in the head in place of the family's own function", "logits",
            ("roberta-tiny-full", "roberta-tiny-lora", "roberta-tiny-prefixless",
             "electra-tiny-full", "electra-tiny-lora", "electra-tiny-prefixless",
             "xlm-roberta-tiny-full"),
            head_activation(torch.relu)),
    Mistake("one-token-type", "the second text's tokens are of the first one's type", "logits",
            ("bert-tiny-pair", "electra-tiny-pair"), one_token_type),
    Mistake("sum-over-labels", "the labels' losses added up in place of their mean", "losses_8",
            ("bert-tiny-several",), trainer=SumOverLabels),
    Mistake("two-denominators", "mean of each micro-batch, then the mean of those", "losses_8",
            ("bert-tiny-several",), trainer=MeansOfMicroBatches),
    Mistake("one-label-of-several", "cross-entropy of the first label", "losses_8",
            ("bert-tiny-several",), trainer=OneLabelOfSeveral),
    Mistake("one-block-more", "a block that should be frozen trains", "losses_8",
            ("bert-tiny-freeze",), training_too(".layer.0.")),
    Mistake("pooler-frozen", "the pooler keeps its weights", "losses_8",
            ("bert-tiny-freeze", "bert-tiny-feature-extraction", "bert-tiny-bitfit"),
            frozen("pooler.")),
    Mistake("norm-weights-too", "weights of the norms train beside the biases", "losses_8",
            ("bert-tiny-bitfit",), training_too("LayerNorm.weight")),
    Mistake("lora-scaling-1", "lora_alpha / r left out", "logits", (LORA,), lora_scaling(1.0)),
    Mistake("rslora-plain-scaling", "lora_alpha / r in place of lora_alpha / sqrt(r)", "logits",
            (RSLORA,), lora_scaling(2.0)),
)


def mistakes_of(case):
    return [mistake for mistake in MISTAKES if case.name in mistake.cases]
