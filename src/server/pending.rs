//! What a run has written, for a task that waits for it.

use std::collections::VecDeque;

use parking_lot::Mutex;
use tokio::sync::Notify;

use crate::link::{Stream, Texts};

/// Texts that stand apart.
const MOST: usize = 64;

/// Texts on their way from a run to a reader. A run writes within its limit on output, so a reader who takes nothing costs no
/// more than that, and the run never waits for one.
#[derive(Debug, Default)]
pub(crate) struct Pending {
    texts: Mutex<Texts<MOST>>,
    more: Notify,
}

impl Pending {
    pub(crate) fn add(&self, stream: Stream, text: &str) {
        self.texts.lock().add(stream, text);
        self.more.notify_one();
    }

    /// What there is.
    pub(crate) fn take(&self) -> VecDeque<(Stream, String)> {
        self.texts.lock().take()
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
