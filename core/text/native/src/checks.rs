// SPDX-License-Identifier: GPL-3.0-or-later
//! What a hostile or damaged tokenizer file may not do.

use crate::failure::{Code, Failure};
use serde::Deserialize;
use tokenizers::{ModelWrapper, Tokenizer};

/// `LT_MAX_ID` of the C interface.
pub const MAX_ID: u32 = 1 << 24;
/// WordPiece tries every end of a word: its work grows with the square of this.
const MAX_WORD: usize = 10_000;
/// The library builds a tree of the file, some 400 bytes a value. Published files have a third.
const MAX_VALUES: usize = 4_000_000;

#[derive(Deserialize)]
struct AddedToken {
    id: u32,
    content: String,
}

#[derive(Deserialize)]
struct Outline {
    #[serde(default)]
    added_tokens: Vec<AddedToken>,
}

fn word_length(tokenizer: &Tokenizer) -> Result<(), Failure> {
    match tokenizer.get_model() {
        ModelWrapper::WordPiece(model) if model.max_input_chars_per_word > MAX_WORD => {
            Err(Failure::new(
                Code::BadFile,
                format!(
                    "max_input_chars_per_word is {}, over {MAX_WORD}",
                    model.max_input_chars_per_word
                ),
            ))
        }
        _ => Ok(()),
    }
}

/// Highest id + 1. Gaps are allowed, for published vocabularies have them; an id twice is not.
pub fn id_limit(tokenizer: &Tokenizer) -> Result<usize, Failure> {
    let vocabulary = tokenizer.get_vocab(true);
    let mut ids: Vec<u32> = vocabulary.values().copied().collect();
    ids.sort_unstable();
    let refused = |code, id: u32| {
        let owner = vocabulary
            .iter()
            .filter(|(_, own)| **own == id)
            .map(|(token, _)| token)
            .min();
        Err(Failure::new(code, owner.map_or("", String::as_str)).number(id.into()))
    };
    if let Some(pair) = ids.windows(2).find(|pair| pair[0] == pair[1]) {
        return refused(Code::DuplicateId, pair[0]);
    }
    match ids.last() {
        Some(id) if *id > MAX_ID => refused(Code::LargeId, *id),
        last => Ok(last.map_or(0, |id| *id as usize + 1)),
    }
}

/// The library numbers added tokens anew and only warns when the file meant other ids.
fn added_ids(tokenizer: &Tokenizer, bytes: &[u8]) -> Result<(), Failure> {
    let outline: Outline =
        serde_json::from_slice(bytes).map_err(|e| Failure::new(Code::BadFile, e))?;
    for token in outline
        .added_tokens
        .iter()
        .filter(|token| !token.content.is_empty())
    {
        let real = tokenizer.token_to_id(&token.content);
        if real != Some(token.id) {
            let number = real.map_or(-1, i64::from);
            return Err(Failure::new(Code::WrongId, &token.content).number(number));
        }
    }
    Ok(())
}

/// Before the library reads `bytes`.
pub fn size(bytes: &[u8]) -> Result<(), Failure> {
    let values = bytes.iter().filter(|byte| **byte == b',').count();
    if values > MAX_VALUES {
        let text = format!("it lists {values} values, over {MAX_VALUES}");
        return Err(Failure::new(Code::BadFile, text));
    }
    Ok(())
}

/// After it was read from `bytes`.
pub fn content(tokenizer: &Tokenizer, bytes: &[u8]) -> Result<(), Failure> {
    word_length(tokenizer)?;
    added_ids(tokenizer, bytes)
}
