//! Gives guest code a module `sys` of its own, beside the one in which RustPython looks things up.
//!
//! Both have the same names in the same dictionary. RustPython prints to the host where its `sys` has no `stderr`;
//! so its own always has one, whatever guest code does to the one it knows.

use std::cell::OnceCell;

use rustpython_vm::builtins::{PyDict, PyModule, PyTypeRef};
use rustpython_vm::function::PySetterValue;
use rustpython_vm::types::PyTypeSlots;
use rustpython_vm::{AsObject, PyObjectRef, PyRef, PyResult, VirtualMachine};

use super::shared;
use super::stdio::{self, Stream};

thread_local! {
    /// The class of RustPython's `sys`; it belongs to the thread's types.
    static CLASS: OnceCell<PyTypeRef> = const { OnceCell::new() };
}

/// Puts the guest's `sys` wherever the start of the interpreter left RustPython's.
pub(crate) fn install(vm: &VirtualMachine) -> PyResult<()> {
    let own = &vm.sys_module;
    let payload = PyModule { def: own.def, name: own.name };
    let module_type = vm.ctx.types.module_type.to_owned();
    let guests = PyRef::new_ref(payload, module_type, Some(own.dict()));
    // The functions of a module lead to the module.
    guests.__init_methods(vm)?;
    own.as_object().set_attr("__class__", class(vm), vm)?;
    let modules = own.as_object().get_attr("modules", vm)?;
    let loaded = modules.downcast_ref::<PyDict>().map(|modules| modules.values_vec()).unwrap_or_default();
    modules.set_item("sys", guests.clone().into(), vm)?;
    for module in loaded {
        let Some(dict) = module.dict() else { continue };
        for (name, value) in &dict {
            if value.is(own) {
                dict.set_item(name.as_object(), guests.clone().into(), vm)?;
            }
        }
    }
    Ok(())
}

fn class(vm: &VirtualMachine) -> PyTypeRef {
    CLASS.with(|class| class.get_or_init(|| make(vm)).clone())
}

fn make(vm: &VirtualMachine) -> PyTypeRef {
    let base = vm.ctx.types.module_type;
    let class = vm.ctx.new_class(None, "module", base.to_owned(), PyTypeSlots::heap_default());
    shared::hide(&class, base);
    let stderr = vm.ctx.new_getset(
        "stderr",
        &class,
        |_own: PyObjectRef, vm: &VirtualMachine| stdio::of_run(Stream::Err, vm),
        |_own: PyObjectRef, _value: PySetterValue, vm: &VirtualMachine| -> PyResult<()> {
            Err(vm.new_attribute_error("stderr"))
        },
    );
    class.attributes.set(vm.ctx.intern_str("stderr"), stderr.into());
    class.modified();
    class
}
