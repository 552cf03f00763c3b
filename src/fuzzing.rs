//! Doors into the engine for the fuzz targets in `fuzz/`; no part of what the library promises.

use crate::job::Job;
use crate::limits::Limits;
use crate::outcome::{Denial, Isolation, Outcome, Truncated, Usage};
use crate::value::Value;
use crate::wire::{self, Answer, Malformed, Wire};

/// The messages that cross the wall.
#[derive(Clone, Copy, Debug)]
pub enum Message {
    /// From the host, what to run.
    Job,
    /// From the guest, how a run ended.
    Answer,
    /// From the guest, what was refused.
    Denial,
    /// A part of both.
    Value,
}

/// Reads a message and writes it again.
///
/// # Errors
/// What is wrong with the bytes.
pub fn again(message: Message, bytes: &[u8]) -> Result<Vec<u8>, String> {
    fn through<T: Wire>(bytes: &[u8]) -> Result<Vec<u8>, Malformed> {
        wire::decode::<T>(bytes).map(|read| wire::encode(&read))
    }
    let written = match message {
        Message::Job => through::<Job>(bytes),
        Message::Answer => through::<Answer>(bytes),
        Message::Denial => through::<Denial>(bytes),
        Message::Value => through::<Value>(bytes),
    };
    written.map_err(|malformed| malformed.to_string())
}

/// What a caller gets of the answer that a guest says lies in its memory.
///
/// # Errors
/// What the guest got wrong.
pub fn outcome(memory: &[u8], told: u64, limits: &Limits) -> Result<Outcome, String> {
    let answer = crate::wasm::answer::read(memory, told, limits)?;
    Ok(Outcome {
        id: String::new(),
        status: answer.status,
        value: answer.value,
        repr: answer.repr,
        stdout: String::new(),
        stderr: String::new(),
        error: answer.error,
        limit: answer.limit,
        denials: Vec::new(),
        warnings: answer.warnings,
        files: Vec::new(),
        tool_calls: Vec::new(),
        truncated: Truncated { value: answer.value_cut, ..Truncated::default() },
        usage: Usage { memory_peak_bytes: answer.memory_peak, ..Usage::default() },
        isolation: Isolation::Wasm,
    })
}

/// What is packed in a snapshot of this build's guest; none where there is no guest, or this is no snapshot of it.
#[must_use]
pub fn unsealed(snapshot: &[u8]) -> Option<Vec<u8>> {
    crate::wasm::unsealed(snapshot)
}

/// A snapshot whose head and checksum are right, whatever is packed in it; none where there is no guest.
#[must_use]
pub fn sealed(body: &[u8]) -> Option<Vec<u8>> {
    crate::wasm::sealed(body)
}
