// SPDX-License-Identifier: GPL-3.0-or-later
//! The functions of `luthier_native.h` that concern tokenizers; documented there.
//! Safety of all of them: pointers come from the caller or from here, with the sizes given.
#![allow(clippy::missing_safety_doc)]

use crate::encode::{Batch, Options, Row};
use crate::failure::{contained, Code, Failure};
use crate::load::{Loaded, NewToken};
use std::ptr;
use tokenizers::normalizers::BertNormalizer;
use tokenizers::AddedToken;

#[repr(C)]
pub struct LtString {
    data: *mut u8,
    size: usize,
}

#[repr(C)]
pub struct LtError {
    text: LtString,
    row: i64,
    number: i64,
}

#[repr(C)]
#[derive(Clone, Copy)]
pub struct LtText {
    data: *const u8,
    size: usize,
}

#[repr(C)]
pub struct LtBertOptions {
    lowercase: i32,
    strip_accents: i32,
    handle_chinese_chars: i32,
}

#[repr(C)]
pub struct LtAddedToken {
    content: LtText,
    id: i64,
    special: i32,
    single_word: i32,
    lstrip: i32,
    rstrip: i32,
    normalized: i32,
}

#[repr(C)]
pub struct LtTokenizerInfo {
    vocabulary_size: usize,
    id_limit: usize,
    truncates_left: i32,
}

#[repr(C)]
pub struct LtEncodeOptions {
    max_length: usize,
    threads: usize,
    add_special_tokens: i32,
    truncate_left: i32,
}

#[repr(C)]
pub struct LtEncoded {
    ids: *mut u32,
    type_ids: *mut u8,
    lengths: *mut u32,
    full_lengths: *mut u32,
    tokens: usize,
    rows: usize,
}

fn leak<T>(items: Vec<T>) -> *mut T {
    Box::into_raw(items.into_boxed_slice()).cast()
}

unsafe fn reclaim<T>(items: *mut T, count: usize) {
    drop(Box::from_raw(ptr::slice_from_raw_parts_mut(items, count)));
}

impl LtString {
    fn new(bytes: Vec<u8>) -> Self {
        let size = bytes.len();
        LtString {
            data: leak(bytes),
            size,
        }
    }
}

unsafe fn slice<'a, T>(data: *const T, count: usize) -> &'a [T] {
    if count == 0 {
        &[]
    } else {
        std::slice::from_raw_parts(data, count)
    }
}

impl LtText {
    unsafe fn bytes<'a>(self) -> &'a [u8] {
        slice(self.data, self.size)
    }

    unsafe fn text<'a>(self) -> Result<&'a str, Failure> {
        std::str::from_utf8(self.bytes())
            .map_err(|e| Failure::new(Code::BadUtf8, "").number(e.valid_up_to() as i64))
    }
}

impl LtBertOptions {
    fn normalizer(&self) -> BertNormalizer {
        let strip = (self.strip_accents >= 0).then_some(self.strip_accents > 0);
        BertNormalizer::new(
            true,
            self.handle_chinese_chars != 0,
            strip,
            self.lowercase != 0,
        )
    }
}

/// Runs `work` and tells its outcome as the C interface does.
unsafe fn told(error: *mut LtError, work: impl FnOnce() -> Result<(), Failure>) -> i32 {
    let Err(failure) = contained(Code::Failed, work) else {
        return 0;
    };
    // Lossy: a damaged vocabulary can leave invalid UTF-8 in the library's own error text.
    let text = String::from_utf8_lossy(failure.text.as_bytes())
        .into_owned()
        .into_bytes();
    error.write(LtError {
        text: LtString::new(text),
        row: failure.row,
        number: failure.number,
    });
    failure.code as i32
}

#[no_mangle]
pub unsafe extern "C" fn lt_string_free(string: LtString) {
    if !string.data.is_null() {
        reclaim(string.data, string.size);
    }
}

#[no_mangle]
pub unsafe extern "C" fn lt_tokenizer_from_json(
    bytes: *const u8,
    size: usize,
    bert: *const LtBertOptions,
    tokenizer: *mut *mut Loaded,
    error: *mut LtError,
) -> i32 {
    told(error, || {
        let loaded = Loaded::from_json(
            slice(bytes, size),
            bert.as_ref().map(LtBertOptions::normalizer),
        )?;
        *tokenizer = Box::into_raw(Box::new(loaded));
        Ok(())
    })
}

#[no_mangle]
pub unsafe extern "C" fn lt_tokenizer_from_vocab(
    bytes: *const u8,
    size: usize,
    bert: *const LtBertOptions,
    special: *const LtText,
    tokenizer: *mut *mut Loaded,
    error: *mut LtError,
) -> i32 {
    told(error, || {
        let special = slice(special, 3);
        let names = [special[0].text()?, special[1].text()?, special[2].text()?];
        let loaded = Loaded::from_vocab(slice(bytes, size), (*bert).normalizer(), names)?;
        *tokenizer = Box::into_raw(Box::new(loaded));
        Ok(())
    })
}

#[no_mangle]
pub unsafe extern "C" fn lt_tokenizer_add_tokens(
    tokenizer: *mut Loaded,
    tokens: *const LtAddedToken,
    count: usize,
    error: *mut LtError,
) -> i32 {
    told(error, || {
        let mut new = vec![];
        for token in slice(tokens, count) {
            let added = AddedToken::from(token.content.text()?, token.special != 0)
                .single_word(token.single_word != 0)
                .lstrip(token.lstrip != 0)
                .rstrip(token.rstrip != 0)
                .normalized(token.normalized != 0);
            new.push(NewToken {
                token: added,
                id: u32::try_from(token.id).ok(),
            });
        }
        (*tokenizer).add_tokens(new)
    })
}

#[no_mangle]
pub unsafe extern "C" fn lt_tokenizer_free(tokenizer: *mut Loaded) {
    if !tokenizer.is_null() {
        drop(Box::from_raw(tokenizer));
    }
}

#[no_mangle]
pub unsafe extern "C" fn lt_tokenizer_describe(
    tokenizer: *const Loaded,
    info: *mut LtTokenizerInfo,
    error: *mut LtError,
) -> i32 {
    told(error, || {
        let loaded = &*tokenizer;
        info.write(LtTokenizerInfo {
            vocabulary_size: loaded.tokenizer.get_vocab_size(true),
            id_limit: loaded.id_limit,
            truncates_left: loaded.truncates_left.into(),
        });
        Ok(())
    })
}

#[no_mangle]
pub unsafe extern "C" fn lt_token_to_id(
    tokenizer: *const Loaded,
    token: LtText,
    id: *mut i64,
    error: *mut LtError,
) -> i32 {
    told(error, || {
        *id = (*tokenizer)
            .tokenizer
            .token_to_id(token.text()?)
            .map_or(-1, i64::from);
        Ok(())
    })
}

#[no_mangle]
pub unsafe extern "C" fn lt_id_to_token(
    tokenizer: *const Loaded,
    id: u32,
    token: *mut LtString,
    error: *mut LtError,
) -> i32 {
    told(error, || {
        let found = (*tokenizer).tokenizer.id_to_token(id);
        let none = LtString {
            data: ptr::null_mut(),
            size: 0,
        };
        token.write(found.map_or(none, |text| LtString::new(text.into_bytes())));
        Ok(())
    })
}

#[no_mangle]
pub unsafe extern "C" fn lt_decode(
    tokenizer: *const Loaded,
    ids: *const u32,
    count: usize,
    skip_special_tokens: i32,
    text: *mut LtString,
    error: *mut LtError,
) -> i32 {
    told(error, || {
        let decoded = (*tokenizer)
            .tokenizer
            .decode(slice(ids, count), skip_special_tokens != 0);
        let decoded = decoded.map_err(|e| Failure::new(Code::Failed, e))?;
        text.write(LtString::new(decoded.into_bytes()));
        Ok(())
    })
}

#[no_mangle]
pub unsafe extern "C" fn lt_encode_batch(
    tokenizer: *const Loaded,
    texts: *const LtText,
    pairs: *const LtText,
    rows: usize,
    options: *const LtEncodeOptions,
    encoded: *mut LtEncoded,
    error: *mut LtError,
) -> i32 {
    told(error, || {
        let pair = |row: usize| (!pairs.is_null()).then(|| (*pairs.add(row)).bytes());
        let texts = slice(texts, rows).iter().enumerate();
        let rows: Vec<Row> = texts.map(|(row, text)| (text.bytes(), pair(row))).collect();
        let Batch {
            ids,
            type_ids,
            lengths,
            full_lengths,
        } = (*tokenizer).encode(
            &rows,
            &Options {
                max_length: (*options).max_length,
                threads: (*options).threads,
                add_special_tokens: (*options).add_special_tokens != 0,
                truncate_left: (*options).truncate_left != 0,
            },
        )?;
        let (tokens, rows) = (ids.len(), lengths.len());
        encoded.write(LtEncoded {
            ids: leak(ids),
            type_ids: leak(type_ids),
            lengths: leak(lengths),
            full_lengths: leak(full_lengths),
            tokens,
            rows,
        });
        Ok(())
    })
}

#[no_mangle]
pub unsafe extern "C" fn lt_encoded_free(encoded: LtEncoded) {
    reclaim(encoded.ids, encoded.tokens);
    reclaim(encoded.type_ids, encoded.tokens);
    reclaim(encoded.lengths, encoded.rows);
    reclaim(encoded.full_lengths, encoded.rows);
}
