//! The functions of `sys` that print errors, writing where a run's output is bounded.
//!
//! RustPython's own fall back on the host's standard output and standard error where a stream or a hook that
//! guest code put in place fails.

use std::sync::atomic::Ordering;

use rustpython_vm::{AsObject, PyObjectRef, PyResult, VirtualMachine};

use super::{raised, stdio, unraisable};

/// Puts the functions into `sys`.
pub(crate) fn install(vm: &VirtualMachine) -> PyResult<()> {
    let sys = vm.sys_module.as_object();
    for name in ["excepthook", "__excepthook__"] {
        sys.set_attr(name, vm.new_function("excepthook", excepthook), vm)?;
    }
    unraisable::install(vm)?;
    sys.set_attr("is_finalizing", vm.new_function("is_finalizing", is_finalizing), vm)?;
    // An interpreter that is ending prints the error of a finalizer by itself, to the `stderr` of its own `sys`. One
    // that is not imports `sys` as guest code would, panics where it can't, and prints to the host where a hook fails.
    vm.state.finalizing.store(true, Ordering::Release);
    Ok(())
}

fn is_finalizing() -> bool {
    false
}

fn excepthook(_class: PyObjectRef, value: PyObjectRef, _traceback: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
    match value.downcast::<rustpython_vm::builtins::PyBaseException>() {
        Ok(exception) => {
            stdio::write_stderr(raised::shown(&exception, vm), vm);
            Ok(())
        }
        Err(_) => Ok(()),
    }
}
