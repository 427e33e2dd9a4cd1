// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/native_error.h"

#include "core/base/error.h"
#include "core/weights/shown.h"

namespace luthier {

namespace {

/// The sentence for a code of the native library.
struct Sentence
{
    int code;
    const char *id;
    const char *text;
};

const Sentence fileSentences[] = {
    {LT_DUPLICATE_ID, "text.duplicate_id",
     LUTHIER_MESSAGE("{file} gives the id {id} to the token {token} and to another one; take the "
                     "file from the model's source again.")},
    {LT_WRONG_ID, "text.wrong_id",
     LUTHIER_MESSAGE("{file}: the ids of the added tokens do not follow each other, so the token "
                     "{token} would get the id {id} instead of its own; take the tokenizer's "
                     "files from the model's source again.")},
    {LT_LARGE_ID, "text.large_id",
     LUTHIER_MESSAGE("{file} gives the token {token} the id {id}, which no model has; take the "
                     "file from the model's source again.")},
    {LT_MISSING_TOKEN, "text.missing_token",
     LUTHIER_MESSAGE("{file} lacks the special token {token}; name the one that the model uses "
                     "in tokenizer_config.json.")},
    {LT_BAD_FILE, "text.bad_tokenizer",
     LUTHIER_MESSAGE("{file} is not a tokenizer that can be used: {reason}. Take the file from "
                     "the model's source again.")},
    {LT_FAILED, "text.bad_tokenizer",
     LUTHIER_MESSAGE("{file} is not a tokenizer that can be used: {reason}. Take the file from "
                     "the model's source again.")},
};

const Sentence rowSentences[] = {
    {LT_BAD_UTF8, "text.bad_utf8",
     LUTHIER_MESSAGE("The text in row {row} is not UTF-8 at its byte {number}; save the data as "
                     "UTF-8.")},
    {LT_LONG_TEXT, "text.long_text",
     LUTHIER_MESSAGE("The text in row {row} has {number} bytes, more than the {limit} that one "
                     "text may have; split it into several rows.")},
    {LT_SHORT_LIMIT, "text.short_limit",
     LUTHIER_MESSAGE("max_length is {max_length}, but the model's special tokens alone take "
                     "{number}; choose a larger one.")},
    {LT_BAD_ROW, "text.bad_row",
     LUTHIER_MESSAGE("The tokenizer cannot split the text in row {row}: {reason}. Change or "
                     "remove that text, or take the tokenizer's files from the model's source "
                     "again.")},
};

std::string takenText(const lt_error &error)
{
    const std::string text =
        error.text.data ? std::string(error.text.data, error.text.size) : std::string();
    lt_string_free(error.text);
    return text;
}

[[noreturn]] void fail(std::span<const Sentence> sentences, int code, const std::string &detail,
                       const std::map<std::string, MessageValue> &values)
{
    for (const Sentence &sentence : sentences)
        if (sentence.code == code)
            throw Error({sentence.id, sentence.text, values}, Error::Code::BadInput, detail);
    throw Error({"text.failed",
                 LUTHIER_MESSAGE("The tokenizer failed: {reason}."),
                 {{"reason", shown(detail)}}},
                Error::Code::Failed, detail);
}

} // namespace

void throwIfFileFailed(int code, const lt_error &error, const std::filesystem::path &file)
{
    if (code == LT_OK)
        return;
    const std::string text = takenText(error);
    fail(fileSentences, code, text,
         {{"file", file.string()},
          {"token", shown(text)},
          {"reason", shown(text)},
          {"id", error.number}});
}

void throwIfRowFailed(int code, const lt_error &error, const EncodeOptions &options)
{
    if (code == LT_OK)
        return;
    const std::string text = takenText(error);
    fail(rowSentences, code, text,
         {{"row", options.first_row + error.row},
          {"reason", shown(text)},
          {"number", error.number},
          {"max_length", options.max_length},
          {"limit", int64_t(LT_MAX_TEXT)}});
}

void throwIfFailed(int code, const lt_error &error)
{
    if (code != LT_OK)
        fail({}, code, takenText(error), {});
}

} // namespace luthier
