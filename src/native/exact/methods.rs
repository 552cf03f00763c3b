//! Methods of built-in types whose answer or exception differs from CPython's.

use rustpython_vm::builtins::{PyBaseExceptionRef, PyByteArray, PyBytes, PyType};
use rustpython_vm::function::{FuncArgs, PyMethodDef};
use rustpython_vm::{AsObject, Py, PyObjectRef, PyResult, VirtualMachine};

use super::defs::{Wrapper, call, wrapped};
use super::formats;

/// Corrects the types of this thread, once.
pub(super) fn install(vm: &VirtualMachine) {
    let types = &vm.ctx.types;
    wrap(types.list_type, "index", list_index, vm);
    wrap(types.list_type, "remove", list_remove, vm);
    wrap(types.str_type, "maketrans", maketrans, vm);
    wrap(types.int_type, "__format__", formats::int, vm);
    wrap(types.complex_type, "__format__", formats::complex, vm);
    for class in [types.bytes_type, types.bytearray_type] {
        wrap(class, "isalnum", |_, args, vm| ascii(&args, vm, |byte| byte.is_ascii_alphanumeric()), vm);
        wrap(class, "isalpha", |_, args, vm| ascii(&args, vm, |byte| byte.is_ascii_alphabetic()), vm);
    }
}

/// Puts a function in the place of a method.
fn wrap(class: &'static Py<PyType>, name: &'static str, wrapper: Wrapper, vm: &VirtualMachine) {
    let Some(method) = class.slots.methods.iter().find(|method| method.name == name) else { return };
    let corrected: &'static PyMethodDef = Box::leak(Box::new(wrapped(method, wrapper)));
    class.set_attr(vm.ctx.intern_str(name), corrected.to_proper_method(class, &vm.ctx));
}

fn says(error: &PyBaseExceptionRef, end: &str, vm: &VirtualMachine) -> bool {
    error.fast_isinstance(vm.ctx.exceptions.value_error)
        && error.as_object().str(vm).is_ok_and(|text| text.to_string_lossy().ends_with(end))
}

fn list_index(method: &'static PyMethodDef, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
    let value = args.args.get(1).cloned();
    call(method, args, vm).map_err(|error| match value {
        Some(value) if says(&error, "is not in list", vm) => match value.repr(vm) {
            Ok(text) => vm.new_value_error(format!("{} is not in list", text.to_string_lossy())),
            Err(error) => error,
        },
        _ => error,
    })
}

fn list_remove(method: &'static PyMethodDef, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
    call(method, args, vm).map_err(|error| {
        if says(&error, "is not in list", vm) { vm.new_value_error("list.remove(x): x not in list") } else { error }
    })
}

fn maketrans(method: &'static PyMethodDef, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
    const DICT_WANTED: &str = "if you give only one argument to maketrans it must be a dict";
    call(method, args, vm)
        .map_err(|error| if says(&error, DICT_WANTED, vm) { vm.new_type_error(DICT_WANTED) } else { error })
}

fn ascii(args: &FuncArgs, vm: &VirtualMachine, holds: fn(&u8) -> bool) -> PyResult {
    let all = |bytes: &[u8]| !bytes.is_empty() && bytes.iter().all(holds);
    let zelf: Option<&PyObjectRef> = args.args.first().filter(|_| args.args.len() == 1);
    if let Some(bytes) = zelf.and_then(|zelf| zelf.downcast_ref::<PyBytes>()) {
        return Ok(vm.ctx.new_bool(all(bytes.as_bytes())).into());
    }
    match zelf.and_then(|zelf| zelf.downcast_ref::<PyByteArray>()) {
        Some(array) => Ok(vm.ctx.new_bool(all(&array.borrow_buf())).into()),
        None => Err(vm.new_type_error("expected a bytes or bytearray object and no arguments")),
    }
}
