//! Prices the operators that copy sequences, and searches with `in`.

use std::sync::OnceLock;

use rustpython_vm::builtins::PyInt;
use rustpython_vm::protocol::{PyNumberBinaryFunc, PySequence};
use rustpython_vm::{AsObject, PyObject, PyResult, VirtualMachine};

use super::guard;
use super::heap::wrap_slot;
use super::prices::{beyond_words, length, weight};
use super::types::Types;
use crate::native::budget;

type Concat = fn(PySequence<'_>, &PyObject, &VirtualMachine) -> PyResult;
type Repeat = fn(PySequence<'_>, isize, &VirtualMachine) -> PyResult;
type Contains = fn(PySequence<'_>, &PyObject, &VirtualMachine) -> PyResult<bool>;

/// Bytes below which a copy costs no more than the event that led to it.
const SMALL: u64 = 4096;

/// What a repetition costs; whether it is worth a guard.
pub(super) fn repeat(object: &PyObject, times: i64, vm: &VirtualMachine) -> PyResult<bool> {
    let Ok(times) = u64::try_from(times) else { return Ok(false) };
    let each = if weight(object, vm) > 0 {
        weight(object, vm)
    } else {
        object.length_opt(vm).map_or(Ok(0), |n| n.map(|n| n as u64))?
    };
    let bytes = each.saturating_mul(times);
    if bytes <= SMALL {
        return Ok(false);
    }
    budget::reserve(bytes, vm)?;
    budget::charge(bytes >> 10, vm).map(|()| true)
}

/// Stops the run if a repetition passes its memory by a number of times that is [`beyond_words`].
pub(super) fn fits(object: &PyObject, times: &PyObject, vm: &VirtualMachine) -> PyResult<()> {
    match beyond_words(times) {
        Some(times) if object.class().slots.as_sequence.repeat.load().is_some() => {
            let items = object.length_opt(vm).map_or(Ok(0), |length| length.map(|length| length as u64))?;
            budget::reserve(items.saturating_mul(times), vm)
        }
        _ => Ok(()),
    }
}

fn concat(a: &PyObject, b: &PyObject, vm: &VirtualMachine) -> PyResult<bool> {
    let types = &vm.ctx.types;
    let is_bytes = a.fast_isinstance(types.bytes_type) || a.fast_isinstance(types.bytearray_type);
    if is_bytes && b.class().slots.as_buffer.load().is_none() {
        // RustPython names what it wanted, and CPython what cannot be done.
        return Err(vm.new_type_error(format!("can't concat {} to {}", b.class().name(), a.class().name())));
    }
    let bytes = weight(a, vm).saturating_add(weight(b, vm));
    if bytes <= SMALL {
        return Ok(false);
    }
    budget::charge(bytes >> 10, vm).map(|()| true)
}

macro_rules! wrap {
    ($class:expr, $slot:ident, $kind:ty, $wrapper:expr) => {{
        const WRAPPER: $kind = $wrapper;
        wrap_slot!($class, [as_sequence.$slot], ORIGINAL, WRAPPER);
    }};
}

/// Puts prices before the copying slots of one type.
macro_rules! copying {
    ($class:expr) => {{
        {
            static ORIGINAL: OnceLock<Repeat> = OnceLock::new();
            wrap!($class, repeat, Repeat, |seq, n, vm| {
                let original = ORIGINAL.get().ok_or_else(|| vm.no_memory_error())?;
                if repeat(seq.obj, n as i64, vm)? {
                    guard::run(vm, || original(seq, n, vm))
                } else {
                    original(seq, n, vm)
                }
            });
        }
        {
            static ORIGINAL: OnceLock<Repeat> = OnceLock::new();
            wrap!($class, inplace_repeat, Repeat, |seq, n, vm| {
                let original = ORIGINAL.get().ok_or_else(|| vm.no_memory_error())?;
                if repeat(seq.obj, n as i64, vm)? {
                    guard::run(vm, || original(seq, n, vm))
                } else {
                    original(seq, n, vm)
                }
            });
        }
        {
            static ORIGINAL: OnceLock<Concat> = OnceLock::new();
            wrap!($class, concat, Concat, |seq, other, vm| {
                let original = ORIGINAL.get().ok_or_else(|| vm.no_memory_error())?;
                if concat(seq.obj, other, vm)? {
                    guard::run(vm, || original(seq, other, vm))
                } else {
                    original(seq, other, vm)
                }
            });
        }
        {
            static ORIGINAL: OnceLock<Concat> = OnceLock::new();
            wrap!($class, inplace_concat, Concat, |seq, other, vm| {
                let original = ORIGINAL.get().ok_or_else(|| vm.no_memory_error())?;
                if concat(seq.obj, other, vm)? {
                    guard::run(vm, || original(seq, other, vm))
                } else {
                    original(seq, other, vm)
                }
            });
        }
    }};
}

/// Puts a price before the search of one type.
macro_rules! searching {
    ($class:expr, $price:expr) => {{
        static ORIGINAL: OnceLock<Contains> = OnceLock::new();
        wrap!($class, contains, Contains, |seq, item, vm| {
            let original = ORIGINAL.get().ok_or_else(|| vm.no_memory_error())?;
            let price: fn(&PyObject, &PyObject, &VirtualMachine) -> PyResult<()> = $price;
            price(seq.obj, item, vm)?;
            original(seq, item, vm)
        });
    }};
}

/// Puts a price before `%` on text.
macro_rules! formatting {
    ($class:expr) => {{
        static ORIGINAL: OnceLock<PyNumberBinaryFunc> = OnceLock::new();
        fn wrapper(a: &PyObject, b: &PyObject, vm: &VirtualMachine) -> PyResult {
            let Some(original) = ORIGINAL.get() else { return Ok(vm.ctx.not_implemented()) };
            budget::charge(weight(a, vm) >> 5, vm)?;
            guard::run(vm, || original(a, b, vm))
        }
        const WRAPPER: PyNumberBinaryFunc = wrapper;
        wrap_slot!($class, [as_number.remainder], ORIGINAL, WRAPPER);
        wrap_slot!($class, [as_number.right_remainder], ORIGINAL, WRAPPER);
    }};
}

/// Puts a price before an operator of sets.
macro_rules! merging {
    ($class:expr, $slot:ident, $right:ident) => {{
        static ORIGINAL: OnceLock<PyNumberBinaryFunc> = OnceLock::new();
        fn wrapper(a: &PyObject, b: &PyObject, vm: &VirtualMachine) -> PyResult {
            let Some(original) = ORIGINAL.get() else { return Ok(vm.ctx.not_implemented()) };
            budget::steps(length(a, vm).unwrap_or(0) + length(b, vm).unwrap_or(0), vm)?;
            guard::run(vm, || original(a, b, vm))
        }
        const WRAPPER: PyNumberBinaryFunc = wrapper;
        wrap_slot!($class, [as_number.$slot], ORIGINAL, WRAPPER);
        wrap_slot!($class, [as_number.$right], ORIGINAL, WRAPPER);
    }};
}

/// Puts the prices before the operators of the sequence types.
pub(super) fn install(vm: &VirtualMachine, types: &Types) {
    let native = &vm.ctx.types;
    copying!(native.str_type);
    copying!(native.bytes_type);
    copying!(native.bytearray_type);
    copying!(native.list_type);
    copying!(native.tuple_type);
    if let Some(class) = types.get("collections.deque") {
        copying!(*class);
    }
    if let Some(class) = types.get("array.array") {
        copying!(*class);
    }
    formatting!(native.str_type);
    formatting!(native.bytes_type);
    formatting!(native.bytearray_type);
    macro_rules! sets {
        ($class:expr) => {
            merging!($class, or, right_or);
            merging!($class, and, right_and);
            merging!($class, subtract, right_subtract);
            merging!($class, xor, right_xor);
        };
    }
    sets!(native.set_type);
    sets!(native.frozenset_type);
    merging!(native.dict_type, or, right_or);
    searching!(native.list_type, |seq, _, vm| budget::steps(length(seq, vm).unwrap_or(0), vm));
    searching!(native.tuple_type, |seq, _, vm| budget::steps(length(seq, vm).unwrap_or(0), vm));
    searching!(native.str_type, |seq, _, vm| budget::charge(weight(seq, vm) >> 10, vm));
    searching!(native.bytes_type, |seq, _, vm| budget::charge(weight(seq, vm) >> 10, vm));
    searching!(native.range_type, search_range);
}

/// Only an `int` is looked up by arithmetic; anything else is compared with each number in turn.
pub(super) fn search_range(range: &PyObject, item: &PyObject, vm: &VirtualMachine) -> PyResult<()> {
    if item.downcastable::<PyInt>() {
        return Ok(());
    }
    // A range longer than the machine counts has no length, and more steps than any run.
    let items = range.length_opt(vm).and_then(Result::ok).map_or(u64::MAX, |items| items as u64);
    budget::steps(items, vm)
}
