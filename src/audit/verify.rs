//! Reads an audit log and says whether it is whole.

use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;

use serde_json::Value;

use super::{MAX_LINE, START, hash, parts};
use crate::files::plain;

/// What a log turned out to be.
#[derive(Debug, PartialEq)]
pub(crate) enum Verdict {
    /// All lines are as they were written: how many, and the last one's hash.
    Whole { entries: u64, last: String },
    /// A line is not: which, and why.
    Broken { line: u64, why: String },
}

/// Looks at each line of a log, in order. That lines are missing at the end is not seen: compare the last hash with one that was
/// noted elsewhere.
pub(crate) fn verify(path: &Path) -> Result<Verdict, String> {
    let fail = |error: std::io::Error| format!("{}: {}", path.display(), plain(&error));
    let mut lines = BufReader::new(File::open(path).map_err(fail)?);
    let (mut number, mut seq, mut last) = (0_u64, None::<u64>, None::<String>);
    loop {
        let mut line = Vec::new();
        lines.by_ref().take(MAX_LINE).read_until(b'\n', &mut line).map_err(fail)?;
        if line.is_empty() {
            return Ok(Verdict::Whole { entries: number, last: last.unwrap_or_else(|| START.to_owned()) });
        }
        number += 1;
        let broken = |why: &str| Ok(Verdict::Broken { line: number, why: why.to_owned() });
        let Some(line) = line.strip_suffix(b"\n") else {
            return broken("half-written; the process that wrote it was killed, and the next one cuts it off");
        };
        let Ok(line) = std::str::from_utf8(line) else { return broken("not UTF-8 text") };
        let Some((body, seal)) = parts(line) else { return broken("no line of an audit log") };
        if hash(body.as_bytes()) != seal {
            return broken("changed: its hash is another's");
        }
        let entry: Value = serde_json::from_str(line).unwrap_or_default();
        let (Some(this), Some(before)) = (entry["seq"].as_u64(), entry["prev"].as_str()) else {
            return broken("no line of an audit log");
        };
        let follows = match (&last, seq) {
            (Some(last), Some(seq)) => before == last && this == seq + 1,
            // A log that was put aside goes on in the next file.
            _ => (this == 1) == (before == START),
        };
        if !follows {
            return broken("does not follow the line before: lines are missing, added or in another order");
        }
        (seq, last) = (Some(this), Some(seal.to_owned()));
    }
}
