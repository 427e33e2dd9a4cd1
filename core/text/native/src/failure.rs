// SPDX-License-Identifier: GPL-3.0-or-later
//! What goes wrong, as the C interface tells it, and the wall that no panic passes.

use std::any::Any;
use std::panic::{catch_unwind, set_hook, AssertUnwindSafe};
use std::sync::Once;

/// Values of `lt_code`.
#[derive(Clone, Copy)]
#[repr(i32)]
pub enum Code {
    Failed = 1,
    BadFile,
    DuplicateId,
    WrongId,
    LargeId,
    MissingToken,
    BadUtf8,
    LongText,
    BadRow,
    ShortLimit,
}

pub struct Failure {
    pub code: Code,
    pub text: String,
    pub row: i64,
    pub number: i64,
}

impl Failure {
    pub fn new(code: Code, text: impl ToString) -> Self {
        Failure {
            code,
            text: text.to_string(),
            row: -1,
            number: 0,
        }
    }

    pub fn number(mut self, number: i64) -> Self {
        self.number = number;
        self
    }

    pub fn row(mut self, row: usize) -> Self {
        self.row = row as i64;
        self
    }
}

fn words(panic: Box<dyn Any + Send>) -> String {
    if let Some(text) = panic.downcast_ref::<&str>() {
        return text.to_string();
    }
    match panic.downcast::<String>() {
        Ok(text) => *text,
        Err(_) => "no reason given".to_string(),
    }
}

/// Runs `work`; a panic in it comes back as a failure with `code`.
pub fn contained<T>(code: Code, work: impl FnOnce() -> Result<T, Failure>) -> Result<T, Failure> {
    static SILENCE: Once = Once::new();
    // The panic's text is handed back; the default hook would print it to stderr as well.
    SILENCE.call_once(|| set_hook(Box::new(|_| {})));
    catch_unwind(AssertUnwindSafe(work))
        .unwrap_or_else(|panic| Err(Failure::new(code, words(panic))))
}
