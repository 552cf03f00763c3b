//! What a run and its caller have of each other while it goes on.

#[cfg(feature = "cli")]
mod texts;

use std::fmt;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use crate::cancel::Cancel;
#[cfg(feature = "cli")]
pub(crate) use texts::Texts;

/// A standard stream that a run writes to.
///
/// ```
/// assert_eq!(taipan::Stream::Stderr.to_string(), "stderr");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Stream {
    /// Standard output.
    Stdout,
    /// Standard error.
    Stderr,
}

impl fmt::Display for Stream {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Stream::Stdout => "stdout",
            Stream::Stderr => "stderr",
        })
    }
}

type Function = Arc<dyn Fn(Stream, &str) + Send + Sync>;

/// Who hears what a run writes as it is written, if anybody does.
#[derive(Clone, Default)]
pub(crate) struct Listener(Option<Function>);

impl fmt::Debug for Listener {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Listener").field(&self.0.is_some()).finish()
    }
}

impl Listener {
    pub(crate) fn new(function: impl Fn(Stream, &str) + Send + Sync + 'static) -> Listener {
        Listener(Some(Arc::new(function)))
    }

    /// Tells of a text, if there is one. A panic is the listener's own affair.
    pub(crate) fn hear(&self, stream: Stream, text: &str) {
        if let Some(function) = &self.0
            && !text.is_empty()
        {
            let _ = catch_unwind(AssertUnwindSafe(|| function(stream, text)));
        }
    }
}

/// The handle that ends a run, and who hears it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Link {
    pub(crate) cancel: Option<Cancel>,
    pub(crate) listener: Listener,
}

impl Link {
    /// Whether the run's handle says that it is to end.
    pub(crate) fn is_cancelled(&self) -> bool {
        self.cancel.as_ref().is_some_and(Cancel::is_cancelled)
    }
}

#[cfg(test)]
impl From<Cancel> for Link {
    fn from(cancel: Cancel) -> Link {
        Link { cancel: Some(cancel), ..Link::default() }
    }
}
