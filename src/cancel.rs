//! A handle that ends runs from another thread.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

/// How long a run that waits for an interpreter goes without a look at its handle.
pub(crate) const LOOK: Duration = Duration::from_millis(2);

/// Ends runs from another thread, with the status [`Cancelled`](crate::Status::Cancelled). Cheap to clone; all clones are one
/// handle, and a handle that was cancelled stays so.
///
/// A run in the `wasm` isolation ends within 10 ms, wherever it is. One in the `native` isolation ends at its next charge, which
/// as a rule comes within a millisecond; where one native operation goes on for half a second, the caller gets its outcome
/// then, another worker takes the place of that one, and the operation goes on to its own end on the thread it has.
/// A run that waits for an interpreter ends within 10 ms, and one that is given a cancelled handle ends before it begins.
///
/// ```
/// # fn main() -> Result<(), taipan::Error> {
/// use std::thread;
/// use std::time::Duration;
///
/// use taipan::{Cancel, Engine, Status};
///
/// let engine = Engine::builder().build()?;
/// let cancel = Cancel::new();
/// let handle = cancel.clone();
/// let stopper = thread::spawn(move || {
///     thread::sleep(Duration::from_millis(20));
///     handle.cancel();
/// });
/// let outcome = engine.prepare("while True: pass").cancel(&cancel).run()?;
/// assert_eq!(outcome.status, Status::Cancelled);
/// # stopper.join().unwrap();
/// # Ok(()) }
/// ```
#[derive(Clone, Debug, Default)]
pub struct Cancel(Arc<AtomicBool>);

impl Cancel {
    /// A handle that nobody has cancelled.
    ///
    /// ```
    /// assert!(!taipan::Cancel::new().is_cancelled());
    /// ```
    #[must_use]
    pub fn new() -> Cancel {
        Cancel::default()
    }

    /// Ends the runs that have this handle, those that begin later included.
    ///
    /// ```
    /// # fn main() -> Result<(), taipan::Error> {
    /// use taipan::{Cancel, Engine, Status};
    ///
    /// let cancel = Cancel::new();
    /// cancel.cancel();
    /// let outcome = Engine::builder().build()?.prepare("print('never')").cancel(&cancel).run()?;
    /// assert_eq!((outcome.status, outcome.stdout.as_str()), (Status::Cancelled, ""));
    /// # Ok(()) }
    /// ```
    pub fn cancel(&self) {
        self.0.store(true, Ordering::Release);
    }

    /// What [`cancel`](Cancel::cancel) sets: for a signal, whose handler can do no more.
    #[cfg(feature = "cli")]
    pub(crate) fn flag(&self) -> Arc<AtomicBool> {
        self.0.clone()
    }

    /// Whether [`cancel`](Cancel::cancel) was called on this handle or a clone of it.
    ///
    /// ```
    /// let cancel = taipan::Cancel::new();
    /// cancel.clone().cancel();
    /// assert!(cancel.is_cancelled());
    /// ```
    #[must_use]
    pub fn is_cancelled(&self) -> bool {
        self.0.load(Ordering::Acquire)
    }
}
