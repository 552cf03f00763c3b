//! Charges comparing, hashing and printing containers, which native code does by itself however they nest.

use std::sync::OnceLock;

use rustpython_vm::builtins::PyStr;
use rustpython_vm::common::hash::PyHash;
use rustpython_vm::function::{Either, PyComparisonValue};
use rustpython_vm::types::PyComparisonOp;
use rustpython_vm::{PyObject, PyObjectRef, PyRef, PyResult, VirtualMachine};

use super::heap::wrap_slot;
use super::prices::{length, weight};
use super::types::Types;
use crate::native::budget;

type Compared = PyResult<Either<PyObjectRef, PyComparisonValue>>;
type Compare = fn(&PyObject, &PyObject, PyComparisonOp, &VirtualMachine) -> Compared;
type Hash = fn(&PyObject, &VirtualMachine) -> PyResult<PyHash>;
type Print = fn(&PyObject, &VirtualMachine) -> PyResult<PyRef<PyStr>>;

fn nodes(object: &PyObject, vm: &VirtualMachine) -> u64 {
    length(object, vm).unwrap_or(0) + 1
}

/// Texts of one length are compared along it.
fn text(a: &PyObject, b: &PyObject, vm: &VirtualMachine) -> u64 {
    weight(a, vm).min(weight(b, vm)) >> 7
}

fn containers(a: &PyObject, b: &PyObject, vm: &VirtualMachine) -> u64 {
    nodes(a, vm).min(nodes(b, vm))
}

macro_rules! wrap {
    ($class:expr, $slot:ident, $kind:ty, |$vm:ident, $($arg:ident),+| $price:expr) => {{
        static ORIGINAL: OnceLock<$kind> = OnceLock::new();
        const WRAPPER: $kind = |$($arg),+, $vm| {
            let original = ORIGINAL.get().ok_or_else(|| $vm.no_memory_error())?;
            budget::steps($price, $vm)?;
            original($($arg),+, $vm)
        };
        wrap_slot!($class, [$slot], ORIGINAL, WRAPPER);
    }};
}

/// What printing costs is known by the length of the text: a deep nest copies the inner texts once a level.
macro_rules! print {
    ($class:expr) => {{
        static ORIGINAL: OnceLock<Print> = OnceLock::new();
        const WRAPPER: Print = |object, vm| {
            let original = ORIGINAL.get().ok_or_else(|| vm.no_memory_error())?;
            budget::steps(nodes(object, vm), vm)?;
            let text = original(object, vm)?;
            budget::steps(text.as_bytes().len() as u64 >> 8, vm)?;
            Ok(text)
        };
        wrap_slot!($class, [repr], ORIGINAL, WRAPPER);
    }};
}

macro_rules! container {
    ($class:expr) => {{
        wrap!($class, richcompare, Compare, |vm, a, b, op| containers(a, b, vm));
        wrap!($class, hash, Hash, |vm, a| nodes(a, vm));
        print!($class);
    }};
}

/// Puts the prices before the slots of the containers and of text.
pub(super) fn install(vm: &VirtualMachine, types: &Types) {
    let native = &vm.ctx.types;
    container!(native.tuple_type);
    container!(native.list_type);
    container!(native.dict_type);
    container!(native.set_type);
    container!(native.frozenset_type);
    if let Some(class) = types.get("collections.deque") {
        container!(*class);
    }
    if let Some(class) = types.get("collections.OrderedDict") {
        container!(*class);
    }
    if let Some(class) = types.get("collections.defaultdict") {
        container!(*class);
    }
    // Every comparison of text comes this way, so only long ones are counted.
    wrap!(native.str_type, richcompare, Compare, |vm, a, b, op| text(a, b, vm));
    wrap!(native.bytes_type, richcompare, Compare, |vm, a, b, op| text(a, b, vm));
    wrap!(native.str_type, repr, Print, |vm, a| weight(a, vm) >> 4);
    wrap!(native.bytes_type, repr, Print, |vm, a| weight(a, vm) >> 4);
    if let Some(class) = types.get("types.GenericAlias") {
        container!(*class);
    }
    if let Some(class) = types.get("types.UnionType") {
        container!(*class);
    }
}
