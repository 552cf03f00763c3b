//! `functools.lru_cache` with CPython's keys: a single int or str is never the same call as an equal float or bool.

use std::sync::OnceLock;

use rustpython_vm::builtins::{PyBoundMethod, PyInt, PyModule, PyStr, PyType, PyTypeRef};
use rustpython_vm::function::FuncArgs;
use rustpython_vm::{AsObject, Py, PyObject, PyObjectRef, PyPayload, PyResult, VirtualMachine};

use super::Patch;

pub(super) const PATCH: Patch =
    Patch { name: "_functools", functions: Vec::new, without: &[], finish: |vm, module| install(module, vm) };

type New = fn(PyTypeRef, FuncArgs, &VirtualMachine) -> PyResult;
type Call = fn(&PyObject, FuncArgs, &VirtualMachine) -> PyResult;

static NEW: OnceLock<New> = OnceLock::new();
static CALL: OnceLock<Call> = OnceLock::new();

/// The type is shared by the interpreters of a thread, and its slots are the same on each.
fn install(module: &Py<PyModule>, vm: &VirtualMachine) -> PyResult<()> {
    let class = module.as_object().get_attr("_lru_cache_wrapper", vm)?;
    let Some(class) = class.downcast_ref::<PyType>() else { return Ok(()) };
    if let (Some(original_new), Some(original_call)) = (class.slots.new.load(), class.slots.call.load())
        && !std::ptr::fn_addr_eq(original_call, call as Call)
    {
        NEW.get_or_init(|| original_new);
        CALL.get_or_init(|| original_call);
        class.slots.new.store(Some(new));
        class.slots.call.store(Some(call));
    }
    Ok(())
}

/// The cache calls the function through [`unmarked`].
fn new(class: PyTypeRef, mut args: FuncArgs, vm: &VirtualMachine) -> PyResult {
    let Some(original) = NEW.get() else { return Err(vm.new_runtime_error("the type is not ready")) };
    if let Some(function) = args.args.first_mut()
        && function.is_callable()
    {
        let through = vm.new_function("lru_cache", unmarked);
        *function = PyBoundMethod::new(function.clone(), through.into()).into_ref(&vm.ctx).into();
    }
    original(class, args, vm)
}

/// RustPython's key is the tuple of all arguments: a mark behind them tells a call apart from those with equal ones.
fn call(zelf: &PyObject, mut args: FuncArgs, vm: &VirtualMachine) -> PyResult {
    let Some(original) = CALL.get() else { return Err(vm.new_runtime_error("the type is not ready")) };
    let single = match (args.args.as_slice(), args.kwargs.is_empty()) {
        ([only], true) => {
            only.downcast_ref_if_exact::<PyInt>(vm).is_some() || only.downcast_ref_if_exact::<PyStr>(vm).is_some()
        }
        _ => false,
    };
    // What the program itself ends its arguments with is kept by a second mark.
    if single || args.args.last().is_some_and(|last| is_mark(last, vm)) {
        args.args.push(vm.ctx.not_implemented());
    }
    original(zelf, args, vm)
}

fn is_mark(object: &PyObject, vm: &VirtualMachine) -> bool {
    object.is(&vm.ctx.not_implemented)
}

fn unmarked(function: PyObjectRef, mut args: FuncArgs, vm: &VirtualMachine) -> PyResult {
    if args.args.last().is_some_and(|last| is_mark(last, vm)) {
        args.args.pop();
    }
    function.call(args, vm)
}
