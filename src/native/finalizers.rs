//! Stands between RustPython and what it calls when objects die, so that errors in it are reported by the engine.

use std::cell::{Cell, OnceCell};
use std::sync::OnceLock;

use rustpython_vm::builtins::{PyBaseExceptionRef, PyCoroutine, PyGenerator, PyStrInterned, PyType};
use rustpython_vm::types::PyTypeSlots;
use rustpython_vm::{AsObject, Py, PyObject, PyResult, VirtualMachine};

use super::{caps, ids, raised, shared, unraisable};

type Del = fn(&PyObject, &VirtualMachine) -> PyResult<()>;
type DelNeeded = fn(&PyObject) -> bool;

static CALL_DEL: OnceLock<Del> = OnceLock::new();
static CLOSE_COROUTINE: OnceLock<Del> = OnceLock::new();

thread_local! {
    static DONE: Cell<bool> = const { Cell::new(false) };
    static NAME: OnceCell<&'static PyStrInterned> = const { OnceCell::new() };
}

/// Changes the types of the thread, once; comes before guest code makes classes.
pub(crate) fn install(vm: &VirtualMachine) {
    if DONE.replace(true) {
        return;
    }
    let types = &vm.ctx.types;
    let del = vm.ctx.intern_str("__del__");
    let _ = NAME.with(|name| name.set(del));
    let with_del = vm.ctx.new_class(None, "finalized", types.object_type.to_owned(), PyTypeSlots::heap_default());
    shared::hide(&with_del, types.object_type);
    let function = vm.new_function("__del__", |_: rustpython_vm::PyObjectRef| {});
    let _ = with_del.as_object().set_attr(del, function, vm);
    if let Some(call) = with_del.slots.del.load() {
        CALL_DEL.get_or_init(|| call);
    }
    caps::on_new_class(watch);
    types.generator_type.slots.del.store(Some(close_generator as Del));
    if let Some(close) = types.coroutine_type.slots.del.load() {
        CLOSE_COROUTINE.get_or_init(|| close);
        types.coroutine_type.slots.del.store(Some(close_coroutine as Del));
    }
}

/// Takes over the finalizer of a class in Python.
fn watch(class: &Py<PyType>) {
    let slots = &class.slots;
    if slots.del.load().is_some_and(|del| CALL_DEL.get().is_some_and(|call| std::ptr::fn_addr_eq(del, *call))) {
        slots.del.store(Some(call_del as Del));
    }
    ids::adopt(class);
    if slots.del.load().is_some() && slots.del_needed.load().is_none() {
        slots.del_needed.store(Some(has_del as DelNeeded));
    }
}

/// The collector may take a class apart before the last of its objects, whose finalizer RustPython takes for there.
pub(crate) fn has_del(object: &PyObject) -> bool {
    NAME.with(|name| name.get().is_none_or(|name| object.class().get_attr(name).is_some()))
}

fn call_del(object: &PyObject, vm: &VirtualMachine) -> PyResult<()> {
    let Some(call) = CALL_DEL.get() else { return Ok(()) };
    if let Err(error) = call(object, vm) {
        let del = NAME.with(|name| name.get().and_then(|name| object.class().get_attr(name)));
        let del = del.unwrap_or_else(|| vm.ctx.none());
        report(error, "calling deallocator", &del, vm);
    }
    Ok(())
}

fn close_generator(object: &PyObject, vm: &VirtualMachine) -> PyResult<()> {
    let Some(generator) = object.downcast_ref::<PyGenerator>() else { return Ok(()) };
    let inner = generator.as_coro();
    if !inner.closed()
        && !inner.running()
        && let Err(error) = inner.close(object, vm)
    {
        report(error, "closing generator", object, vm);
    }
    Ok(())
}

fn close_coroutine(object: &PyObject, vm: &VirtualMachine) -> PyResult<()> {
    let Some(coroutine) = object.downcast_ref::<PyCoroutine>() else { return Ok(()) };
    let inner = coroutine.as_coro();
    if inner.closed() || inner.running() {
        return Ok(());
    }
    if inner.frame_opt().is_none_or(|frame| frame.lasti() == 0) {
        return CLOSE_COROUTINE.get().map_or(Ok(()), |warn| warn(object, vm));
    }
    if let Err(error) = inner.close(object, vm) {
        report(error, "closing generator", object, vm);
    }
    Ok(())
}

/// Calls what guest code registered with `atexit`, the last first.
pub(crate) fn run_exit_functions(vm: &VirtualMachine) {
    let functions = std::mem::take(&mut *vm.state.atexit_funcs.lock());
    for entry in functions {
        let (function, args) = (entry.0.clone(), entry.1.clone());
        if let Err(error) = function.call(args, vm) {
            let leaves = error.fast_isinstance(vm.ctx.exceptions.system_exit);
            report_in(error, "in atexit callback", &function, vm);
            if leaves {
                break;
            }
        }
    }
}

fn report(error: PyBaseExceptionRef, doing: &str, with: &PyObject, vm: &VirtualMachine) {
    report_in(error, &format!("while {doing}"), with, vm);
}

fn report_in(error: PyBaseExceptionRef, place: &str, with: &PyObject, vm: &VirtualMachine) {
    let message = with.repr(vm).ok().map(|shown| format!("Exception ignored {place} {}", raised::escaped(&shown)));
    unraisable::report(error, message, vm.ctx.none(), vm);
}
