// SPDX-License-Identifier: GPL-3.0-or-later
//! Tokenizers from `tokenizer.json` or from a BERT `vocab.txt`.

use crate::checks;
use crate::failure::{Code, Failure};
use crate::stages::{normalizer_stages, split_stages, NormalizerStage, SplitStage};
use tokenizers::decoders::wordpiece::WordPiece as WordPieceDecoder;
use tokenizers::models::wordpiece::WordPiece;
use tokenizers::normalizers::BertNormalizer;
use tokenizers::pre_tokenizers::bert::BertPreTokenizer;
use tokenizers::processors::bert::BertProcessing;
use tokenizers::{AddedToken, ModelWrapper, NormalizerWrapper, Tokenizer, TruncationDirection};

pub struct Loaded {
    pub tokenizer: Tokenizer,
    pub normalizer: Vec<NormalizerStage>,
    pub splits: Vec<SplitStage>,
    pub id_limit: usize,
    pub truncates_left: bool,
}

/// An added token and the id that it must get, if that is known.
pub struct NewToken {
    pub token: AddedToken,
    pub id: Option<u32>,
}

fn bad_file(error: impl ToString) -> Failure {
    Failure::new(Code::BadFile, error)
}

impl Loaded {
    fn new(tokenizer: Tokenizer) -> Result<Self, Failure> {
        let mut loaded = Loaded {
            normalizer: normalizer_stages(tokenizer.get_normalizer()).map_err(bad_file)?,
            splits: split_stages(tokenizer.get_pre_tokenizer()).map_err(bad_file)?,
            id_limit: checks::id_limit(&tokenizer)?,
            truncates_left: false,
            tokenizer,
        };
        let stored = loaded.tokenizer.get_truncation();
        loaded.truncates_left = stored.is_some_and(|t| t.direction == TruncationDirection::Left);
        loaded.tokenizer.with_truncation(None).map_err(bad_file)?;
        loaded.tokenizer.with_padding(None);
        loaded.check_special_tokens()?;
        Ok(loaded)
    }

    /// The ids that the post-processor adds stand in the file apart from the vocabulary.
    fn check_special_tokens(&self) -> Result<(), Failure> {
        for pair in [None, Some(vec![])] {
            let row = self.assemble(vec![], pair, true).map_err(bad_file)?;
            for id in row.get_ids() {
                if *id as usize >= self.id_limit {
                    let text = format!("its post-processor adds the id {id}, which no token has");
                    return Err(bad_file(text));
                }
            }
        }
        Ok(())
    }

    pub fn from_json(bytes: &[u8], bert: Option<BertNormalizer>) -> Result<Self, Failure> {
        checks::size(bytes)?;
        let mut tokenizer = Tokenizer::from_bytes(bytes).map_err(bad_file)?;
        checks::content(&tokenizer, bytes)?;
        if let (Some(NormalizerWrapper::BertNormalizer(stored)), Some(mut wanted)) =
            (tokenizer.get_normalizer(), bert)
        {
            wanted.clean_text = stored.clean_text;
            tokenizer.with_normalizer(Some(wanted)).map_err(bad_file)?;
        }
        if let ModelWrapper::BPE(model) = tokenizer.get_model() {
            // BPE dropout is a random augmentation: the same text has to give the same ids.
            if model.dropout.is_some() {
                let mut fixed = model.clone();
                fixed.dropout = None;
                tokenizer.with_model(fixed);
            }
        }
        Loaded::new(tokenizer)
    }

    /// `special`: unknown, classification and separator token.
    pub fn from_vocab(
        bytes: &[u8],
        bert: BertNormalizer,
        special: [&str; 3],
    ) -> Result<Self, Failure> {
        let vocabulary = WordPiece::read_bytes(bytes).map_err(bad_file)?;
        let id = |token: &str| {
            let found = vocabulary.get(token).copied();
            found.ok_or_else(|| Failure::new(Code::MissingToken, token))
        };
        let [unknown, classification, separator] = special;
        id(unknown)?;
        let ends = BertProcessing::new(
            (separator.to_string(), id(separator)?),
            (classification.to_string(), id(classification)?),
        );
        let model = WordPiece::builder()
            .vocab(vocabulary)
            .unk_token(unknown.to_string())
            .build();
        let mut tokenizer = Tokenizer::new(model.map_err(bad_file)?);
        tokenizer.with_normalizer(Some(bert)).map_err(bad_file)?;
        tokenizer.with_pre_tokenizer(Some(BertPreTokenizer));
        tokenizer.with_post_processor(Some(ends));
        tokenizer.with_decoder(Some(WordPieceDecoder::default()));
        Loaded::new(tokenizer)
    }

    pub fn add_tokens(&mut self, mut tokens: Vec<NewToken>) -> Result<(), Failure> {
        let known = self.tokenizer.get_added_vocabulary().get_vocab();
        tokens.retain(|new| new.id.is_some() || !known.contains_key(&new.token.content));
        if tokens.is_empty() {
            return Ok(());
        }
        let added = tokens.iter().map(|new| new.token.clone());
        self.tokenizer.add_tokens(added).map_err(bad_file)?;
        for new in tokens.iter().filter(|new| new.id.is_some()) {
            let real = self.tokenizer.token_to_id(&new.token.content);
            if real != new.id {
                let number = real.map_or(-1, i64::from);
                return Err(Failure::new(Code::WrongId, &new.token.content).number(number));
            }
        }
        self.id_limit = checks::id_limit(&self.tokenizer)?;
        Ok(())
    }
}
