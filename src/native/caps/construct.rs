//! Prices calls of native types that do more work than their arguments' iterators are charged for.

use std::sync::OnceLock;

use rustpython_vm::builtins::PyTypeRef;
use rustpython_vm::function::FuncArgs;
use rustpython_vm::{PyObject, PyResult, VirtualMachine};

use super::guard::{self, Price};
use super::heap::wrap_slot;
use super::prices;
use super::types::Types;

type New = fn(PyTypeRef, FuncArgs, &VirtualMachine) -> PyResult;
type Init = fn(&PyObject, FuncArgs, &VirtualMachine) -> PyResult<()>;

macro_rules! new {
    ($class:expr, $price:expr) => {{
        static ORIGINAL: OnceLock<New> = OnceLock::new();
        const WRAPPER: New = |class, args, vm| {
            let original = ORIGINAL.get().ok_or_else(|| vm.no_memory_error())?;
            let price: Price = $price;
            price(&args, vm)?;
            guard::run(vm, || original(class, args, vm))
        };
        wrap_slot!($class, [new], ORIGINAL, WRAPPER);
    }};
}

macro_rules! init {
    ($class:expr, $price:expr) => {{
        static ORIGINAL: OnceLock<Init> = OnceLock::new();
        const WRAPPER: Init = |zelf, args, vm| {
            let original = ORIGINAL.get().ok_or_else(|| vm.no_memory_error())?;
            let price: Price = $price;
            price(&args, vm)?;
            guard::run(vm, || original(zelf, args, vm))
        };
        wrap_slot!($class, [init], ORIGINAL, WRAPPER);
    }};
}

/// Puts the prices before the constructors.
pub(super) fn install(vm: &VirtualMachine, types: &Types) {
    let native = &vm.ctx.types;
    new!(native.int_type, prices::chars);
    new!(native.float_type, prices::chars);
    new!(native.complex_type, prices::chars);
    new!(native.str_type, prices::scan);
    new!(native.bytes_type, prices::copy);
    new!(native.tuple_type, prices::copy);
    new!(native.frozenset_type, prices::items);
    init!(native.bytearray_type, prices::copy);
    init!(native.list_type, prices::copy);
    init!(native.set_type, prices::items);
    init!(native.dict_type, prices::items);
    if let Some(class) = types.get("itertools.product") {
        new!(*class, prices::free);
    }
    if let Some(class) = types.get("itertools.permutations") {
        new!(*class, prices::free);
    }
    if let Some(class) = types.get("itertools.combinations") {
        new!(*class, prices::free);
    }
    if let Some(class) = types.get("itertools.combinations_with_replacement") {
        new!(*class, prices::free);
    }
    if let Some(class) = types.get("collections.deque") {
        init!(*class, prices::items);
    }
    if let Some(class) = types.get("array.array") {
        new!(*class, prices::copy);
    }
}
