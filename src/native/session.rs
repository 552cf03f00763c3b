//! What a session keeps of an interpreter from one run to the next.

use std::cell::RefCell;

use rustpython_vm::builtins::PyDictRef;
use rustpython_vm::scope::Scope;

use super::Job;

/// Text of earlier runs that tracebacks can quote, in bytes.
const KEPT_TEXT: usize = 1 << 20;

struct Session {
    globals: PyDictRef,
    /// The files of the runs so far and their texts, the last one last.
    sources: Vec<(String, String)>,
}

thread_local! {
    static SESSION: RefCell<Option<Session>> = const { RefCell::new(None) };
}

/// Whether a run of a session has gone before on this interpreter.
pub(crate) fn is_open() -> bool {
    SESSION.with_borrow(Option::is_some)
}

/// The names of the session.
pub(crate) fn scope() -> Option<Scope> {
    SESSION.with_borrow(|session| session.as_ref().map(|session| Scope::new(None, session.globals.clone())))
}

/// Keeps the names of a run that begins, and its text.
pub(crate) fn keep(globals: &PyDictRef, job: &Job) {
    SESSION.with_borrow_mut(|session| {
        let session = session.get_or_insert_with(|| Session { globals: globals.clone(), sources: Vec::new() });
        session.sources.push((job.file.clone(), job.source.clone()));
        let mut text: usize = session.sources.iter().map(|(_, text)| text.len()).sum();
        while text > KEPT_TEXT {
            text -= session.sources.remove(0).1.len();
        }
    });
}

/// Calls `act` with the texts so far.
pub(crate) fn with_sources<R>(act: impl FnOnce(&[(String, String)]) -> R) -> R {
    // A copy: what describes an exception calls guest code.
    let sources = SESSION.with_borrow(|session| session.as_ref().map(|session| session.sources.clone()));
    act(&sources.unwrap_or_default())
}

/// Ends the session of this thread's interpreter; gives the names, for the interpreter to take apart.
#[cfg(not(target_family = "wasm"))]
pub(crate) fn close() -> Option<PyDictRef> {
    SESSION.take().map(|session| session.globals)
}
