# SPDX-License-Identifier: GPL-3.0-or-later
"""Token ids of transformers' AutoTokenizer for awkward texts: tests/data/tokenizer/cases.json.

    make_tokenizer_cases.py [--minilm DIR] [--output FILE] [--check]

--minilm: the folder of MiniLM-L6's files; without it only the small folders are looked at, and
nothing can be written. Made with transformers 5.23.0 and tokenizers 0.23.3.
"""

import argparse
import json
import pathlib
import sys
import tempfile

import transformers

WORDS = "the quick brown fox jumps over a lazy dog while seventeen engineers debated tokenization"
TEXTS = [
    "",
    " ",
    "   \t\n  ",
    "Hello, World!",
    "hello world",
    "café naïve Ångström ẞ ß İstanbul ǅ",
    "e\u0301 a\u0308 o\u0302\u0323",
    "안녕하세요 세계",
    "\u1112\u1161\u11ab\u1100\u1173\u11af",
    "中文分词 测试。",
    "日本語のテキスト、カタカナ",
    "𠀀𪜶 豈",
    "emoji 👩‍👩‍👧‍👦 🇰🇷 👍🏽 ☃️",
    "a\u200bb\u00adc\u2060d\ufeffe",
    "nbsp\u00a0and\u3000ideographic\u2003spaces",
    "\x00\x01\x02tab\tnew\nline\r\x7f\x85end",
    "\ufffd replaced \ufffd",
    "\ue000private\U0010ffff",
    "x" * 100,
    "x" * 101,
    "y" * 5000,
    "unaffable supercalifragilisticexpialidocious",
    "don't can't we'll (a)[b]{c}<d>",
    "[CLS] literal [SEP] [MASK] [PAD] [UNK]",
    "[cls] lower [mask",
    "[MASK][MASK]x[SEP]y",
    "##ing ##s # ## a##b",
    "$1,234.56 50% a+b=c ~`^|\\",
    "https://example.org/a_b?c=d&e=f#g user@example.org",
    "ＡＢＣ１２３ ﬁ ﬀ ½ ² ™",
    "עברית العربية हिन्दी ไทย ქართული",
    "ΑΒΓΣ σίγμας ΣΑΣ",
    "\u202eright to left\u202c",
    "1234567890" * 12,
    (WORDS + ". ") * 20,
]
PAIRS = [
    ("first", "second"),
    ("", "only the second"),
    ("only the first", ""),
    ("", ""),
    (WORDS, "short"),
    ("short", WORDS),
    (WORDS, WORDS),
    (WORDS + " " + WORDS, WORDS),
    ("[SEP] in the first", "[CLS] in the second"),
    ("안녕", "세계 👍"),
]
LIMITS = [3, 4, 5, 8, 13, 16, 17, 32, 128]


def case(tokenizer, texts, pairs=None, max_length=0, special=True):
    limit = (
        {"truncation": "longest_first", "max_length": max_length}
        if max_length
        else {"truncation": False}
    )
    encoded = tokenizer(
        texts, pairs, add_special_tokens=special, return_token_type_ids=True, padding=False, **limit
    )
    whole = tokenizer(texts, pairs, add_special_tokens=special, padding=False, truncation=False)
    return {
        "texts": texts,
        "pairs": pairs,
        "max_length": max_length,
        "add_special_tokens": special,
        "ids": encoded["input_ids"],
        "type_ids": encoded["token_type_ids"],
        "full_lengths": [len(row) for row in whole["input_ids"]],
    }


def minilm_cases(folder):
    tokenizer = transformers.AutoTokenizer.from_pretrained(folder)
    first, second = [p[0] for p in PAIRS], [p[1] for p in PAIRS]
    cases = [
        case(tokenizer, TEXTS),
        case(tokenizer, TEXTS, special=False),
        case(tokenizer, TEXTS, max_length=16),
        case(tokenizer, first, second),
        case(tokenizer, first, second, special=False),
        case(tokenizer, first, second, max_length=9, special=False),
    ]
    return cases + [case(tokenizer, first, second, max_length=limit) for limit in LIMITS]


SPECIAL = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
PIECES = [
    "hello",
    "Hello",
    "world",
    "cafe",
    "café",
    "中",
    "文",
    "中文",
    "h",
    "H",
    "w",
    "##ello",
    "##orld",
    "##s",
    "!",
    "a",
    "b",
]
VOCAB = SPECIAL + PIECES
BERT = {"model_type": "bert"}
SMALL_TEXTS = [
    "Hello world!",
    "hello WORLDS",
    "Café café",
    "中文",
    "[CLS] hello [MASK]",
    "hello [NEW] world [EXTRA]",
    "a b a b a b a b",
]


def token(content, number, **changes):
    plain = {
        "id": number,
        "content": content,
        "single_word": False,
        "lstrip": False,
        "rstrip": False,
        "normalized": False,
        "special": True,
    }
    return plain | changes


def wordpiece_json(lowercase, truncation=None):
    ends = {t: {"id": t, "ids": [VOCAB.index(t)], "tokens": [t]} for t in ("[CLS]", "[SEP]")}
    mark = lambda name, kind: {"SpecialToken": {"id": name, "type_id": kind}}
    text = lambda name, kind: {"Sequence": {"id": name, "type_id": kind}}
    single = [mark("[CLS]", 0), text("A", 0), mark("[SEP]", 0)]
    return {
        "version": "1.0",
        "truncation": truncation,
        "padding": None,
        "added_tokens": [token(t, i) for i, t in enumerate(SPECIAL)],
        "normalizer": {
            "type": "BertNormalizer",
            "clean_text": True,
            "handle_chinese_chars": True,
            "strip_accents": None,
            "lowercase": lowercase,
        },
        "pre_tokenizer": {"type": "BertPreTokenizer"},
        "post_processor": {
            "type": "TemplateProcessing",
            "single": single,
            "pair": single + [text("B", 1), mark("[SEP]", 1)],
            "special_tokens": ends,
        },
        "decoder": {"type": "WordPiece", "prefix": "##", "cleanup": True},
        "model": {
            "type": "WordPiece",
            "unk_token": "[UNK]",
            "continuing_subword_prefix": "##",
            "max_input_chars_per_word": 100,
            "vocab": {t: i for i, t in enumerate(VOCAB)},
        },
    }


def bytes_json():
    """Regular expressions, a byte-level BPE and a RoBERTa post-processor."""
    letters = sorted(set("helloworld!ab ".replace(" ", "Ġ")))
    merges = [("h", "e"), ("l", "l"), ("he", "ll"), ("hell", "o"), ("Ġ", "w")]
    vocab = ["<s>", "</s>", "<unk>", "<pad>"] + letters + ["".join(m) for m in merges]
    pattern = (
        r"(?i:'s|'t)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s+(?!\S)|\s+"
    )
    return {
        "version": "1.0",
        "truncation": None,
        "padding": None,
        "added_tokens": [token(t, i) for i, t in enumerate(vocab[:4])],
        "normalizer": {
            "type": "Sequence",
            "normalizers": [
                {"type": "NFC"},
                {"type": "Replace", "pattern": {"Regex": "o{2,}"}, "content": "o"},
                {"type": "Lowercase"},
            ],
        },
        "pre_tokenizer": {
            "type": "Sequence",
            "pretokenizers": [
                {
                    "type": "Split",
                    "pattern": {"Regex": pattern},
                    "behavior": "Isolated",
                    "invert": False,
                },
                {
                    "type": "ByteLevel",
                    "add_prefix_space": False,
                    "trim_offsets": True,
                    "use_regex": False,
                },
            ],
        },
        "post_processor": {
            "type": "RobertaProcessing",
            "sep": ["</s>", 1],
            "cls": ["<s>", 0],
            "trim_offsets": True,
            "add_prefix_space": False,
        },
        "decoder": {
            "type": "ByteLevel",
            "add_prefix_space": True,
            "trim_offsets": True,
            "use_regex": True,
        },
        "model": {
            "type": "BPE",
            "dropout": None,
            "unk_token": "<unk>",
            "continuing_subword_prefix": None,
            "end_of_word_suffix": None,
            "fuse_unk": False,
            "byte_fallback": False,
            "ignore_merges": False,
            "vocab": {t: i for i, t in enumerate(vocab)},
            "merges": [list(m) for m in merges],
        },
    }


def small_folders():
    vocab = "\n".join(VOCAB) + "\n"
    left = {"direction": "Left", "max_length": 4, "strategy": "LongestFirst", "stride": 0}
    bert = {"tokenizer_class": "BertTokenizer"}
    decoder = {str(i): token(t, i) | {"id": None} for i, t in enumerate(SPECIAL)}
    decoder = {k: {n: v for n, v in t.items() if n != "id"} for k, t in decoder.items()}
    decoder[str(len(VOCAB))] = {
        "content": "[NEW]",
        "lstrip": True,
        "rstrip": False,
        "single_word": False,
        "normalized": False,
        "special": False,
    }
    return {
        "vocabulary alone": {"vocab.txt": vocab},
        "cased vocabulary": {
            "vocab.txt": vocab,
            "tokenizer_config.json": {"do_lower_case": False, **bert},
        },
        "accents and Chinese kept": {
            "vocab.txt": vocab,
            "tokenizer_config.json": {
                "strip_accents": False,
                "tokenize_chinese_chars": False,
                **bert,
            },
        },
        "config says cased, file does not": {
            "tokenizer.json": wordpiece_json(True),
            "tokenizer_config.json": {"do_lower_case": False, **bert},
        },
        "config silent, file cased": {
            "tokenizer.json": wordpiece_json(False),
            "tokenizer_config.json": bert,
        },
        "no config, file cased": {"tokenizer.json": wordpiece_json(False)},
        "the file alone decides": {
            "tokenizer.json": wordpiece_json(False),
            "tokenizer_config.json": {
                "do_lower_case": True,
                "tokenizer_class": "PreTrainedTokenizerFast",
                "unk_token": "[UNK]",
                "cls_token": "[CLS]",
                "sep_token": "[SEP]",
            },
        },
        "added tokens": {
            "vocab.txt": vocab,
            "added_tokens.json": {"[EXTRA]": len(VOCAB) + 1, "[NEW]": len(VOCAB)},
            "tokenizer_config.json": bert,
            "special_tokens_map.json": {"additional_special_tokens": ["[NEW]"]},
        },
        "added tokens by id": {
            "tokenizer.json": wordpiece_json(True),
            "tokenizer_config.json": {"added_tokens_decoder": decoder, **bert},
        },
        "extra special tokens": {
            "vocab.txt": vocab,
            "tokenizer_config.json": {"additional_special_tokens": ["[NEW]", "[EXTRA]"], **bert},
        },
        "cut at the left": {
            "vocab.txt": vocab,
            "tokenizer_config.json": {"truncation_side": "left", **bert},
        },
        "cut at the left by the file": {
            "tokenizer.json": wordpiece_json(True, left),
            "tokenizer_config.json": bert,
        },
        "byte-level with regular expressions": {
            "tokenizer.json": bytes_json(),
            "tokenizer_config.json": {
                "tokenizer_class": "PreTrainedTokenizerFast",
                "cls_token": "<s>",
                "sep_token": "</s>",
                "pad_token": "<pad>",
                "unk_token": "<unk>",
            },
        },
    }


def small_cases(files):
    with tempfile.TemporaryDirectory() as folder:
        for name, content in ({"config.json": BERT} | files).items():
            text = content if isinstance(content, str) else json.dumps(content)
            pathlib.Path(folder, name).write_text(text, encoding="utf-8")
        tokenizer = transformers.AutoTokenizer.from_pretrained(folder)
        pairs = list(reversed(SMALL_TEXTS))
        return [
            case(tokenizer, SMALL_TEXTS),
            case(tokenizer, SMALL_TEXTS, max_length=5),
            case(tokenizer, SMALL_TEXTS, pairs),
            case(tokenizer, SMALL_TEXTS, pairs, max_length=8),
        ]


def small_folder_cases():
    folders = []
    for name, files in small_folders().items():
        texts = {
            n: c if isinstance(c, str) else json.dumps(c, ensure_ascii=False)
            for n, c in files.items()
        }
        folders.append({"name": name, "files": texts, "cases": small_cases(files)})
    return folders


def differing(stored, made):
    """Names of the parts of `made` that are not as stored."""
    parts = [key for key in made if key != "folders" and made[key] != stored[key]]
    if len(made["folders"]) != len(stored["folders"]):
        parts.append("folders")
    pairs = zip(stored["folders"], made["folders"])
    return parts + [new["name"] for old, new in pairs if old != new]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--minilm", type=pathlib.Path)
    parser.add_argument(
        "--output", type=pathlib.Path,
        default=pathlib.Path(__file__).resolve().parents[2] / "data" / "tokenizer" / "cases.json",
    )
    parser.add_argument("--check", action="store_true", help="compare with FILE, write nothing")
    options = parser.parse_args()
    if not options.check and not options.minilm:
        parser.error("--minilm is needed to write the cases")
    cases = {"transformers": transformers.__version__}
    if options.minilm:
        cases["minilm"] = minilm_cases(options.minilm)
    # As they come back from the file.
    cases = json.loads(json.dumps(cases | {"folders": small_folder_cases()}))
    if options.check:
        parts = differing(json.loads(options.output.read_text("utf-8")), cases)
        print("tokenizer:", "differs in " + ", ".join(parts) if parts else "as stored")
        return 1 if parts else 0
    options.output.write_text(json.dumps(cases, separators=(",", ":")) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
