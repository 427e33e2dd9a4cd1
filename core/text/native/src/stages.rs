// SPDX-License-Identifier: GPL-3.0-or-later
//! Normalizers and pre-tokenizers as a flat list of stages.
//!
//! The library ends a regular expression that exceeds its backtracking limit in silence, which
//! gives other tokens than the file asks for. Regular expressions are therefore run here, where the
//! error is seen; every other stage is the library's own.

use fancy_regex::Regex;
use serde::de::DeserializeOwned;
use serde::Serialize;
use serde_json::Value;
use std::sync::OnceLock;
use tokenizers::tokenizer::pattern::Invert;
use tokenizers::{
    NormalizedString, Normalizer, NormalizerWrapper, PreTokenizedString, PreTokenizer,
    PreTokenizerWrapper, Result, SplitDelimiterBehavior,
};

/// A normalizer that makes a text this many times longer would exhaust the memory.
const MAX_GROWTH: usize = 32;

pub enum NormalizerStage {
    Library(NormalizerWrapper),
    Replace { pattern: Regex, content: String },
}

pub enum SplitStage {
    Library(PreTokenizerWrapper),
    Split {
        pattern: Regex,
        behavior: SplitDelimiterBehavior,
        invert: bool,
    },
}

/// The parts of a `Sequence`, or the value itself.
fn flat(value: Value, list: &str, into: &mut Vec<Value>) {
    match value {
        Value::Null => (),
        Value::Object(mut map) if map.get("type") == Some(&Value::from("Sequence")) => {
            if let Some(Value::Array(parts)) = map.remove(list) {
                parts.into_iter().for_each(|part| flat(part, list, into));
            }
        }
        other => into.push(other),
    }
}

fn parts(whole: Option<&impl Serialize>, list: &str) -> Result<Vec<Value>> {
    let mut found = vec![];
    flat(serde_json::to_value(whole)?, list, &mut found);
    Ok(found)
}

fn regex(part: &Value, kind: &str) -> Result<Option<Regex>> {
    match part["pattern"]["Regex"].as_str() {
        Some(pattern) if part["type"] == kind => Ok(Some(Regex::new(pattern)?)),
        _ => Ok(None),
    }
}

fn field<T: DeserializeOwned>(part: &Value, name: &str) -> Result<T> {
    Ok(serde_json::from_value(part[name].clone())?)
}

pub fn normalizer_stages(whole: Option<&NormalizerWrapper>) -> Result<Vec<NormalizerStage>> {
    let stage = |part: Value| match regex(&part, "Replace")? {
        Some(pattern) => Ok(NormalizerStage::Replace {
            pattern,
            content: field(&part, "content")?,
        }),
        None => Ok(NormalizerStage::Library(serde_json::from_value(part)?)),
    };
    parts(whole, "normalizers")?
        .into_iter()
        .map(stage)
        .collect()
}

pub fn split_stages(whole: Option<&PreTokenizerWrapper>) -> Result<Vec<SplitStage>> {
    let stage = |part: Value| match regex(&part, "Split")? {
        Some(pattern) => Ok(SplitStage::Split {
            pattern,
            behavior: field(&part, "behavior")?,
            invert: field(&part, "invert")?,
        }),
        None => Ok(SplitStage::Library(serde_json::from_value(part)?)),
    };
    parts(whole, "pretokenizers")?
        .into_iter()
        .map(stage)
        .collect()
}

impl SplitStage {
    pub fn run(&self, text: &mut PreTokenizedString) -> Result<()> {
        match self {
            SplitStage::Library(stage) => stage.pre_tokenize(text),
            SplitStage::Split {
                pattern,
                behavior,
                invert: false,
            } => text.split(|_, part| part.split(pattern, *behavior)),
            SplitStage::Split {
                pattern,
                behavior,
                invert: true,
            } => text.split(|_, part| part.split(Invert(pattern), *behavior)),
        }
    }
}

/// Runs the normalizer's stages and keeps the first error, which the library would drop.
pub struct Recorder<'a> {
    stages: &'a [NormalizerStage],
    error: OnceLock<String>,
}

impl<'a> Recorder<'a> {
    pub fn new(stages: &'a [NormalizerStage]) -> Self {
        Recorder {
            stages,
            error: OnceLock::new(),
        }
    }

    pub fn result(self) -> Result<()> {
        self.error
            .into_inner()
            .map_or(Ok(()), |text| Err(text.into()))
    }
}

impl Normalizer for Recorder<'_> {
    fn normalize(&self, text: &mut NormalizedString) -> Result<()> {
        let limit = 1024 + MAX_GROWTH * text.len();
        for stage in self.stages {
            let done = match stage {
                NormalizerStage::Library(stage) => stage.normalize(text),
                NormalizerStage::Replace { pattern, content } => text.replace(pattern, content),
            };
            if let Err(error) = done {
                self.error.get_or_init(|| error.to_string());
            }
            if text.len() > limit {
                self.error.get_or_init(|| {
                    format!("the normalizer makes it over {MAX_GROWTH} times longer")
                });
            }
            if self.error.get().is_some() {
                break;
            }
        }
        Ok(())
    }
}
