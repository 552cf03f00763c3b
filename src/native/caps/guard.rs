//! Runs one native operation so that a refused allocation inside it ends the run in good order.

use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};

use rustpython_vm::function::{Callee, FuncArgs, PyMethodDef};
use rustpython_vm::vm::thread::get_current_frame;
use rustpython_vm::{PyResult, VirtualMachine};

use crate::native::{budget, collapse};

/// What an operation costs, charged before it starts.
pub(super) type Price = fn(&FuncArgs, &VirtualMachine) -> PyResult<()>;

/// Runs an operation. Out of memory in the operation itself is the end of the run; out of memory in Python code
/// that it called leaves frames behind and must unwind to where the run began.
#[inline]
pub(super) fn run<R>(vm: &VirtualMachine, operation: impl FnOnce() -> PyResult<R>) -> PyResult<R> {
    // Behind the wall a panic is the end of the run, and a request that is refused is one before it is seen.
    if cfg!(target_family = "wasm") {
        return operation();
    }
    let frame = get_current_frame();
    match catch_unwind(AssertUnwindSafe(operation)) {
        Ok(result) => result,
        Err(panic) if collapse::is_out_of_memory(&*panic) && std::ptr::eq(get_current_frame(), frame) => {
            Err(budget::out_of_memory(vm))
        }
        Err(panic) => resume_unwind(panic),
    }
}

/// The same method with a price; it lives as long as the thread's types.
pub(super) fn priced(method: &PyMethodDef, price: Price) -> PyMethodDef {
    let original = method.func;
    let func = move |vm: &VirtualMachine, args: FuncArgs, callee: Callee| {
        price(&args, vm)?;
        run(vm, || original(vm, args, callee))
    };
    PyMethodDef { func: Box::leak(Box::new(func)), ..method.clone() }
}
