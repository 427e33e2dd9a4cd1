# SPDX-License-Identifier: GPL-3.0-or-later
"""The cases: what stands in each run.json, and which tiny model it starts from."""

from dataclasses import dataclass, field

STEPS = 50
ENCODER_LINEARS = r".*\.encoder\.layer\.\d+\..*\.(query|key|value|dense)"


@dataclass(frozen=True)
class Case:
    name: str
    training: dict = field(default_factory=dict)
    method: dict = field(default_factory=lambda: {"type": "full"})
    seed: int = 0
    rows: int = 0
    layer_norm_eps: float = 1e-12
    prefixless: bool = False
    family: str = "bert"
    trains: bool = True
    pairs: bool = False
    several: bool = False  # labels a row

    @property
    def minilm(self):
        return self.name.startswith("minilm")


def lora(**changes):
    method = {
        "type": "lora", "adapter": "adapter", "r": 4, "lora_alpha": 8, "lora_dropout": 0.0,
        "target_modules": ["query", "value"], "modules_to_save": ["classifier", "pooler"],
        "use_rslora": False,
    }
    return {**method, **changes}


CASES = (
    Case(
        "bert-tiny-full", seed=11, rows=83,
        training={"learning_rate": 1e-3, "per_device_train_batch_size": 5, "warmup_steps": 0.05,
                  "lr_scheduler_type": "linear", "weight_decay": 0.01, "max_grad_norm": 24.0,
                  "seed": 42},
    ),
    Case(
        "bert-tiny-accumulation", seed=12, rows=67, layer_norm_eps=1e-5,
        training={"learning_rate": 1e-3, "per_device_train_batch_size": 4,
                  "gradient_accumulation_steps": 3, "warmup_steps": 5,
                  "lr_scheduler_type": "cosine", "weight_decay": 0.5, "max_grad_norm": 10.0,
                  "seed": 7},
    ),
    Case(
        "bert-tiny-lora", seed=13, rows=83, method=lora(),
        training={"learning_rate": 2e-3, "per_device_train_batch_size": 5, "warmup_steps": 0.06,
                  "lr_scheduler_type": "linear", "weight_decay": 0.01, "max_grad_norm": 4.5,
                  "seed": 3},
    ),
    Case(
        "bert-tiny-rslora", seed=14, rows=71,
        method=lora(use_rslora=True, target_modules=ENCODER_LINEARS,
                    modules_to_save=["classifier"]),
        training={"learning_rate": 1e-3, "per_device_train_batch_size": 6, "warmup_steps": 4,
                  "lr_scheduler_type": "constant_with_warmup", "weight_decay": 0.1,
                  "max_grad_norm": 13.0, "seed": 5},
    ),
    Case("bert-tiny-prefixless", seed=15, rows=12, prefixless=True, trains=False),
    Case(
        "roberta-tiny-full", seed=21, rows=83, layer_norm_eps=1e-5, family="roberta",
        training={"learning_rate": 1e-3, "weight_decay": 0.01, "max_grad_norm": 20.0, "seed": 8},
    ),
    Case(
        "roberta-tiny-lora", seed=22, rows=83, layer_norm_eps=1e-5, family="roberta",
        method=lora(modules_to_save=["classifier"]),
        training={"learning_rate": 2e-3, "weight_decay": 0.01, "max_grad_norm": 6.0, "seed": 9},
    ),
    Case(
        "electra-tiny-full", seed=23, rows=83, family="electra",
        training={"learning_rate": 1e-3, "weight_decay": 0.01, "max_grad_norm": 20.0, "seed": 10},
    ),
    Case(
        "electra-tiny-lora", seed=24, rows=83, family="electra",
        method=lora(modules_to_save=["classifier"]),
        training={"learning_rate": 2e-3, "weight_decay": 0.01, "max_grad_norm": 6.0, "seed": 11},
    ),
    Case(
        "distilbert-tiny-full", seed=25, rows=83, family="distilbert",
        training={"learning_rate": 1e-3, "weight_decay": 0.01, "max_grad_norm": 20.0, "seed": 12},
    ),
    Case(
        "distilbert-tiny-lora", seed=26, rows=83, family="distilbert",
        method=lora(target_modules=["q_lin", "v_lin"], modules_to_save=["classifier"]),
        training={"learning_rate": 2e-3, "weight_decay": 0.01, "max_grad_norm": 6.0, "seed": 13},
    ),
    Case(
        "bert-tiny-pair", seed=27, rows=83, pairs=True,
        training={"learning_rate": 1e-3, "weight_decay": 0.01, "max_grad_norm": 17.0, "seed": 14},
    ),
    Case(
        "roberta-tiny-pair", seed=28, rows=83, layer_norm_eps=1e-5, family="roberta", pairs=True,
        training={"learning_rate": 1e-3, "weight_decay": 0.01, "max_grad_norm": 13.0, "seed": 15},
    ),
    Case(
        "bert-tiny-several", seed=29, rows=67, several=True,
        training={"learning_rate": 1e-3, "per_device_train_batch_size": 4,
                  "gradient_accumulation_steps": 3, "weight_decay": 0.01, "max_grad_norm": 4.6,
                  "problem_type": "multi_label_classification", "seed": 16},
    ),
    Case("roberta-tiny-prefixless", seed=42, rows=12, layer_norm_eps=1e-5, family="roberta",
         prefixless=True, trains=False),
    Case("electra-tiny-prefixless", seed=31, rows=12, family="electra", prefixless=True,
         trains=False),
    Case("distilbert-tiny-prefixless", seed=32, rows=12, family="distilbert", prefixless=True,
         trains=False),
    Case(
        "electra-tiny-pair", seed=33, rows=83, family="electra", pairs=True,
        training={"learning_rate": 1e-3, "weight_decay": 0.01, "max_grad_norm": 25.0, "seed": 17},
    ),
    Case(
        "distilbert-tiny-pair", seed=34, rows=83, family="distilbert", pairs=True,
        training={"learning_rate": 1e-3, "weight_decay": 0.01, "max_grad_norm": 20.0, "seed": 18},
    ),
    Case(
        "xlm-roberta-tiny-full", seed=35, rows=83, layer_norm_eps=1e-5, family="xlm-roberta",
        training={"learning_rate": 1e-3, "weight_decay": 0.01, "max_grad_norm": 20.0, "seed": 19},
    ),
    Case(
        "xlm-roberta-tiny-pair", seed=46, rows=83, layer_norm_eps=1e-5, family="xlm-roberta",
        pairs=True,
        training={"learning_rate": 1e-3, "weight_decay": 0.01, "max_grad_norm": 18.0, "seed": 20},
    ),
    Case(
        "bert-tiny-freeze", seed=37, rows=83,
        method={"type": "freeze", "trainable_layers": 1, "train_embeddings": False},
        training={"learning_rate": 1e-3, "weight_decay": 0.01, "max_grad_norm": 9.0, "seed": 21},
    ),
    Case(
        "bert-tiny-feature-extraction", seed=38, rows=83,
        method={"type": "feature-extraction", "train_pooler": True, "pooling": "architecture"},
        training={"learning_rate": 5e-3, "weight_decay": 0.01, "max_grad_norm": 4.8, "seed": 22},
    ),
    Case(
        "bert-tiny-bitfit", seed=39, rows=83, method={"type": "bitfit"},
        training={"learning_rate": 4e-3, "weight_decay": 0.01, "max_grad_norm": 7.3, "seed": 23},
    ),
    Case(
        "minilm-full",
        training={"learning_rate": 2e-5, "per_device_train_batch_size": 16, "warmup_steps": 0.06,
                  "lr_scheduler_type": "linear", "weight_decay": 0.01, "max_grad_norm": 18.0,
                  "max_length": 128, "seed": 42},
    ),
    Case(
        "minilm-lora",
        method=lora(r=8, lora_alpha=16),
        training={"learning_rate": 1e-4, "per_device_train_batch_size": 16, "warmup_steps": 0.06,
                  "lr_scheduler_type": "linear", "weight_decay": 0.01, "max_grad_norm": 7.0,
                  "max_length": 128, "seed": 42},
    ),
)


def run_json(case):
    """Every key is written out; evaluation and saving lie beyond the last step."""
    training = {
        "learning_rate": 1e-3, "new_head_lr_ratio": 1, "num_train_epochs": 1, "max_steps": STEPS,
        "per_device_train_batch_size": 5, "gradient_accumulation_steps": 1,
        "lr_scheduler_type": "linear", "warmup_steps": 0, "weight_decay": 0.0,
        "max_grad_norm": 1.0, "optim": "adamw_torch_fused", "adam_beta1": 0.9,
        "adam_beta2": 0.999, "adam_epsilon": 1e-8, "label_smoothing_factor": 0.0,
        "class_weights": "none", "precision": "fp32", "device": "cpu", "max_length": 32,
        "dropout": 0.0, "seed": 42, "shuffle": True, "length_grouping": False,
        "eval_steps": 1000, "save_steps": 1000, "save_total_limit": 1,
        "early_stopping_patience": 0, "metric_for_best_model": "eval_loss",
    }
    pair = {"text_pair": "pair"} if case.pairs else {}
    train, test = ("@TRAIN@", "@TEST@") if case.minilm else ("train.csv", "test.csv")
    return {
        "schema": 1, "name": case.name, "task": "text-classification",
        "model": {"path": "@MINILM@" if case.minilm else "model"},
        "dataset": {"train": train, "validation": test, "test": test,
                    "columns": {"text": "text", **pair, "label": "label"}},
        "method": dict(case.method),
        "training": {**training, **case.training},
    }
