//! Charges every step of a native iterator, so that no native loop over one is endless.

use std::sync::{OnceLock, PoisonError, RwLock};

use rustpython_vm::protocol::PyIterReturn;
use rustpython_vm::{PyObject, PyResult, VirtualMachine};

use super::types::Types;
use crate::native::budget;

type IterNext = fn(&PyObject, &VirtualMachine) -> PyResult<PyIterReturn>;

/// Iterators whose every step resumes a Python frame, which the meter counts by itself.
const COUNTED_BY_EVENTS: &[&str] = &["generator", "coroutine", "coroutine_wrapper", "async_generator"];

/// Iterators whose step is over at once and asks no other: behind the wall, where a step is counted by itself, they need no
/// wrapper.
const OVER_AT_ONCE: &[&str] = &[
    "bytes_iterator",
    "dict_itemiterator",
    "dict_keyiterator",
    "dict_valueiterator",
    "list_iterator",
    "range_iterator",
    "set_iterator",
    "str_iterator",
    "tuple_iterator",
];

/// One wrapper a slot function: a slot is a plain function and cannot remember what it stands in front of.
const ROOM: usize = 96;
static ORIGINALS: [OnceLock<IterNext>; ROOM] = [const { OnceLock::new() }; ROOM];
static TAKEN: RwLock<usize> = RwLock::new(0);

fn step<const N: usize>(zelf: &PyObject, vm: &VirtualMachine) -> PyResult<PyIterReturn> {
    budget::steps(1, vm)?;
    match ORIGINALS[N].get() {
        // Iterators of iterators nest as deep as memory allows.
        Some(original) => vm.with_recursion("in an iterator", || original(zelf, vm)),
        None => Ok(PyIterReturn::StopIteration(None)),
    }
}

macro_rules! wrappers {
    ($($tens:literal)*) => {
        [$(
            step::<{ $tens }>, step::<{ $tens + 1 }>, step::<{ $tens + 2 }>, step::<{ $tens + 3 }>,
            step::<{ $tens + 4 }>, step::<{ $tens + 5 }>, step::<{ $tens + 6 }>, step::<{ $tens + 7 }>,
        )*]
    };
}
static WRAPPERS: [IterNext; ROOM] = wrappers!(0 8 16 24 32 40 48 56 64 72 80 88);

/// Replaces the step of every native iterator type.
pub(super) fn install(types: &Types) {
    for (name, class) in types {
        let bare = COUNTED_BY_EVENTS.contains(&name.as_str())
            || cfg!(target_family = "wasm") && OVER_AT_ONCE.contains(&name.as_str());
        if bare {
            continue;
        }
        if let Some(original) = class.slots.iternext.load() {
            class.slots.iternext.store(Some(wrapper(original)));
        }
    }
}

fn wrapper(original: IterNext) -> IterNext {
    let same = |other: &IterNext| std::ptr::fn_addr_eq(*other, original);
    if WRAPPERS.iter().any(same) {
        return original;
    }
    let mut taken = TAKEN.write().unwrap_or_else(PoisonError::into_inner);
    for n in 0..*taken {
        if ORIGINALS[n].get().is_some_and(same) {
            return WRAPPERS[n];
        }
    }
    let n = *taken;
    assert!(n < ROOM, "there is room for every native iterator type");
    let _ = ORIGINALS[n].set(original);
    *taken += 1;
    WRAPPERS[n]
}
