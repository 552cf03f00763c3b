//! Runs the Python of a Markdown document and writes each result below its block.

mod blocks;
mod write;

use crate::error::{Error, ErrorKind};
use crate::format;
use crate::outcome::Outcome;
use crate::session::Session;

/// The largest document that is read, in bytes.
pub const MAX_DOCUMENT: usize = 16 << 20;

/// A document with the results of its code.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Refreshed {
    /// The document, each result below its block.
    pub text: String,
    /// What became of each block that was run, in order.
    pub runs: Vec<BlockRun>,
}

/// A block that was run.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct BlockRun {
    /// The line of the block's fence, counted from 1.
    pub line: usize,
    /// What happened.
    pub outcome: Outcome,
}

/// Runs the fenced blocks of a CommonMark text whose language is `python`, `py` or `python3`, in order, in a session, and gives the
/// text with each result in a fenced block of its own below. Results of an earlier run, which are the blocks marked
/// `text taipan` right below such a block, are replaced. Everything else stays as it is, byte for byte. A block that fails does
/// not keep the next from running. Files that a block makes stay in the session and are in its outcome; the text does not
/// name them.
///
/// # Errors
/// As [`Session::run`], such as where the session has used up its totals; and
/// [`InvalidInput`](crate::ErrorKind::InvalidInput) for a text of more than [`MAX_DOCUMENT`] bytes.
///
/// ```
/// # fn main() -> Result<(), taipan::Error> {
/// let session = taipan::Engine::builder().build()?.session()?;
/// let text = "```python\nx = 6\n```\n\n```python\nx * 7\n```\n";
/// let refreshed = taipan::document::refresh(text, &session)?;
/// assert_eq!(refreshed.text, "```python\nx = 6\n```\n\n```python\nx * 7\n```\n```text taipan\n42\n```\n");
/// # Ok(()) }
/// ```
pub fn refresh(text: &str, session: &Session) -> Result<Refreshed, Error> {
    refresh_by(text, &mut |code| session.run(code))
}

/// [`refresh`], with each block run by the caller.
pub(crate) fn refresh_by(text: &str, run: &mut dyn FnMut(&str) -> Result<Outcome, Error>) -> Result<Refreshed, Error> {
    if text.len() > MAX_DOCUMENT {
        return Err(Error::new(ErrorKind::InvalidInput, "the document is larger than 16 MiB"));
    }
    let blocks = blocks::python(text);
    let mut runs = Vec::with_capacity(blocks.len());
    let mut results = Vec::with_capacity(blocks.len());
    for block in &blocks {
        let outcome = run(&block.code)?;
        results.push(format::cell(&outcome));
        runs.push(BlockRun { line: line_of(text, block.start), outcome });
    }
    Ok(Refreshed { text: write::write(text, &blocks, &results), runs })
}

fn line_of(text: &str, byte: usize) -> usize {
    text[..byte].matches('\n').count() + 1
}
