//! The one road by which guest code gets modules, with policy standing on it.

use std::cell::RefCell;
use std::sync::Arc;

use rustpython_vm::builtins::{PyBaseExceptionRef, PyUtf8StrRef};
use rustpython_vm::function::FuncArgs;
use rustpython_vm::{AsObject, PyObjectRef, PyResult, VirtualMachine};

use super::boot::set_function;
use super::frames;
use crate::outcome::Denial;
use crate::policy::Policy;

/// How many denials an outcome lists.
const MAX_DENIALS: usize = 100;

#[derive(Default)]
struct Gate {
    policy: Option<Arc<Policy>>,
    denials: Vec<Denial>,
    raised: Vec<PyBaseExceptionRef>,
    doors: Vec<PyObjectRef>,
}

thread_local! {
    static GATE: RefCell<Gate> = RefCell::default();
}

/// The functions of `_imp` by which a module comes to be.
const DOORS: [&str; 7] = [
    "is_builtin",
    "is_frozen",
    "is_frozen_package",
    "find_frozen",
    "get_frozen_object",
    "init_frozen",
    "create_builtin",
];

/// Puts a check in front of every door.
pub(crate) fn install(vm: &VirtualMachine) -> PyResult<()> {
    let imp = rustpython_vm::import::import_builtin(vm, "_imp")?;
    let Ok(imp) = imp.downcast::<rustpython_vm::builtins::PyModule>() else {
        return Err(vm.new_runtime_error("_imp is not a module"));
    };
    let doors = DOORS.iter().map(|name| imp.as_object().get_attr(*name, vm)).collect::<PyResult<Vec<_>>>()?;
    GATE.with(|gate| gate.borrow_mut().doors = doors);
    set_function(vm, &imp, DOORS[0], |a: FuncArgs, vm: &VirtualMachine| pass(0, a, vm))?;
    set_function(vm, &imp, DOORS[1], |a: FuncArgs, vm: &VirtualMachine| pass(1, a, vm))?;
    set_function(vm, &imp, DOORS[2], |a: FuncArgs, vm: &VirtualMachine| pass(2, a, vm))?;
    set_function(vm, &imp, DOORS[3], |a: FuncArgs, vm: &VirtualMachine| pass(3, a, vm))?;
    set_function(vm, &imp, DOORS[4], |a: FuncArgs, vm: &VirtualMachine| pass(4, a, vm))?;
    set_function(vm, &imp, DOORS[5], |a: FuncArgs, vm: &VirtualMachine| pass(5, a, vm))?;
    set_function(vm, &imp, DOORS[6], |a: FuncArgs, vm: &VirtualMachine| pass(6, a, vm))?;
    for name in [
        "create_dynamic",
        "exec_dynamic",
        "_fix_co_filename",
        "_override_frozen_modules_for_tests",
        "_frozen_module_names",
    ] {
        let _ = imp.as_object().del_attr(name, vm);
    }
    let modules = vm.sys_module.as_object().get_attr("modules", vm)?;
    modules.del_item("_imp", vm)
}

/// Sets the policy of a run and hides loaded modules that it denies.
pub(crate) fn start(policy: &Arc<Policy>, vm: &VirtualMachine) -> PyResult<()> {
    GATE.with(|gate| {
        let mut gate = gate.borrow_mut();
        gate.policy = Some(policy.clone());
        gate.denials.clear();
        gate.raised.clear();
    });
    let modules = vm.sys_module.as_object().get_attr("modules", vm)?;
    for name in &policy.deny {
        if modules.get_item(name.as_str(), vm).is_ok() {
            modules.del_item(name.as_str(), vm)?;
        }
    }
    Ok(())
}

/// Ends a run: what was refused.
pub(crate) fn finish() -> Vec<Denial> {
    GATE.with(|gate| {
        let mut gate = gate.borrow_mut();
        gate.policy = None;
        gate.raised.clear();
        std::mem::take(&mut gate.denials)
    })
}

/// Drops what belongs to the interpreter.
pub(crate) fn clear() {
    let doors = GATE.with(|gate| std::mem::take(&mut gate.borrow_mut().doors));
    drop(doors);
}

/// Whether an exception is a refusal of policy's.
pub(crate) fn is_denial(exception: &PyBaseExceptionRef) -> bool {
    GATE.with(|gate| gate.borrow().raised.iter().any(|raised| raised.is(exception)))
}

/// Records that policy refuses something that guest code asked for.
pub(crate) fn record(kind: &str, name: &str, reason: &str, vm: &VirtualMachine) {
    let line = frames::guest_line(vm);
    GATE.with(|gate| {
        let denials = &mut gate.borrow_mut().denials;
        if denials.len() < MAX_DENIALS {
            denials.push(Denial { kind: kind.into(), name: name.into(), line, reason: reason.into() });
        }
    });
}

/// Marks an exception as a refusal of policy's.
pub(crate) fn mark(exception: &PyBaseExceptionRef) {
    GATE.with(|gate| {
        let raised = &mut gate.borrow_mut().raised;
        if raised.len() < MAX_DENIALS {
            raised.push(exception.clone());
        }
    });
}

fn pass(door: usize, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
    if let Some(name) = asked_for(door, &args, vm) {
        let reason = GATE.with(|gate| gate.borrow().policy.as_ref().and_then(|policy| policy.refuses(&name)));
        if let Some(reason) = reason {
            return Err(refuse(&name, &reason, vm));
        }
    }
    let original = GATE.with(|gate| gate.borrow().doors.get(door).cloned());
    match original {
        Some(original) => original.call(args, vm),
        None => Err(vm.new_runtime_error("the interpreter has ended")),
    }
}

fn asked_for(door: usize, args: &FuncArgs, vm: &VirtualMachine) -> Option<String> {
    let first = args.args.first()?.clone();
    let name = if DOORS[door] == "create_builtin" { first.get_attr("name", vm).ok()? } else { first };
    let name: PyUtf8StrRef = name.try_into_value(vm).ok()?;
    Some(name.as_str().to_owned())
}

/// Library code that probes for an optional module gets the same exception, but only guest code's wishes are denials.
fn refuse(name: &str, reason: &str, vm: &VirtualMachine) -> PyBaseExceptionRef {
    let class = vm.ctx.exceptions.module_not_found_error.to_owned();
    let exception = vm.new_exception_msg(class, reason.to_owned().into());
    let _ = exception.as_object().set_attr("name", vm.ctx.new_str(name), vm);
    if frames::asked_by_guest(vm) {
        record("module", name, reason, vm);
        mark(&exception);
    }
    exception
}
