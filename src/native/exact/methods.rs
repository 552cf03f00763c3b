//! Methods of built-in types whose answer or exception differs from CPython's.

use std::cell::OnceCell;
use std::sync::OnceLock;

use rustpython_vm::builtins::descriptor::PyMethodDescriptor;
use rustpython_vm::builtins::{PyBaseExceptionRef, PyByteArray, PyBytes, PyStr, PyType};
use rustpython_vm::function::{FuncArgs, ItemDoc, PyMethodDef, PyMethodFlags};
use rustpython_vm::protocol::PySequence;
use rustpython_vm::{AsObject, Py, PyObject, PyObjectRef, PyPayload, PyRef, PyResult, VirtualMachine};

use super::defs::{Wrapper, call, set_functions, wrapped};
use super::formats;
use crate::native::budget;

type Append = fn(PySequence<'_>, &PyObject, &VirtualMachine) -> PyResult;

static APPEND: OnceLock<Append> = OnceLock::new();

thread_local! {
    /// Definitions live as long as their thread's types do.
    static REVERSED: OnceCell<&'static PyMethodDef> = const { OnceCell::new() };
}

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
    let text = PyMethodDef::new_const("__str__", mapping_text, PyMethodFlags::METHOD, ItemDoc::NONE);
    let class = types.mappingproxy_type;
    let text = PyMethodDescriptor::new(Box::leak(Box::new(text)), class, &vm.ctx).into_ref(&vm.ctx);
    class.attributes.set(vm.ctx.intern_str("__str__"), text.into());
    class.modified();
    let append = &types.bytearray_type.slots.as_sequence.inplace_concat;
    if let Some(original) = append.load() {
        APPEND.get_or_init(|| original);
        append.store(Some(append_bytes));
    }
}

/// Corrects the built-in functions of a fresh interpreter.
pub(super) fn install_functions(vm: &VirtualMachine) -> PyResult<()> {
    let methods = vm.builtins.def.map_or(&[][..], |def| def.methods);
    let Some(method) = methods.iter().find(|method| method.name == "reversed") else { return Ok(()) };
    let corrected = REVERSED.with(|made| *made.get_or_init(|| Box::leak(Box::new(wrapped(method, reversed)))));
    set_functions(&vm.builtins, [corrected], vm)
}

fn reversed(method: &'static PyMethodDef, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
    let class = args.args.first().map(|sequence| sequence.class().to_owned());
    call(method, args, vm).map_err(|error| match class {
        Some(class) if error.fast_isinstance(vm.ctx.exceptions.type_error) && is_about_reversed(&error, vm) => {
            vm.new_type_error(format!("'{}' object is not reversible", class.name()))
        }
        _ => error,
    })
}

fn is_about_reversed(error: &PyBaseExceptionRef, vm: &VirtualMachine) -> bool {
    error.__traceback__().is_none()
        && error
            .as_object()
            .str(vm)
            .is_ok_and(|text| text.to_string_lossy() == "argument to reversed() must be a sequence")
}

/// `str` of a proxy is that of what it stands for.
fn mapping_text(proxy: PyObjectRef, vm: &VirtualMachine) -> PyResult<PyRef<PyStr>> {
    let shown = proxy.repr(vm)?;
    let inner = shown.to_str().and_then(|text| text.strip_prefix("mappingproxy(")?.strip_suffix(')'));
    Ok(inner.map_or(shown.clone(), |inner| vm.ctx.new_str(inner)))
}

/// What is appended to itself is read while it grows, which RustPython refuses.
fn append_bytes(array: PySequence<'_>, other: &PyObject, vm: &VirtualMachine) -> PyResult {
    let Some(original) = APPEND.get() else { return Ok(vm.ctx.not_implemented()) };
    match other.downcast_ref::<PyByteArray>().filter(|_| array.obj.is(other)) {
        Some(same) => {
            let length = same.borrow_buf().len() as u64;
            budget::reserve(length, vm)?;
            let copy = vm.ctx.new_bytes(same.borrow_buf().to_vec());
            original(array, copy.as_object(), vm)
        }
        None => original(array, other, vm),
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
