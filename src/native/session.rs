//! What a session keeps of an interpreter from one run to the next.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;

use rustpython_vm::builtins::PyDictRef;
use rustpython_vm::scope::Scope;

use super::Job;

/// What earlier runs that tracebacks can quote may take, in bytes.
const KEPT: usize = 1 << 20;

/// What each is taken for beside its bytes, so that empty runs are bounded too.
const EACH: usize = 64;

struct Session {
    globals: PyDictRef,
    /// The files of the runs so far and their texts, the last one last. Shared with who describes an exception.
    sources: Rc<VecDeque<(String, String)>>,
    /// Bytes that they take.
    taken: usize,
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
        let session =
            session.get_or_insert_with(|| Session { globals: globals.clone(), sources: Rc::default(), taken: 0 });
        let source = (job.file.clone(), job.source.clone());
        let sources = Rc::make_mut(&mut session.sources);
        session.taken += size(&source);
        sources.push_back(source);
        while session.taken > KEPT {
            let Some(oldest) = sources.pop_front() else { break };
            session.taken -= size(&oldest);
        }
    });
}

fn size(source: &(String, String)) -> usize {
    EACH + source.0.len() + source.1.len()
}

/// Calls `act` with the texts so far.
pub(crate) fn with_sources<R>(act: impl FnOnce(&VecDeque<(String, String)>) -> R) -> R {
    // What describes an exception calls guest code, which may run in the session.
    let sources = SESSION.with_borrow(|session| session.as_ref().map(|session| session.sources.clone()));
    act(&sources.unwrap_or_default())
}

/// Ends the session of this thread's interpreter; gives the names, for the interpreter to take apart.
#[cfg(not(target_family = "wasm"))]
pub(crate) fn close() -> Option<PyDictRef> {
    SESSION.take().map(|session| session.globals)
}
