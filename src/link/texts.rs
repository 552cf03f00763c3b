//! What a run has written and its reader has not taken yet.

use std::collections::VecDeque;

use super::Stream;

/// Texts in the order in which they were written. Beyond `MOST` that stand apart, one is added to the last of its stream.
#[derive(Debug, Default)]
pub(crate) struct Texts<const MOST: usize>(VecDeque<(Stream, String)>);

impl<const MOST: usize> Texts<MOST> {
    pub(crate) fn add(&mut self, stream: Stream, text: &str) {
        let crowded = self.0.len() >= MOST;
        let last = self.0.iter_mut().rev().take(if crowded { 2 } else { 1 }).find(|(of, _)| *of == stream);
        match last {
            Some((_, last)) => last.push_str(text),
            None => self.0.push_back((stream, text.to_owned())),
        }
    }

    /// What there is.
    pub(crate) fn take(&mut self) -> VecDeque<(Stream, String)> {
        std::mem::take(&mut self.0)
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
