//! A call with a keyword argument that its function does not have says which one it may have meant.

use std::sync::OnceLock;

use rustpython_vm::builtins::{PyBaseExceptionRef, PyCode, PyStr};
use rustpython_vm::function::FuncArgs;
use rustpython_vm::suggestion::calculate_suggestions;
use rustpython_vm::{AsObject, PyObject, PyObjectRef, PyResult, VirtualMachine};

type Call = fn(&PyObject, FuncArgs, &VirtualMachine) -> PyResult;
type VectorCall = fn(&PyObject, Vec<PyObjectRef>, usize, Option<&[PyObjectRef]>, &VirtualMachine) -> PyResult;

static CALL: OnceLock<Call> = OnceLock::new();
static VECTORCALL: OnceLock<VectorCall> = OnceLock::new();

/// Stands behind the calls of Python functions that the compiler has not specialised.
pub(super) fn install(vm: &VirtualMachine) {
    let slots = &vm.ctx.types.function_type.slots;
    if let (Some(call), Some(vectorcall)) = (slots.call.load(), slots.vectorcall.load()) {
        CALL.get_or_init(|| call);
        VECTORCALL.get_or_init(|| vectorcall);
        slots.call.store(Some(called));
        slots.vectorcall.store(Some(vectorcalled));
    }
}

fn called(function: &PyObject, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
    match CALL.get() {
        Some(call) => call(function, args, vm).map_err(|error| suggesting(error, function, vm)),
        None => Ok(vm.ctx.none()),
    }
}

fn vectorcalled(
    function: &PyObject,
    args: Vec<PyObjectRef>,
    count: usize,
    names: Option<&[PyObjectRef]>,
    vm: &VirtualMachine,
) -> PyResult {
    match VECTORCALL.get() {
        Some(call) => call(function, args, count, names, vm).map_err(|error| suggesting(error, function, vm)),
        None => Ok(vm.ctx.none()),
    }
}

#[cold]
fn suggesting(error: PyBaseExceptionRef, function: &PyObject, vm: &VirtualMachine) -> PyBaseExceptionRef {
    // An error of the call itself has been through no frame yet.
    if error.__traceback__().is_some() || !error.class().is(vm.ctx.exceptions.type_error) {
        return error;
    }
    reworded(&error, function, vm).map_or(error, |text| vm.new_type_error(text))
}

fn reworded(error: &PyBaseExceptionRef, function: &PyObject, vm: &VirtualMachine) -> Option<String> {
    let args = error.args();
    let [text] = args.as_slice() else { return None };
    let text = text.downcast_ref::<PyStr>()?.to_str()?;
    let (_, given) = text.strip_suffix('\'')?.split_once("() got an unexpected keyword argument '")?;
    let code = function.get_attr("__code__", vm).ok()?;
    let code = code.downcast_ref::<PyCode>()?;
    let all = (code.arg_count + code.kwonlyarg_count) as usize;
    let known = code.varnames.get(code.posonlyarg_count as usize..all)?;
    let known: Vec<PyObjectRef> = known.iter().map(|name| vm.ctx.new_str(name.as_str()).into()).collect();
    let given = vm.ctx.new_str(given);
    let meant = calculate_suggestions(known.iter().map(|name| &**name), given.as_object())?;
    Some(format!("{text}. Did you mean '{}'?", meant.to_string_lossy()))
}
