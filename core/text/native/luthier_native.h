/* SPDX-License-Identifier: GPL-3.0-or-later */
/* C interface of the Rust crate in this folder: Hugging Face tokenizers and SHA-256.
 *
 * Every function that can fail returns LT_OK or another lt_code and then fills `*error`, whose text
 * the caller frees with lt_string_free. A panic inside becomes LT_FAILED; none crosses this
 * interface. Text is UTF-8 with a length, without a terminating zero; text that goes in is checked.
 * A tokenizer may be used by several threads at once, except while it is changed or freed. */
#pragma once

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef enum lt_code {
    LT_OK = 0,
    LT_FAILED = 1,        /* text: what the library says */
    LT_BAD_FILE = 2,      /* text: what is wrong with the tokenizer file */
    LT_DUPLICATE_ID = 3,  /* text: a token, number: its id, which another token has too */
    LT_WRONG_ID = 4,      /* text: an added token, number: the id that it would really get */
    LT_LARGE_ID = 5,      /* text: a token, number: its id, beyond LT_MAX_ID */
    LT_MISSING_TOKEN = 6, /* text: a special token that the vocabulary lacks */
    LT_BAD_UTF8 = 7,      /* row, number: byte in the text */
    LT_LONG_TEXT = 8,     /* row, number: bytes, more than LT_MAX_TEXT */
    LT_BAD_ROW = 9,       /* row, text: why this text could not be split into tokens */
    LT_SHORT_LIMIT = 10   /* number: special tokens that max_length has to leave room for */
} lt_code;

#define LT_MAX_ID ((uint32_t)(1u << 24))
#define LT_MAX_TEXT ((size_t)8 << 20)

typedef struct lt_string
{
    char *data;
    size_t size;
} lt_string;

typedef struct lt_error
{
    lt_string text;
    int64_t row; /* of the batch, from 0; -1: none */
    int64_t number;
} lt_error;

typedef struct lt_text
{
    const char *data;
    size_t size;
} lt_text;

void lt_string_free(lt_string string);

/* ---- Tokenizer ---- */

typedef struct lt_tokenizer lt_tokenizer;

/* How BERT's normalizer treats text; strip_accents: 1, 0, or -1 for "as lowercase". */
typedef struct lt_bert_options
{
    int32_t lowercase;
    int32_t strip_accents;
    int32_t handle_chinese_chars;
} lt_bert_options;

typedef struct lt_added_token
{
    lt_text content;
    int64_t id; /* that it must get; -1: any */
    int32_t special, single_word, lstrip, rstrip, normalized;
} lt_added_token;

typedef struct lt_tokenizer_info
{
    size_t vocabulary_size; /* tokens, added ones included */
    size_t id_limit;        /* highest id + 1: the rows that an embedding needs */
    int32_t truncates_left; /* the file's own truncation cuts at the left */
} lt_tokenizer_info;

/* Reads a tokenizer.json. Truncation, padding and BPE dropout stored in it are switched off.
 * `bert` (or NULL) replaces the options of a BertNormalizer; other normalizers stay as they are. */
int32_t lt_tokenizer_from_json(const uint8_t *bytes, size_t size, const lt_bert_options *bert,
                               lt_tokenizer **tokenizer, lt_error *error);

/* Reads a BERT vocab.txt (a token a line): WordPiece with "##", `special` in the order
 * unknown, classification, separator; rows become [CLS] A [SEP] and [CLS] A [SEP] B [SEP]. */
int32_t lt_tokenizer_from_vocab(const uint8_t *bytes, size_t size, const lt_bert_options *bert,
                                const lt_text special[3], lt_tokenizer **tokenizer,
                                lt_error *error);

/* Tokens that are matched whole in a text, before it is split; those that the vocabulary lacks get
 * the next ids. One with an id takes the place of an added token of the same content; one without
 * is left out when there is such a token. */
int32_t lt_tokenizer_add_tokens(lt_tokenizer *tokenizer, const lt_added_token *tokens, size_t count,
                                lt_error *error);

void lt_tokenizer_free(lt_tokenizer *tokenizer);

int32_t lt_tokenizer_describe(const lt_tokenizer *tokenizer, lt_tokenizer_info *info,
                              lt_error *error);

/* `*id`: -1 when there is no such token. */
int32_t lt_token_to_id(const lt_tokenizer *tokenizer, lt_text token, int64_t *id, lt_error *error);

/* `*token`: data NULL when there is no such id. */
int32_t lt_id_to_token(const lt_tokenizer *tokenizer, uint32_t id, lt_string *token,
                       lt_error *error);

int32_t lt_decode(const lt_tokenizer *tokenizer, const uint32_t *ids, size_t count,
                  int32_t skip_special_tokens, lt_string *text, lt_error *error);

typedef struct lt_encode_options
{
    size_t max_length; /* special tokens included; 0: no limit */
    size_t threads;    /* 0: as many as there are processors */
    int32_t add_special_tokens;
    int32_t truncate_left;
} lt_encode_options;

/* Rows one after the other: row r has lengths[r] ids, before cutting full_lengths[r]. */
typedef struct lt_encoded
{
    uint32_t *ids;
    uint8_t *type_ids;
    uint32_t *lengths;
    uint32_t *full_lengths;
    size_t tokens;
    size_t rows;
} lt_encoded;

/* `pairs`: NULL, or the second text of every row. Too long rows are cut "longest first", as the
 * tokenizers library does it. The result does not depend on the number of threads. Of several bad
 * rows the first is reported. */
int32_t lt_encode_batch(const lt_tokenizer *tokenizer, const lt_text *texts, const lt_text *pairs,
                        size_t rows, const lt_encode_options *options, lt_encoded *encoded,
                        lt_error *error);

void lt_encoded_free(lt_encoded encoded);

/* ---- SHA-256 ---- */

typedef struct lt_sha256 lt_sha256;

lt_sha256 *lt_sha256_new(void);
void lt_sha256_update(lt_sha256 *hash, const uint8_t *bytes, size_t size);
/* Writes the digest and frees `hash`; `digest` NULL: frees it only. */
void lt_sha256_finish(lt_sha256 *hash, uint8_t digest[32]);

#ifdef __cplusplus
}
#endif
