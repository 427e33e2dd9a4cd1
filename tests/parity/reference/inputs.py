# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes what a case starts from: model, adapter or head, rows, run.json."""

import csv
import json

import numpy as np
import torch
from peft import LoraConfig, TaskType, get_peft_model, get_peft_model_state_dict
from safetensors.torch import save_file
from transformers import AutoModelForSequenceClassification

from cases import run_json
from fill import fill
from plan import LORA_NAMES
from tiny_model import LABELS, draw, make_model, save_rows, save_tokenizer

TEST_ROWS = 24
R8_ROWS_PER_LABEL = {"train": 12, "test": 3}
FILLS = {"lora_A": 0.05, "lora_B": 0.05, "classifier.weight": 2.0, "classifier.bias": 0.1}


def write_json(file, value):
    file.write_text(json.dumps(value, indent=1, ensure_ascii=False) + "\n", "utf-8")


def make_tiny_inputs(case, folder):
    model = make_model(case.layer_norm_eps, case.seed, case.prefixless, case.family)
    model.save_pretrained(folder / "model")
    save_tokenizer(folder / "model", case.family)
    kind = {"pairs": case.pairs, "several": case.several}
    save_rows(folder / "train.csv", case.rows, 100 + case.seed, **kind)
    save_rows(folder / "test.csv", TEST_ROWS, 200 + case.seed, **kind)
    write_json(folder / "run.json", run_json(case))
    generator = np.random.Generator(np.random.PCG64(300 + case.seed))
    if case.prefixless:
        save_head(case.family, folder / "head.safetensors", model.config.hidden_size, generator)
    if case.method["type"] == "lora":
        save_adapter(case, model, folder / "adapter", generator)


def save_head(family, file, hidden_size, generator):
    """The head that a base model lacks; each family's own modules, from bottom to top."""
    modules = {"bert": ["classifier"], "distilbert": ["pre_classifier", "classifier"]}.get(
        family, ["classifier.dense", "classifier.out_proj"])
    tensors = {}
    for module in modules:
        rows = len(LABELS) if module == modules[-1] else hidden_size
        for name, shape in (("weight", (rows, hidden_size)), ("bias", (rows,))):
            tensors[f"{module}.{name}"] = draw(f"{module}.{name}", shape, generator)
    save_file(tensors, file, metadata={"format": "pt"})


def lora_config(case):
    given = {name: case.method[name] for name in LORA_NAMES}
    given["modules_to_save"] = list(given["modules_to_save"])
    return LoraConfig(task_type=TaskType.SEQ_CLS, **given)


def save_adapter(case, model, folder, generator):
    """An adapter whose A and B both lie away from zero; the saved modules start as in the base."""
    adapted = get_peft_model(model, lora_config(case))
    adapted.peft_config["default"].base_model_name_or_path = "../model"
    with torch.no_grad():
        for name, parameter in sorted(adapted.named_parameters()):
            if ".lora_" in name:
                drawn = 0.15 * generator.standard_normal(tuple(parameter.shape))
                parameter.copy_(torch.from_numpy(drawn.astype(np.float32)))
    adapted.save_pretrained(folder, save_embedding_layers=False)
    (folder / "README.md").unlink(missing_ok=True)
    sort_targets(folder / "adapter_config.json")


def sort_targets(file):
    """peft keeps the targets in a set: their order in the file changes from run to run."""
    config = json.loads(file.read_text("utf-8"))
    if isinstance(config["target_modules"], list):
        config["target_modules"].sort()
    file.write_text(json.dumps(config, indent=2, sort_keys=True) + "\n", "utf-8")


def read_r8(file):
    """Rows of Reuters R8 as (label, text), numbered from 0."""
    with open(file, encoding="utf-8", newline="") as stream:
        return [(row["label"], row["text"]) for row in csv.DictReader(stream)]


def draw_r8_rows(rows, seed):
    """Row numbers for train and test: as many of every label, no text twice."""
    generator = np.random.Generator(np.random.PCG64(seed))
    taken, seen = {}, set()
    wanted = [(split, n) for split, n in R8_ROWS_PER_LABEL.items()]
    order = generator.permutation(len(rows))
    for split, count in wanted:
        room = {label: count for label, _ in rows}
        taken[split] = []
        for number in order:
            label, text = rows[number]
            if room[label] > 0 and text not in seen:
                room[label] -= 1
                seen.add(text)
                taken[split].append(int(number))
    return taken


def save_r8_rows(file, rows, numbers):
    with open(file, "w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(["text", "label"])
        for number in numbers:
            label, text = rows[number]
            writer.writerow([text, label])


def fill_parameters(model, stored_name):
    """Overwrites head, A and B by formula; returns name, shape and scale of what was filled."""
    filled = {}
    with torch.no_grad():
        for name, parameter in model.named_parameters():
            name = stored_name(name)
            if "original_module" in name:
                continue
            scale = next((s for part, s in FILLS.items() if part in name), None)
            if scale is None:
                continue
            parameter.copy_(torch.from_numpy(fill(name, parameter.shape, scale)))
            filled[name] = {"shape": list(parameter.shape), "scale": scale}
    return filled


def make_minilm_adapter_config(case, minilm, folder):
    """adapter_config.json alone; its tensors are a formula and the base's own pooler."""
    model = AutoModelForSequenceClassification.from_pretrained(minilm, num_labels=8)
    adapted = get_peft_model(model, lora_config(case))
    names = sorted(get_peft_model_state_dict(adapted, save_embedding_layers=False))
    config = adapted.peft_config["default"]
    config.base_model_name_or_path = "@MINILM@"
    config.inference_mode = True
    config.save_pretrained(folder)
    sort_targets(folder / "adapter_config.json")
    return names
