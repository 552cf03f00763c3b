//! What an interpreter keeps of files: the tree and what is open in it.

use std::cell::RefCell;
use std::rc::Rc;

use rustpython_vm::VirtualMachine;

use super::descriptors::Descriptors;
use super::tree::Tree;
use crate::native::clock;
use crate::native::modules::own;

/// The files of an interpreter. They are made at the first touch: most runs have none.
#[derive(Debug, Default)]
pub(super) struct Files(pub(super) RefCell<Option<State>>);

#[derive(Debug)]
pub(super) struct State {
    pub(super) tree: Tree,
    pub(super) open: Descriptors,
    /// Permission bits that new files and folders do not get.
    pub(super) umask: u32,
}

impl State {
    fn new(now: i64) -> State {
        State { tree: Tree::new(now), open: Descriptors::default(), umask: 0o022 }
    }
}

/// The files of the interpreter that runs.
pub(super) fn of(vm: &VirtualMachine) -> Rc<Files> {
    own::of::<Files>(vm)
}

/// Nanoseconds since 1970, by the clock that policy sets.
pub(super) fn now() -> i64 {
    i64::try_from(clock::wall()).unwrap_or(i64::MAX)
}

/// Acts on the files, at a time; nothing in there runs guest code.
pub(super) fn with<R>(vm: &VirtualMachine, act: impl FnOnce(&mut State, i64) -> R) -> R {
    let now = now();
    let files = of(vm);
    let mut state = files.0.borrow_mut();
    act(state.get_or_insert_with(|| State::new(now)), now)
}

/// The same, where there are files yet.
pub(super) fn with_known<R>(vm: &VirtualMachine, act: impl FnOnce(&mut State) -> R) -> Option<R> {
    of(vm).0.borrow_mut().as_mut().map(act)
}

/// Gives up what the work before the snapshot made.
#[cfg(target_family = "wasm")]
pub(crate) fn forget(vm: &VirtualMachine) {
    of(vm).0.take();
}
