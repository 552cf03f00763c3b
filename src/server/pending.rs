//! What a run has written and its reader has not taken yet.

use std::collections::VecDeque;

use parking_lot::Mutex;
use tokio::sync::Notify;

use crate::link::Stream;

/// Texts that stand apart; beyond so many, a text is added to the last one of its stream.
const MOST: usize = 64;

/// Texts on their way from a run to a reader. A run writes within its limit on output, so a reader who takes nothing costs no
/// more than that, and the run never waits for one.
#[derive(Debug, Default)]
pub(crate) struct Pending {
    texts: Mutex<VecDeque<(Stream, String)>>,
    more: Notify,
}

impl Pending {
    pub(crate) fn add(&self, stream: Stream, text: &str) {
        let mut texts = self.texts.lock();
        let crowded = texts.len() >= MOST;
        let last = texts.iter_mut().rev().take(if crowded { 2 } else { 1 }).find(|(of, _)| *of == stream);
        match last {
            Some((_, last)) => last.push_str(text),
            None => texts.push_back((stream, text.to_owned())),
        }
        drop(texts);
        self.more.notify_one();
    }

    /// What there is.
    pub(crate) fn take(&self) -> VecDeque<(Stream, String)> {
        std::mem::take(&mut self.texts.lock())
    }

    /// Waits until there is something.
    pub(crate) async fn some(&self) {
        while self.texts.lock().is_empty() {
            self.more.notified().await;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_keep_their_order_and_grow_together() {
        let pending = Pending::default();
        for (stream, text) in
            [(Stream::Stdout, "a"), (Stream::Stdout, "b"), (Stream::Stderr, "c"), (Stream::Stdout, "d")]
        {
            pending.add(stream, text);
        }
        let taken: Vec<_> = pending.take().into();
        let wanted = [(Stream::Stdout, "ab"), (Stream::Stderr, "c"), (Stream::Stdout, "d")];
        assert_eq!(taken, wanted.map(|(stream, text)| (stream, text.to_owned())));
        assert!(pending.take().is_empty());
    }

    #[test]
    fn a_reader_who_takes_nothing_has_few_texts() {
        let pending = Pending::default();
        for _ in 0..1000 {
            pending.add(Stream::Stdout, "o");
            pending.add(Stream::Stderr, "e");
        }
        let taken = pending.take();
        assert_eq!(taken.len(), MOST);
        let of =
            |wanted| taken.iter().filter(|(stream, _)| *stream == wanted).map(|(_, text)| text.len()).sum::<usize>();
        assert_eq!((of(Stream::Stdout), of(Stream::Stderr)), (1000, 1000));
    }
}
