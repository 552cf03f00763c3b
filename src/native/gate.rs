//! What policy refused in a run: the denials, and the exceptions that carry them.

use std::cell::RefCell;
use std::sync::Arc;

use rustpython_vm::builtins::{PyBaseExceptionRef, PyDict, PyStr};
use rustpython_vm::{AsObject, PyResult, VirtualMachine};

use super::frames;
use crate::outcome::{Denial, MAX_DENIALS};
use crate::policy::{Policy, Refusal};

#[derive(Default)]
struct Gate {
    policy: Option<Arc<Policy>>,
    file: String,
    denials: Vec<Denial>,
    raised: Vec<PyBaseExceptionRef>,
}

thread_local! {
    static GATE: RefCell<Gate> = RefCell::default();
}

/// Sets the policy of a run and hides loaded modules that it denies. `file` is the name of its source.
pub(crate) fn start(policy: &Arc<Policy>, file: &str, vm: &VirtualMachine) -> PyResult<()> {
    GATE.with(|gate| {
        let mut gate = gate.borrow_mut();
        gate.policy = Some(policy.clone());
        file.clone_into(&mut gate.file);
        gate.denials.clear();
        gate.raised.clear();
    });
    if policy.deny.is_empty() {
        return Ok(());
    }
    let modules = vm.sys_module.as_object().get_attr("modules", vm)?;
    let names = modules.downcast_ref::<PyDict>().map(|modules| modules.keys_vec());
    for name in names.unwrap_or_default() {
        let denied = name.downcast_ref::<PyStr>().and_then(|name| name.to_str());
        if denied.is_some_and(|name| policy.refuses(name).is_some()) {
            modules.del_item(name.as_object(), vm)?;
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

/// Ends a run whose interpreter broke: its objects are left alone, for dropping them could run its code.
#[cfg(not(target_family = "wasm"))]
pub(crate) fn abandon() -> Vec<Denial> {
    GATE.with(|gate| match gate.try_borrow_mut() {
        Ok(mut gate) => {
            let mut gate = std::mem::take(&mut *gate);
            let denials = std::mem::take(&mut gate.denials);
            std::mem::forget(gate);
            denials
        }
        Err(_) => Vec::new(),
    })
}

/// Whether an exception is a refusal of policy's.
pub(crate) fn is_denial(exception: &PyBaseExceptionRef) -> bool {
    GATE.with(|gate| gate.borrow().raised.iter().any(|raised| raised.is(exception)))
}

/// Records that policy refuses something that guest code asked for.
pub(crate) fn record(kind: &str, name: &str, reason: &str, vm: &VirtualMachine) {
    GATE.with(|gate| {
        let file = gate.borrow().file.clone();
        let line = frames::guest_line(&file, vm);
        let denials = &mut gate.borrow_mut().denials;
        if denials.len() < MAX_DENIALS {
            let denial = Denial { kind: kind.into(), name: name.into(), line, reason: reason.into() };
            // A run that ends by a trap has said so by then.
            #[cfg(target_family = "wasm")]
            super::wall::imports::deny(&crate::wire::encode(&denial));
            denials.push(denial);
        }
    });
}

/// Marks an exception as a refusal of policy's; of many, the last are remembered.
pub(crate) fn mark(exception: &PyBaseExceptionRef) {
    let forgotten = GATE.with(|gate| {
        let raised = &mut gate.borrow_mut().raised;
        raised.push(exception.clone());
        (raised.len() > MAX_DENIALS).then(|| raised.remove(0))
    });
    drop(forgotten);
}

/// Whether policy denies no module that it would let pass by default.
#[cfg(target_family = "wasm")]
pub(crate) fn denies_nothing() -> bool {
    GATE.with(|gate| gate.borrow().policy.as_ref().is_none_or(|policy| policy.deny.is_empty()))
}

/// Whether policy refuses a module, nobody having asked for it.
#[cfg(target_family = "wasm")]
pub(crate) fn refuses(name: &str) -> bool {
    GATE.with(|gate| gate.borrow().policy.as_ref().is_some_and(|policy| policy.refuses(name).is_some()))
}

/// Lets a module's name through, or gives the refusal to raise.
///
/// Library code that probes for a well-known module gets the same exception, but only guest code's wishes are
/// denials; what a host's policy denies is one whoever asks, for the run may end by it.
pub(crate) fn admit(name: &str, vm: &VirtualMachine) -> PyResult<()> {
    let refusal = GATE.with(|gate| gate.borrow().policy.as_ref().and_then(|policy| policy.refuses(name)));
    let Some(Refusal { by_host, reason }) = refusal else { return Ok(()) };
    // `from package import name` passes over a module that is not found; a refusal must not be passed over.
    let class = match frames::in_from_list(vm) {
        true => vm.ctx.exceptions.import_error.to_owned(),
        false => vm.ctx.exceptions.module_not_found_error.to_owned(),
    };
    let exception = vm.new_exception_msg(class, reason.clone().into());
    let _ = exception.as_object().set_attr("name", vm.ctx.new_str(name), vm);
    if by_host || frames::asked_by_guest(vm) {
        record("module", name, &reason, vm);
        mark(&exception);
    }
    Err(exception)
}
