# SPDX-License-Identifier: GPL-3.0-or-later
"""Rows for the speed benchmark: Reuters R8 cut at the ends of words to seeded lengths in tokens."""

import csv
import json
import random

from tokenizers import Tokenizer

SPECIAL_TOKENS = 2
SHORTEST = 8
# Spread of the logarithm of the lengths: many short rows and a tail, as in mails and reviews.
SPREAD = 0.65


class Text:
    """A text and where each of its words ends: (characters, tokens with special ones) so far."""

    def __init__(self, record, encoding, longest):
        self.text, self.label = record["text"], record["label"]
        self.ends = []
        for token, word in enumerate(encoding.word_ids[: longest - SPECIAL_TOKENS + 1]):
            following = encoding.word_ids[token + 1] if token + 1 < len(encoding.word_ids) else None
            if word != following and token + 1 + SPECIAL_TOKENS <= longest:
                self.ends.append((encoding.offsets[token][1], token + 1 + SPECIAL_TOKENS))

    def cut(self, length):
        """The longest start of the text that has at most `length` tokens, and its tokens."""
        fitting = [end for end in self.ends if end[1] <= length] or self.ends[:1]
        characters, tokens = fitting[-1]
        return {"text": self.text[:characters], "label": self.label}, tokens


def read_texts(file, tokenizer, count, seed, longest):
    with open(file, encoding="utf-8", newline="") as stream:
        records = [record for record in csv.DictReader(stream) if record["text"].strip()]
    drawn = random.Random(seed).sample(records, min(count, len(records)))
    encodings = tokenizer.encode_batch([r["text"] for r in drawn], add_special_tokens=False)
    return [Text(r, e, longest) for r, e in zip(drawn, encodings)]


def cut_to_mean(texts, mean, longest, seed):
    """Rows with log-normal lengths whose mean is `mean`, found by bisection of the scale."""
    draws = [random.Random(f"{seed}-{i}").lognormvariate(0, SPREAD) for i in range(len(texts))]

    def cut(scale):
        lengths = [min(max(round(scale * draw), SHORTEST), longest) for draw in draws]
        cuts = [text.cut(length) for text, length in zip(texts, lengths)]
        return [row for row, _ in cuts], sum(tokens for _, tokens in cuts) / len(cuts)

    low, high = 1.0, 4.0 * longest
    for _ in range(20):
        middle = (low + high) / 2
        low, high = (middle, high) if cut(middle)[1] < mean else (low, middle)
    return cut(high)


def load_tokenizer(model):
    tokenizer = Tokenizer.from_file(str(model / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def write(rows, file):
    file.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")


def make_files(folder, model, data, plan):
    """train.jsonl, validation.jsonl and test.jsonl in `folder`; the mean tokens of the train rows.

    Validation is a handful of train.csv's other rows, since a run wants some; the test rows are
    of test.csv.
    """
    tokenizer = load_tokenizer(model)
    texts = read_texts(
        data / "train.csv", tokenizer, plan.rows + plan.validation_rows, plan.seed, plan.longest
    )
    rows, mean = cut_to_mean(texts[: plan.rows], plan.mean, plan.longest, plan.seed)
    labels = {row["label"] for row in rows}
    others = {
        "validation": texts[plan.rows :],
        "test": read_texts(
            data / "test.csv", tokenizer, plan.test_rows, plan.seed + 1, plan.longest
        ),
    }
    write(rows, folder / "train.jsonl")
    for part, held_out in others.items():
        known = [text for text in held_out if text.label in labels]
        cut, _ = cut_to_mean(known, plan.mean, plan.longest, plan.seed + 1)
        write(cut, folder / f"{part}.jsonl")
    return mean
