//! Prices of the built-in functions that work on without an event.

use std::cell::OnceCell;

use rustpython_vm::builtins::{PyCode, PyStr};
use rustpython_vm::function::{Callee, FuncArgs, PyMethodDef, PyMethodFlags, PyNativeFn};
use rustpython_vm::{AsObject, Py, PyObject, PyObjectRef, PyPayload, PyResult, VirtualMachine};

use super::{guard, prices};
use crate::native::exact::set_functions;
use crate::native::{budget, frames};

/// What stands in front of each: the price, which may also rewrite the arguments.
type Before = fn(&mut FuncArgs, &VirtualMachine) -> PyResult<()>;

const PRICED: [(&str, Before); 9] = [
    ("sorted", sorted),
    ("compile", compile),
    ("eval", compile),
    ("exec", compile),
    ("repr", scan),
    ("ascii", chars),
    ("format", scan),
    ("hex", scan),
    ("bin", scan),
];

thread_local! {
    /// Made once a thread: what it stands in front of is the same in every interpreter.
    static MADE: OnceCell<Vec<&'static PyMethodDef>> = const { OnceCell::new() };
}

/// Puts the prices before the functions of one interpreter.
pub(super) fn install(vm: &VirtualMachine) -> PyResult<()> {
    let made = MADE.with(|made| match made.get() {
        Some(made) => Ok(made.clone()),
        None => {
            let new = PRICED.iter().map(|(name, before)| priced(name, *before, vm)).collect::<PyResult<Vec<_>>>()?;
            Ok(made.get_or_init(|| new).clone())
        }
    })?;
    set_functions(&vm.builtins, made, vm)
}

fn priced(name: &'static str, before: Before, vm: &VirtualMachine) -> PyResult<&'static PyMethodDef> {
    let function = vm.builtins.as_object().get_attr(name, vm)?;
    let any = vm.builtins.def.and_then(|module| module.methods.first()).map(PyMethodDef::to_function);
    let Some(function) = any.as_ref().and_then(|any| as_same(any, &function)) else {
        return Err(vm.new_runtime_error(format!("{name} is not native")));
    };
    let original = function.as_func();
    let func = move |vm: &VirtualMachine, mut args: FuncArgs, callee: Callee| {
        before(&mut args, vm)?;
        let result = guard::run(vm, || original(vm, args, callee))?;
        match result.downcast_ref::<PyCode>() {
            Some(code) if frames::is_library(code) => Err(vm.new_value_error("the file name is the library's")),
            _ => Ok(result),
        }
    };
    let func: &'static dyn PyNativeFn = Box::leak(Box::new(func));
    Ok(Box::leak(Box::new(PyMethodDef { name, func, flags: PyMethodFlags::EMPTY, doc: None })))
}

/// RustPython does not export the type of its native functions, but lets a value of it be made.
fn as_same<'a, T: PyPayload>(_: &T, object: &'a PyObject) -> Option<&'a Py<T>> {
    object.downcast_ref::<T>()
}

fn scan(args: &mut FuncArgs, vm: &VirtualMachine) -> PyResult<()> {
    prices::scan(args, vm)
}

fn chars(args: &mut FuncArgs, vm: &VirtualMachine) -> PyResult<()> {
    prices::chars(args, vm)
}

/// An iterable is drained first, so that the price of the sort is known before it starts.
fn sorted(args: &mut FuncArgs, vm: &VirtualMachine) -> PyResult<()> {
    if args.args.len() != 1 {
        return Ok(());
    }
    let items: Vec<PyObjectRef> = args.args[0].try_to_value(vm)?;
    prices::sort(&items, vm)?;
    args.args[0] = vm.ctx.new_list(items).into();
    Ok(())
}

/// Source text has the run's own bound, and every character of it costs.
fn compile(args: &mut FuncArgs, vm: &VirtualMachine) -> PyResult<()> {
    let Some(source) = prices::argument(args, 0, "source") else { return Ok(()) };
    let bytes = if source.downcastable::<PyStr>() || prices::length(source, vm).is_none() {
        prices::weight(source, vm)
    } else {
        0
    };
    budget::source(bytes, vm)?;
    budget::charge(bytes.saturating_mul(4), vm)
}
