//! Tells the library's objects from a run's: behind the wall they have their numbers before the run begins, natively when
//! they are first asked for, and no run's own numbers may depend on that.

use std::cell::Cell;

use rustpython_vm::builtins::{PyCode, PyFunction, PyModule, PyStr, PyType};
use rustpython_vm::{AsObject, PyObject, PyResult, VirtualMachine};

use crate::allowlist;
use crate::native::frames;

/// Modules whose functions ask for the numbers of objects that their import made.
const ASKING: [&str; 2] = ["_pydecimal", "typing"];

thread_local! {
    /// Imports that are under way: a run has no modules of its own.
    static IMPORTS: Cell<usize> = const { Cell::new(0) };
}

/// Imports a module.
pub(crate) fn importing(name: &str, vm: &VirtualMachine, import: impl FnOnce() -> PyResult) -> PyResult {
    struct Done;
    impl Drop for Done {
        fn drop(&mut self) {
            IMPORTS.set(IMPORTS.get() - 1);
        }
    }
    IMPORTS.set(IMPORTS.get() + 1);
    let _done = Done;
    let module = import()?;
    if ASKING.contains(&name)
        && let Some(namespace) = module.dict()
    {
        for value in namespace.values_vec() {
            if value.downcast_ref::<PyType>().is_none() {
                super::id(&value, vm);
            }
        }
    }
    Ok(module)
}

/// Whether an object is the library's.
pub(super) fn has(object: &PyObject, vm: &VirtualMachine) -> bool {
    if IMPORTS.get() > 0 {
        return true;
    }
    let types = &vm.ctx.types;
    let class = object.class();
    let always = [
        types.ellipsis_type,
        types.not_implemented_type,
        types.module_type,
        types.method_descriptor_type,
        types.wrapper_descriptor_type,
        types.getset_type,
        types.member_descriptor_type,
    ];
    if always.iter().any(|kind| class.is(*kind)) {
        return true;
    }
    if class.is(types.builtin_function_or_method_type) {
        let of = object.get_attr("__self__", vm).ok();
        return of.is_none_or(|of| vm.is_none(&of) || of.downcast_ref::<PyModule>().is_some());
    }
    if object.downcast_ref::<PyFunction>().is_some() {
        let code = object.get_attr("__code__", vm).ok();
        // One that a call of the library's made, as a decorator does, is the run's.
        let lasts = |code: &PyCode| frames::is_library(code) && !code.qualname.as_str().contains("<locals>");
        return code.is_some_and(|code| code.downcast_ref::<PyCode>().is_some_and(|code| lasts(code)));
    }
    object.downcast_ref::<PyType>().is_some_and(|class| {
        let module = class.attributes.get(vm.ctx.intern_str("__module__"));
        let name = module.as_ref().and_then(|module| module.downcast_ref::<PyStr>()?.to_str());
        name.is_some_and(|name| allowlist::find(name).is_some())
    })
}
