//! `array`: floats show as floats, bytes of the wrong length are refused, the type codes have their list, and no address is
//! told.

use std::cell::Cell;

use rustpython_vm::builtins::descriptor::PyMethodDescriptor;
use rustpython_vm::builtins::{PyByteArray, PyBytes, PyList, PyModule, PyModuleDef, PyStr, PyType};
use rustpython_vm::function::{FuncArgs, ItemDoc, PyMethodDef, PyMethodFlags};
use rustpython_vm::{AsObject, Py, PyObject, PyObjectRef, PyPayload, PyRef, PyResult, VirtualMachine};

use super::defs;
use crate::native::ids;

type Exec = fn(&VirtualMachine, &Py<PyModule>) -> PyResult<()>;
type New = fn(PyRef<PyType>, FuncArgs, &VirtualMachine) -> PyResult;

thread_local! {
    static EXEC: Cell<Option<Exec>> = const { Cell::new(None) };
    static NEW: Cell<Option<New>> = const { Cell::new(None) };
    static CLASS: Cell<Option<&'static Py<PyType>>> = const { Cell::new(None) };
}

/// The definition of the module, whose type is corrected when the module is made.
pub(super) fn corrected(def: &'static PyModuleDef) -> &'static PyModuleDef {
    if EXEC.get().is_none() {
        EXEC.set(def.slots.exec);
    }
    defs::with_exec(def, exec)
}

fn exec(vm: &VirtualMachine, module: &Py<PyModule>) -> PyResult<()> {
    if let Some(exec) = EXEC.get() {
        exec(vm, module)?;
    }
    module.as_object().set_attr("typecodes", vm.ctx.new_str("bBuwhHiIlLqQfd"), vm)?;
    let class = module.as_object().get_attr("array", vm)?;
    if let Some(class) = class.downcast_ref::<PyType>()
        && NEW.get().is_none()
    {
        NEW.set(class.slots.new.load());
        class.slots.new.store(Some(new));
        class.slots.repr.store(Some(repr));
        // The type lives as long as the thread.
        let class: &'static Py<PyType> = Box::leak(Box::new(class.to_owned()));
        CLASS.set(Some(class));
        for method in [
            PyMethodDef::new_const("fromlist", fromlist, PyMethodFlags::METHOD, ItemDoc::NONE),
            PyMethodDef::new_const("buffer_info", buffer_info, PyMethodFlags::METHOD, ItemDoc::NONE),
        ] {
            let name = vm.ctx.intern_str(method.name);
            let method = PyMethodDescriptor::new(Box::leak(Box::new(method)), class, &vm.ctx).into_ref(&vm.ctx);
            class.attributes.set(name, method.into());
        }
        class.modified();
    }
    Ok(())
}

fn new(class: PyRef<PyType>, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
    if let [code, initial] = args.args.as_slice()
        && let Some(length) = length_of_bytes(initial)
        && length % item_size(code) != 0
    {
        return Err(vm.new_value_error("bytes length not a multiple of item size"));
    }
    match NEW.get() {
        Some(new) => new(class, args, vm),
        None => Err(vm.new_runtime_error("the array type is not ready")),
    }
}

/// RustPython holds the array, and looks no second time at the list, while the items' own code turns them to numbers.
fn fromlist(array: PyObjectRef, list: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
    let Some(items) = list.downcast_ref::<PyList>() else { return Err(vm.new_type_error("arg must be list")) };
    let items = vm.ctx.new_list(items.borrow_vec().to_vec());
    let Some(class) = CLASS.get() else { return Err(vm.new_runtime_error("the array type is not ready")) };
    let read = class.as_object().call((array.get_attr("typecode", vm)?, items), vm)?;
    vm.call_method(&array, "extend", (read,)).map(drop)
}

/// The place of the items reads like an address, as `id` does.
fn buffer_info(array: PyObjectRef, vm: &VirtualMachine) -> PyResult<(u64, usize)> {
    let length = array.length(vm)?;
    Ok((ids::id(&array, vm), length))
}

fn length_of_bytes(initial: &PyObject) -> Option<usize> {
    match initial.downcast_ref::<PyBytes>() {
        Some(bytes) => Some(bytes.as_bytes().len()),
        None => initial.downcast_ref::<PyByteArray>().map(|array| array.borrow_buf().len()),
    }
}

fn item_size(code: &PyObject) -> usize {
    match code.downcast_ref::<PyStr>().and_then(|code| code.to_str()) {
        Some("h" | "H") => 2,
        Some("i" | "I" | "f" | "u" | "w") => 4,
        Some("l" | "L" | "q" | "Q" | "d") => 8,
        _ => 1,
    }
}

fn repr(array: &PyObject, vm: &VirtualMachine) -> PyResult<PyRef<PyStr>> {
    let code = array.get_attr("typecode", vm)?.str(vm)?.to_string_lossy().into_owned();
    let name = array.class().name().to_owned();
    if array.length(vm)? == 0 {
        return Ok(vm.ctx.new_str(format!("{name}('{code}')")));
    }
    let items = if matches!(code.as_str(), "u" | "w") { "tounicode" } else { "tolist" };
    let items = vm.call_method(array, items, ())?.repr(vm)?;
    let mut text = rustpython_vm::common::wtf8::Wtf8Buf::from_string(format!("{name}('{code}', "));
    text.push_wtf8(items.as_wtf8());
    text.push_str(")");
    Ok(vm.ctx.new_str(text))
}
