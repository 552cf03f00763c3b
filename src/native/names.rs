//! The names of a run: its module `__main__`, and what becomes of them in the end.

#[cfg(target_family = "wasm")]
use std::cell::RefCell;

use rustpython_vm::builtins::{PyDictRef, PyStr};
use rustpython_vm::scope::Scope;
use rustpython_vm::{AsObject, PyObjectRef, PyResult, VirtualMachine};

#[cfg(target_family = "wasm")]
thread_local! {
    static READY: RefCell<Option<Scope>> = const { RefCell::new(None) };
}

/// Makes the module of the next run, so that the snapshot has it.
#[cfg(target_family = "wasm")]
pub(crate) fn prepare(vm: &VirtualMachine) -> PyResult<()> {
    READY.set(Some(vm.new_scope_with_main()?));
    Ok(())
}

/// The module of a run that begins.
#[cfg(target_family = "wasm")]
pub(crate) fn begin(vm: &VirtualMachine) -> PyResult<Scope> {
    READY.take().map_or_else(|| vm.new_scope_with_main(), Ok)
}

/// The module of a run that begins.
#[cfg(not(target_family = "wasm"))]
pub(crate) fn begin(vm: &VirtualMachine) -> PyResult<Scope> {
    vm.new_scope_with_main()
}

/// As CPython does when it ends: names go in their order, so that finalizers print where they would there.
pub(crate) fn forget(main: &PyDictRef, vm: &VirtualMachine) {
    for private in [true, false] {
        let names: Vec<PyObjectRef> = main.into_iter().map(|(name, _)| name).collect();
        for name in names {
            let Some(text) = name.downcast_ref::<PyStr>() else { continue };
            let text = text.to_string_lossy();
            if text != "__builtins__" && text.starts_with('_') == private {
                let _ = main.set_item(name.as_object(), vm.ctx.none(), vm);
            }
        }
    }
}
