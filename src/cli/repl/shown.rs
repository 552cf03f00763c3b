//! Shows what a run writes while it goes on.

use std::io::{self, Write as _};
use std::sync::Arc;
use std::thread;

use parking_lot::{Condvar, Mutex};

use crate::link::Texts;
use crate::{Cancel, Outcome, Stream};

/// What was shown of a run by its end.
#[derive(Debug, Default)]
pub(crate) struct Shown {
    out: usize,
    err: usize,
    /// Whether the last line of it has not ended.
    is_open: bool,
    /// Why standard output took no more.
    failed: Option<io::Error>,
}

/// Texts on their way from a run to a terminal. The run never waits for that, and writes no more than its limit on output.
#[derive(Debug, Default)]
struct Queue {
    waiting: Mutex<Waiting>,
    changed: Condvar,
}

#[derive(Debug, Default)]
struct Waiting {
    texts: Texts<{ usize::MAX }>,
    /// Whether the run has ended.
    ended: bool,
}

/// Carries out a run that is given a listener, and shows what that hears, in its order. Where standard output takes no more,
/// the run is cancelled.
pub(super) fn showing<T>(
    cancel: &Cancel,
    run: impl FnOnce(Box<dyn Fn(Stream, &str) + Send + Sync>) -> T,
) -> (T, Shown) {
    let queue = Arc::new(Queue::default());
    let ear = queue.clone();
    thread::scope(|scope| {
        let shown = scope.spawn(|| queue.show(cancel));
        // Also where the run panics: the thread must end.
        let end = End(&queue);
        let done = run(Box::new(move |stream, text| ear.add(stream, text)));
        drop(end);
        (done, shown.join().unwrap_or_default())
    })
}

/// Ends a queue.
struct End<'q>(&'q Queue);

impl Drop for End<'_> {
    fn drop(&mut self) {
        self.0.waiting.lock().ended = true;
        self.0.changed.notify_one();
    }
}

impl Queue {
    fn add(&self, stream: Stream, text: &str) {
        self.waiting.lock().texts.add(stream, text);
        self.changed.notify_one();
    }

    /// Shows what comes until the end.
    fn show(&self, cancel: &Cancel) -> Shown {
        let mut shown = Shown::default();
        loop {
            let mut waiting = self.waiting.lock();
            self.changed.wait_while(&mut waiting, |waiting| waiting.texts.is_empty() && !waiting.ended);
            let texts = waiting.texts.take();
            drop(waiting);
            if texts.is_empty() {
                return shown;
            }
            for (stream, text) in &texts {
                if shown.failed.is_none() {
                    shown.write(*stream, text);
                }
            }
            if shown.failed.is_some() {
                cancel.cancel();
            }
        }
    }
}

impl Shown {
    fn write(&mut self, stream: Stream, text: &str) {
        if text.is_empty() {
            return;
        }
        match stream {
            Stream::Stdout => {
                self.out += text.len();
                let mut out = io::stdout().lock();
                self.failed = out.write_all(text.as_bytes()).and_then(|()| out.flush()).err();
            }
            Stream::Stderr => {
                self.err += text.len();
                // Nobody is left to tell where standard error is closed.
                let _ = io::stderr().write_all(text.as_bytes());
            }
        }
        self.is_open = !text.ends_with('\n');
    }

    /// Shows what the outcome has and nobody heard: a worker that was given up may have been about to say it. Gives whether the
    /// last line has not ended; the error is standard output's.
    pub(crate) fn finish(mut self, outcome: &Outcome) -> io::Result<bool> {
        if self.failed.is_none() {
            self.write(Stream::Stdout, outcome.stdout.get(self.out..).unwrap_or_default());
            self.write(Stream::Stderr, outcome.stderr.get(self.err..).unwrap_or_default());
        }
        self.failed.map_or(Ok(self.is_open), Err)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_keep_their_order() {
        let queue = Queue::default();
        for (stream, text) in
            [(Stream::Stdout, "a"), (Stream::Stdout, "b"), (Stream::Stderr, "c"), (Stream::Stdout, "d")]
        {
            queue.add(stream, text);
        }
        let wanted = [(Stream::Stdout, "ab"), (Stream::Stderr, "c"), (Stream::Stdout, "d")];
        assert_eq!(queue.waiting.lock().texts.take(), wanted.map(|(stream, text)| (stream, text.to_owned())));
    }

    #[test]
    fn a_panic_ends_it_too() {
        let panics = std::panic::catch_unwind(|| showing(&Cancel::new(), |_| panic!("on purpose")));
        assert!(panics.is_err());
    }
}
