//! Keeps a function's defaults no longer than its parameters, which RustPython's calls rely on and do not check.

use std::cell::OnceCell;
use std::sync::OnceLock;

use rustpython_vm::builtins::{PyCode, PyTuple, PyTypeRef};
use rustpython_vm::function::{FuncArgs, PySetterValue};
use rustpython_vm::{AsObject, PyObject, PyObjectRef, PyResult, VirtualMachine};

type New = fn(PyTypeRef, FuncArgs, &VirtualMachine) -> PyResult;

static NEW: OnceLock<New> = OnceLock::new();

thread_local! {
    /// RustPython's own descriptors of `__defaults__` and `__code__`, which belong to the thread's types.
    static ORIGINALS: OnceCell<[PyObjectRef; 2]> = const { OnceCell::new() };
}

/// Stands before the three roads to a function's defaults; the type is shared, so once a thread is enough.
pub(crate) fn install(vm: &VirtualMachine) {
    let class = vm.ctx.types.function_type;
    let [defaults, code] = ["__defaults__", "__code__"].map(|name| vm.ctx.intern_str(name));
    let (Some(old_defaults), Some(old_code)) = (class.attributes.get(defaults), class.attributes.get(code)) else {
        return;
    };
    if ORIGINALS.with(|originals| originals.set([old_defaults, old_code]).is_err()) {
        return;
    }
    let getset = vm.ctx.new_static_getset(
        "__defaults__",
        class,
        |function: PyObjectRef, vm: &VirtualMachine| read(0, &function, vm),
        |function: PyObjectRef, value: PySetterValue, vm: &VirtualMachine| write(0, function, value, vm),
    );
    class.attributes.set(defaults, getset.into());
    let getset = vm.ctx.new_static_getset(
        "__code__",
        class,
        |function: PyObjectRef, vm: &VirtualMachine| read(1, &function, vm),
        |function: PyObjectRef, value: PySetterValue, vm: &VirtualMachine| write(1, function, value, vm),
    );
    class.attributes.set(code, getset.into());
    if let Some(new) = class.slots.new.load() {
        NEW.get_or_init(|| new);
        class.slots.new.store(Some(new_function));
    }
    class.modified();
}

fn original(at: usize, vm: &VirtualMachine) -> PyResult {
    let found = ORIGINALS.with(|originals| originals.get().map(|originals| originals[at].clone()));
    found.ok_or_else(|| vm.new_attribute_error("no such attribute"))
}

fn read(at: usize, function: &PyObject, vm: &VirtualMachine) -> PyResult {
    let original = original(at, vm)?;
    match original.class().slots.descr_get.load() {
        Some(bind) => bind(&original, Some(function), None, vm),
        None => Ok(vm.ctx.none()),
    }
}

fn write(at: usize, function: PyObjectRef, value: PySetterValue, vm: &VirtualMachine) -> PyResult<()> {
    let original = original(at, vm)?;
    let Some(store) = original.class().slots.descr_set.load() else { return Ok(()) };
    store(&original, function.clone(), value, vm)?;
    trim(function, vm)
}

fn new_function(class: PyTypeRef, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
    let Some(new) = NEW.get() else { return Err(vm.new_type_error("cannot create 'function' instances")) };
    let function = new(class, args, vm)?;
    trim(function.clone(), vm)?;
    Ok(function)
}

/// The last defaults are the ones that count, as in CPython.
fn trim(function: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
    let code = read(1, &function, vm)?;
    let defaults = read(0, &function, vm)?;
    let (Some(code), Some(defaults)) = (code.downcast_ref::<PyCode>(), defaults.downcast_ref::<PyTuple>()) else {
        return Ok(());
    };
    let room = code.arg_count as usize;
    let Some(extra) = defaults.len().checked_sub(room).filter(|extra| *extra > 0) else { return Ok(()) };
    let kept = vm.ctx.new_tuple(defaults[extra..].to_vec());
    let original = original(0, vm)?;
    match original.class().slots.descr_set.load() {
        Some(store) => store(&original, function, PySetterValue::Assign(kept.into()), vm),
        None => Ok(()),
    }
}
