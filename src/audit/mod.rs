//! The audit log: a line for each run, each sealed with the hash of the line before.

mod entry;
mod log;
mod verify;

pub(crate) use entry::Entry;
pub(crate) use log::Log;
pub(crate) use verify::{Verdict, verify};

use crate::hex::sha256 as hash;

/// What stands for the hash before the first line.
const START: &str = "0000000000000000000000000000000000000000000000000000000000000000";

/// The longest line that is read; the writer's are shorter.
const MAX_LINE: u64 = 32 << 20;

/// A line's parts: what its hash is of, and the hash.
fn parts(line: &str) -> Option<(&str, &str)> {
    let (body, seal) = line.rsplit_once(",\"hash\":\"")?;
    Some((body, seal.strip_suffix("\"}").filter(|seal| seal.len() == START.len())?))
}
