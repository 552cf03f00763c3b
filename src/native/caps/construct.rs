//! Prices calls of native types that do more work than their arguments' iterators are charged for.

use std::sync::OnceLock;

use rustpython_vm::builtins::descriptor::PyMethodDescriptor;
use rustpython_vm::builtins::{PyByteArray, PyTypeRef};
use rustpython_vm::function::{FuncArgs, ItemDoc, PyMethodDef, PyMethodFlags};
use rustpython_vm::protocol::BufferResizeGuard;
use rustpython_vm::{AsObject, PyObject, PyObjectRef, PyPayload, PyResult, VirtualMachine};

use super::guard::{self, Price};
use super::heap::wrap_slot;
use super::prices;
use super::types::Types;

type New = fn(PyTypeRef, FuncArgs, &VirtualMachine) -> PyResult;
type VectorCall = fn(&PyObject, Vec<PyObjectRef>, usize, Option<&[PyObjectRef]>, &VirtualMachine) -> PyResult;
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

/// `list` and `tuple` are called by a road that passes neither slot above.
macro_rules! listed {
    ($class:expr) => {{
        static ORIGINAL: OnceLock<VectorCall> = OnceLock::new();
        const WRAPPER: VectorCall = |class, args, count, names, vm| {
            let original = ORIGINAL.get().ok_or_else(|| vm.no_memory_error())?;
            prices::listed(args.first(), vm)?;
            original(class, args, count, names, vm)
        };
        wrap_slot!($class, [vectorcall], ORIGINAL, WRAPPER);
    }};
}

static BYTEARRAY: OnceLock<Init> = OnceLock::new();
const INIT_BYTEARRAY: Init = init_bytearray;

/// RustPython fills a bytearray anew under the eyes of whoever looks into it.
fn init_bytearray(zelf: &PyObject, args: FuncArgs, vm: &VirtualMachine) -> PyResult<()> {
    let original = BYTEARRAY.get().ok_or_else(|| vm.no_memory_error())?;
    prices::filled(&args, vm)?;
    let Some(array) = zelf.downcast_ref::<PyByteArray>() else { return original(zelf, args, vm) };
    drop(array.try_resizable(vm)?);
    let plain =
        |object: &PyObjectRef| object.class().is(vm.ctx.types.int_type) || object.class().is(vm.ctx.types.bytes_type);
    if args.args.first().is_none_or(plain) {
        return guard::run(vm, || original(zelf, args, vm));
    }
    // Reading anything else may run code, which may look into the array.
    let read = PyByteArray::from(Vec::new()).into_ref(&vm.ctx);
    guard::run(vm, || original(read.as_object(), args, vm))?;
    drop(array.try_resizable(vm)?);
    guard::run(vm, || original(zelf, FuncArgs::from(vec![read.into()]), vm))
}

/// Puts the prices before the constructors.
pub(super) fn install(vm: &VirtualMachine, types: &Types) {
    let native = &vm.ctx.types;
    new!(native.int_type, prices::chars);
    new!(native.float_type, prices::chars);
    new!(native.complex_type, prices::chars);
    new!(native.str_type, prices::scan);
    new!(native.bytes_type, prices::filled);
    new!(native.tuple_type, prices::copy);
    new!(native.frozenset_type, prices::items);
    wrap_slot!(native.bytearray_type, [init], BYTEARRAY, INIT_BYTEARRAY);
    let init = |array: PyObjectRef, args: FuncArgs, vm: &VirtualMachine| init_bytearray(&array, args, vm);
    let init = PyMethodDef::new_const("__init__", init, PyMethodFlags::METHOD, ItemDoc::NONE);
    let init = PyMethodDescriptor::new(Box::leak(Box::new(init)), native.bytearray_type, &vm.ctx).into_ref(&vm.ctx);
    native.bytearray_type.attributes.set(vm.ctx.intern_str("__init__"), init.into());
    native.bytearray_type.modified();
    init!(native.list_type, prices::copy);
    listed!(native.list_type);
    listed!(native.tuple_type);
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
