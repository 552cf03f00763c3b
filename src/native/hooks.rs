//! The functions of `sys` that print errors, writing where a run's output is bounded.
//!
//! RustPython's own fall back on the host's standard output and standard error where a stream or a hook that
//! guest code put in place fails.

use std::sync::atomic::Ordering;

use rustpython_vm::builtins::PyBaseExceptionRef;
use rustpython_vm::{AsObject, PyObjectRef, PyResult, VirtualMachine};

use super::stdio::{self, Stream};

/// Puts the functions into `sys`.
pub(crate) fn install(vm: &VirtualMachine) -> PyResult<()> {
    let sys = vm.sys_module.as_object();
    for name in ["excepthook", "__excepthook__"] {
        sys.set_attr(name, vm.new_function("excepthook", excepthook), vm)?;
    }
    for name in ["unraisablehook", "__unraisablehook__"] {
        sys.set_attr(name, vm.new_function("unraisablehook", unraisablehook), vm)?;
    }
    sys.set_attr("is_finalizing", vm.new_function("is_finalizing", is_finalizing), vm)?;
    // An interpreter that is ending reports the error of a finalizer by itself. One that is not asks whatever
    // guest code made of `sys.unraisablehook`, panics where there is none and prints to the host where it fails.
    vm.state.finalizing.store(true, Ordering::Release);
    Ok(())
}

fn is_finalizing() -> bool {
    false
}

fn excepthook(_class: PyObjectRef, value: PyObjectRef, _traceback: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
    match value.downcast::<rustpython_vm::builtins::PyBaseException>() {
        Ok(exception) => print(&exception, vm),
        Err(_) => Ok(()),
    }
}

fn unraisablehook(args: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
    let object = args.get_attr("object", vm)?.repr(vm)?;
    stdio::append(Stream::Err, &format!("Exception ignored in: {}\n", object.to_string_lossy()), vm)?;
    match args.get_attr("exc_value", vm)?.downcast::<rustpython_vm::builtins::PyBaseException>() {
        Ok(exception) => print(&exception, vm),
        Err(_) => Ok(()),
    }
}

fn print(exception: &PyBaseExceptionRef, vm: &VirtualMachine) -> PyResult<()> {
    let mut text = String::new();
    // Writing to text does not fail.
    let _ = vm.write_exception(&mut text, exception);
    stdio::append(Stream::Err, &text, vm)
}
