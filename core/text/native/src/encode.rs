// SPDX-License-Identifier: GPL-3.0-or-later
//! Batches of texts to token ids, on several threads, with the same result for any number of them.

use crate::failure::{contained, Code, Failure};
use crate::load::Loaded;
use crate::stages::Recorder;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;
use tokenizers::{Encoding, Model, OffsetReferential, OffsetType, PostProcessor, Result};

/// `LT_MAX_TEXT` of the C interface: the library takes some 90 bytes of memory a byte of text.
const MAX_TEXT: usize = 8 << 20;
/// Texts above this are split one at a time, so that more threads do not take more memory.
const LARGE_TEXT: usize = 1 << 19;
static LARGE: Mutex<()> = Mutex::new(());
/// Rows that a thread takes at once.
const BLOCK: usize = 64;

pub struct Options {
    pub max_length: usize,
    pub threads: usize,
    pub add_special_tokens: bool,
    pub truncate_left: bool,
}

/// Rows one after the other.
#[derive(Default)]
pub struct Batch {
    pub ids: Vec<u32>,
    pub type_ids: Vec<u8>,
    pub lengths: Vec<u32>,
    pub full_lengths: Vec<u32>,
}

/// A row as bytes: the text and its pair.
pub type Row<'a> = (&'a [u8], Option<&'a [u8]>);

/// Lengths that stay of two sequences of `a` and `b` tokens: the longer one is cut first, then both
/// (`truncate_encodings` in the tokenizers library; transformers' strategy "longest_first").
fn longest_first(a: usize, b: usize, budget: usize) -> (usize, usize) {
    if a + b <= budget {
        return (a, b);
    }
    let mut short = a.min(b);
    let mut long = short.max(budget.saturating_sub(short));
    if short + long > budget {
        short = budget / 2;
        long = budget - short;
    }
    if a > b {
        (long, short)
    } else {
        (short, long)
    }
}

fn cut(mut ids: Vec<u32>, keep: usize, left: bool) -> Vec<u32> {
    if left {
        ids.split_off(ids.len() - keep)
    } else {
        ids.truncate(keep);
        ids
    }
}

fn encoding(ids: Vec<u32>, type_id: u32) -> Encoding {
    let n = ids.len();
    let (types, texts, words) = (vec![type_id; n], vec![String::new(); n], vec![None; n]);
    let (offsets, special, attention) = (vec![(0, 0); n], vec![0; n], vec![1; n]);
    Encoding::new(
        ids,
        types,
        texts,
        words,
        offsets,
        special,
        attention,
        vec![],
        Default::default(),
    )
}

impl Loaded {
    fn tokens(&self, text: &str) -> Result<Vec<u32>> {
        let large = text.len() > LARGE_TEXT;
        let _alone = large.then(|| LARGE.lock().unwrap_or_else(PoisonError::into_inner));
        let normalizer = Recorder::new(&self.normalizer);
        let added = self.tokenizer.get_added_vocabulary();
        let mut parts = added.extract_and_normalize(Some(&normalizer), text);
        normalizer.result()?;
        for stage in &self.splits {
            stage.run(&mut parts)?;
        }
        self.tokenizer
            .get_model()
            .tokenize_in_pretokenized(&mut parts, None)?;
        let mut ids = vec![];
        for (_, _, tokens) in parts.get_splits(OffsetReferential::Original, OffsetType::None) {
            ids.extend(tokens.iter().flatten().map(|token| token.id));
        }
        Ok(ids)
    }

    /// A whole row: special tokens around the ids, as the file's post-processor puts them.
    pub fn assemble(
        &self,
        ids: Vec<u32>,
        pair: Option<Vec<u32>>,
        special: bool,
    ) -> Result<Encoding> {
        self.tokenizer
            .post_process(encoding(ids, 0), pair.map(|ids| encoding(ids, 1)), special)
    }

    fn special_count(&self, pair: bool, options: &Options) -> usize {
        match self.tokenizer.get_post_processor() {
            Some(ends) if options.add_special_tokens => ends.added_tokens(pair),
            _ => 0,
        }
    }

    fn encode_row(
        &self,
        row: &Row,
        options: &Options,
        batch: &mut Batch,
    ) -> std::result::Result<(), Failure> {
        let failed = |error: tokenizers::Error| Failure::new(Code::BadRow, error);
        let mut ids = self.tokens(checked(row.0)?).map_err(failed)?;
        let mut pair = match row.1 {
            Some(bytes) => Some(self.tokens(checked(bytes)?).map_err(failed)?),
            None => None,
        };
        let special = self.special_count(pair.is_some(), options);
        let pair_length = pair.as_ref().map_or(0, Vec::len);
        let full = ids.len() + pair_length + special;
        if options.max_length > 0 && full > options.max_length {
            let budget = options.max_length - special;
            let (keep, keep_pair) = match pair {
                Some(_) => longest_first(ids.len(), pair_length, budget),
                None => (budget, 0),
            };
            ids = cut(ids, keep, options.truncate_left);
            pair = pair.map(|ids| cut(ids, keep_pair, options.truncate_left));
        }
        let row = self
            .assemble(ids, pair, options.add_special_tokens)
            .map_err(failed)?;
        batch.ids.extend_from_slice(row.get_ids());
        batch
            .type_ids
            .extend(row.get_type_ids().iter().map(|id| *id as u8));
        batch.lengths.push(row.get_ids().len() as u32);
        batch.full_lengths.push(full as u32);
        Ok(())
    }

    fn encode_block(
        &self,
        rows: &[Row],
        first: usize,
        options: &Options,
    ) -> std::result::Result<Batch, Failure> {
        let mut batch = Batch::default();
        for (offset, row) in rows.iter().enumerate() {
            contained(Code::BadRow, || self.encode_row(row, options, &mut batch))
                .map_err(|failure| failure.row(first + offset))?;
        }
        Ok(batch)
    }

    pub fn encode(&self, rows: &[Row], options: &Options) -> std::result::Result<Batch, Failure> {
        let pairs = rows.first().is_some_and(|row| row.1.is_some());
        let special = self.special_count(pairs, options);
        if options.max_length > 0 && options.max_length < special {
            return Err(Failure::new(Code::ShortLimit, "").number(special as i64));
        }
        let blocks: Vec<&[Row]> = rows.chunks(BLOCK).collect();
        let next = AtomicUsize::new(0);
        let stop = AtomicBool::new(false);
        let done = Mutex::new(Vec::new());
        // Blocks are taken in order and finished once taken: timing does not decide which row is
        // the first bad one.
        let work = || {
            while !stop.load(Ordering::Relaxed) {
                let block = next.fetch_add(1, Ordering::Relaxed);
                let Some(rows) = blocks.get(block) else { break };
                let result = self.encode_block(rows, block * BLOCK, options);
                stop.fetch_or(result.is_err(), Ordering::Relaxed);
                done.lock()
                    .expect("no thread panics with the lock")
                    .push((block, result));
            }
        };
        let wanted = match options.threads {
            0 => thread::available_parallelism().map_or(1, usize::from),
            threads => threads,
        };
        thread::scope(|scope| {
            for _ in 1..wanted.min(blocks.len()) {
                // With no thread to be had, those that are there do the work.
                let _ = thread::Builder::new().spawn_scoped(scope, work);
            }
            work();
        });
        joined(
            done.into_inner().expect("no thread panics with the lock"),
            rows.len(),
        )
    }
}

fn joined(
    mut blocks: Vec<(usize, std::result::Result<Batch, Failure>)>,
    rows: usize,
) -> std::result::Result<Batch, Failure> {
    blocks.sort_by_key(|(block, _)| *block);
    let mut whole = Batch::default();
    whole.lengths.reserve_exact(rows);
    whole.full_lengths.reserve_exact(rows);
    for (_, block) in blocks {
        let block = block?;
        whole.ids.extend(block.ids);
        whole.type_ids.extend(block.type_ids);
        whole.lengths.extend(block.lengths);
        whole.full_lengths.extend(block.full_lengths);
    }
    Ok(whole)
}

fn checked(bytes: &[u8]) -> std::result::Result<&str, Failure> {
    if bytes.len() > MAX_TEXT {
        return Err(Failure::new(Code::LongText, "").number(bytes.len() as i64));
    }
    std::str::from_utf8(bytes)
        .map_err(|e| Failure::new(Code::BadUtf8, "").number(e.valid_up_to() as i64))
}
