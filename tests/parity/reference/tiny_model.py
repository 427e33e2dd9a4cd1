# SPDX-License-Identifier: GPL-3.0-or-later
"""Tiny encoders of odd sizes and small ragged texts, drawn from numpy's generator.

Scales: embeddings stay at 0.02, so that the epsilon of the first LayerNorm counts; the other
weights are large enough that activations before GELU pass +-3 and logits spread over more than 1.
"""

import csv
import json

import numpy as np
import torch
from tokenizers import ByteLevelBPETokenizer
from transformers import (
    AutoModel, AutoModelForSequenceClassification, BertConfig, BertTokenizer, DistilBertConfig,
    ElectraConfig, PreTrainedTokenizerFast, RobertaConfig, XLMRobertaConfig, XLMRobertaTokenizer,
)
from tokenizers.processors import RobertaProcessing

SPECIAL = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
PIECES = ["##s", "##ed", "##ing", "##ly", "##er"]
MARKS = [".", ",", "!", "?", '"', "-"]
TOPICS = {
    "red": "apple brick cherry fire rose ruby sunset tomato".split(),
    "green": "cactus fern frog grass leaf lime moss olive".split(),
    "blue": "berry denim iris lake ocean rain sky whale".split(),
}
COMMON = (
    "a about after all and are as at back be been before but by can come could day do down each "
    "even far find first for from get give go good great hand has have he her here him his house "
    "how i if in into is it just know like line little look made make man many may me more most "
    "much my name never new no not now of off old on one only or"
).split()
BYTE_PAIRS = 300
LABELS = ["red", "green", "blue"]  # neither sorted nor numeric: the order comes from config.json

SCALES = (  # the first that is contained in the name counts
    ("layer_norm.weight", 0.1), ("layer_norm.bias", 0.1), ("pre_classifier.weight", 0.2),
    ("embeddings_project.weight", 0.3), ("classifier.dense.weight", 0.2),
    ("out_proj.weight", 0.55), ("q_lin.weight", 0.22), ("k_lin.weight", 0.22),
    ("v_lin.weight", 0.2), ("out_lin.weight", 0.2), ("lin1.weight", 0.3), ("lin2.weight", 0.15),
    ("LayerNorm.weight", 0.1), ("LayerNorm.bias", 0.1), ("embeddings.", 0.02),
    ("classifier.weight", 0.55), ("pooler.dense.weight", 0.2),
    ("query.weight", 0.22), ("key.weight", 0.22), ("value.weight", 0.2),
    ("intermediate.dense.weight", 0.3), ("attention.output.dense.weight", 0.2),
    ("output.dense.weight", 0.15), ("bias", 0.05),
)


def vocabulary():
    return SPECIAL + MARKS + PIECES + [w for words in TOPICS.values() for w in words] + COMMON


def draw(name, shape, generator):
    scale = next(value for part, value in SCALES if part in name)
    mean = 1.0 if name.lower().replace("_", "").endswith("layernorm.weight") else 0.0
    return torch.from_numpy(
        (mean + scale * generator.standard_normal(tuple(shape))).astype(np.float32)
    )


def make_config(family, layer_norm_eps, labels):
    shared = {
        "vocab_size": len(vocabulary()), "max_position_embeddings": 48, "pad_token_id": 0, **labels,
    }
    bert = {
        "hidden_size": 36, "num_hidden_layers": 2, "num_attention_heads": 3,
        "intermediate_size": 52, "type_vocab_size": 2, "hidden_act": "gelu",
        "hidden_dropout_prob": 0.0, "attention_probs_dropout_prob": 0.0,
        "layer_norm_eps": layer_norm_eps,
    }
    if family == "distilbert":
        return DistilBertConfig(
            **shared, dim=36, n_layers=2, n_heads=3, hidden_dim=52, activation="gelu", dropout=0.0,
            attention_dropout=0.0, seq_classif_dropout=0.0,
        )
    if family == "electra":
        return ElectraConfig(**shared, **bert, embedding_size=20)
    if family in ("roberta", "xlm-roberta"):
        special = {"pad_token_id": 1, "bos_token_id": 0, "eos_token_id": 2}
        tokens = BYTE_PAIRS if family == "roberta" else len(unigrams())
        changes = {"vocab_size": tokens, "max_position_embeddings": 50, "type_vocab_size": 1}
        kind = RobertaConfig if family == "roberta" else XLMRobertaConfig
        return kind(**{**shared, **bert, **special, **changes})
    return BertConfig(**shared, **bert)


def make_model(layer_norm_eps, seed, prefixless=False, family="bert"):
    """A classifier, or the base model alone (names without "bert.", no labels)."""
    labels = {} if prefixless else {
        "id2label": dict(enumerate(LABELS)), "label2id": {n: i for i, n in enumerate(LABELS)},
    }
    config = make_config(family, layer_norm_eps, labels)
    generator = np.random.Generator(np.random.PCG64(seed))
    model = (AutoModel if prefixless else AutoModelForSequenceClassification).from_config(config)
    with torch.no_grad():
        for name, parameter in sorted(model.named_parameters()):
            parameter.copy_(draw(name, parameter.shape, generator))
    return model


def save_tokenizer(folder, family="bert"):
    if family == "roberta":
        save_byte_pairs(folder)
        return
    if family == "xlm-roberta":
        XLMRobertaTokenizer(vocab=unigrams(), model_max_length=48).save_pretrained(folder)
        return
    words = vocabulary()
    tokenizer = BertTokenizer(vocab={word: i for i, word in enumerate(words)}, do_lower_case=True)
    tokenizer.model_max_length = 48
    tokenizer.save_pretrained(folder)
    (folder / "vocab.txt").write_text("\n".join(words) + "\n", "utf-8")
    special = dict(zip(("pad", "unk", "cls", "sep", "mask"), SPECIAL))
    (folder / "special_tokens_map.json").write_text(
        json.dumps({f"{k}_token": v for k, v in special.items()}, indent=2) + "\n", "utf-8"
    )


def save_byte_pairs(folder):
    """RoBERTa's kind of tokenizer, its pairs learned from the words."""
    special = ["<s>", "<pad>", "</s>", "<unk>", "<mask>"]
    pairs = ByteLevelBPETokenizer(add_prefix_space=False)
    pairs.train_from_iterator([" ".join(vocabulary())], vocab_size=BYTE_PAIRS,
                              min_frequency=1, special_tokens=special, show_progress=False)
    pairs.post_processor = RobertaProcessing(("</s>", 2), ("<s>", 0), add_prefix_space=False)
    names = dict(zip(("bos_token", "pad_token", "eos_token", "unk_token", "mask_token"), special))
    PreTrainedTokenizerFast(
        tokenizer_object=pairs._tokenizer, cls_token="<s>", sep_token="</s>", model_max_length=48,
        model_input_names=["input_ids", "attention_mask"], **names,
    ).save_pretrained(folder)


def unigrams():
    """XLM-R's kind of pieces with their log-probabilities; rare letters are left to <unk>."""
    words = [w for words in TOPICS.values() for w in words] + COMMON
    ranked = [f"▁{word}" for word in words] + ["▁", *MARKS]
    ranked += [piece.removeprefix("##") for piece in PIECES] + list("etaoinsrhldcumfpgwybvkx")
    pieces = [(piece, -4.0 - 0.05 * rank) for rank, piece in enumerate(dict.fromkeys(ranked))]
    special = [(name, 0.0) for name in ("<s>", "<pad>", "</s>", "<unk>")]
    return [*special, *pieces, ("<mask>", 0.0)]


def draw_text(generator, label):
    """1 to 40 words: some in capitals, with endings, unknown, or followed by a mark."""
    count = int(generator.choice([1, 2, 3, 5, 7, 9, 12, 15, 19, 24, 31, 37, 40]))
    words = []
    for _ in range(count):
        topic = label if generator.random() < 0.7 else LABELS[generator.integers(3)]
        word = str(generator.choice(TOPICS[topic] if generator.random() < 0.25 else COMMON))
        chance = generator.random()
        if chance < 0.08:
            word += PIECES[generator.integers(len(PIECES))].removeprefix("##")
        elif chance < 0.12:
            word = word.capitalize()
        elif chance < 0.15:
            word = "zyx"
        elif chance < 0.22:
            word += MARKS[generator.integers(len(MARKS))]
        words.append(word)
    return " ".join(words)


def draw_labels(generator):
    """None to all of them."""
    return [label for label in LABELS if generator.random() < 0.4]


def draw_texts(generator, labels, count):
    """`count` texts about the labels in turn; without one, about the first."""
    topics = labels or LABELS[:1]
    return [draw_text(generator, topics[i % len(topics)]) for i in range(count)]


def save_rows(file, count, seed, pairs=False, several=False):
    generator = np.random.Generator(np.random.PCG64(seed))
    with open(file, "w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(["text", "pair", "label"] if pairs else ["text", "label"])
        for i in range(count):
            labels = draw_labels(generator) if several else [LABELS[i % 3]]
            cell = ";".join(labels) or "[]"
            writer.writerow([*draw_texts(generator, labels, 2 if pairs else 1), cell])
