//! Panics of the interpreter: kept off the host's standard error and told in the outcome instead.

use std::cell::{Cell, RefCell};
use std::panic;
use std::sync::Once;

/// The longest panic message that is kept, in characters.
const MAX_MESSAGE: usize = 500;

thread_local! {
    static IS_WORKER: Cell<bool> = const { Cell::new(false) };
    static LAST: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Marks this thread as a worker: from now on the panics on it are kept for [`take`] and printed by nobody.
///
/// The hook is the process's, so it is put in once and passes on what happens on other threads.
pub(crate) fn silence() {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let previous = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            if !IS_WORKER.try_with(Cell::get).unwrap_or_default() {
                return previous(info);
            }
            let text = describe(info);
            let _ = LAST.try_with(|last| last.try_borrow_mut().map(|mut last| *last = Some(text)));
        }));
    });
    IS_WORKER.set(true);
}

/// What the last panic on this thread said, and where.
pub(crate) fn take() -> String {
    let last = LAST.with(RefCell::take);
    last.unwrap_or_else(|| String::from("a panic without a message"))
}

fn describe(info: &panic::PanicHookInfo<'_>) -> String {
    let message = info.payload_as_str().unwrap_or("a panic without a message");
    let message: String = message.chars().take(MAX_MESSAGE).collect();
    match info.location() {
        Some(at) => format!("{message}, at {}:{}:{}", in_crate(at.file()), at.line(), at.column()),
        None => message,
    }
}

/// A source path without the folders of the machine that built it.
fn in_crate(path: &str) -> &str {
    let Some(source) = path.rfind("/src/") else { return path };
    path[..source].rfind('/').map_or(path, |before| &path[before + 1..])
}

/// The name of the input by which a test asks for a panic in the interpreter.
#[cfg(test)]
pub(super) const REQUEST: &str = "panic_please";

/// Panics below a native function that guest code called, if the test's run has the input for it.
#[cfg(test)]
pub(super) fn on_request(job: &super::Job, vm: &rustpython_vm::VirtualMachine) {
    if job.inputs.iter().any(|(name, _)| name == REQUEST) {
        let crash = vm.new_function("crash", |_: rustpython_vm::function::FuncArgs| -> () { panic!("on request") });
        let _ = vm.builtins.dict().set_item("crash", crash.into(), vm);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Engine, Outcome, Status};

    fn crash(engine: &Engine, source: &str) -> Outcome {
        engine.prepare(source).input(REQUEST, true).run().unwrap()
    }

    #[test]
    fn a_panic_ends_the_run_and_the_engine_goes_on() {
        let engine = Engine::builder().isolation(crate::Isolation::Native).workers(1).build().unwrap();
        for _ in 0..3 {
            let outcome = crash(
                &engine,
                "import sys\nprint('before')\nprint('e', file=sys.stderr)\ntry:\n    crash()\nfinally:\n    print('after')",
            );
            assert_eq!(outcome.status, Status::Crashed);
            assert_eq!((outcome.stdout.as_str(), outcome.stderr.as_str()), ("before\n", "e\n"));
            assert!(outcome.error.is_none() && outcome.limit.is_none());
            let told = outcome.warnings.last().unwrap();
            assert!(told.starts_with("the interpreter crashed: on request, at src/native/crash.rs:"), "{told}");
            assert!(outcome.usage.fuel > 0);
            assert_eq!(engine.run("2 + 2").unwrap().repr, "4");
        }
    }

    #[test]
    fn denials_before_a_panic_are_kept() {
        let engine = Engine::builder().isolation(crate::Isolation::Native).workers(1).build().unwrap();
        let outcome = crash(&engine, "try:\n    import socket\nexcept ImportError as e:\n    kept = e\ncrash()");
        assert_eq!(outcome.status, Status::Crashed);
        assert_eq!(outcome.denials[0].name, "socket");
    }

    #[test]
    fn a_panic_in_a_finalizer_after_the_run_costs_the_worker_alone() {
        let engine = Engine::builder().isolation(crate::Isolation::Native).workers(1).build().unwrap();
        let source = "class C:\n    def __del__(self): crash()\nc = C(); c.me = c\n1";
        let outcome = crash(&engine, source);
        assert!(matches!(outcome.status, Status::Ok | Status::Crashed), "{outcome:?}");
        for _ in 0..3 {
            assert_eq!(engine.run("2 + 2").unwrap().repr, "4");
        }
    }

    #[test]
    fn paths_lose_the_build_machine() {
        assert_eq!(in_crate("/home/x/cargo/vm-0.6.0/src/vm/mod.rs"), "vm-0.6.0/src/vm/mod.rs");
        assert_eq!(in_crate("src/native/crash.rs"), "src/native/crash.rs");
    }
}
