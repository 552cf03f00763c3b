//! Stands on the road of every import: what the library asks for meanwhile is not the run's.

use std::cell::RefCell;

use rustpython_vm::builtins::PyStrRef;
use rustpython_vm::{AsObject, PyObjectRef, PyResult, VirtualMachine};

use super::ids;
use super::modules::own;

const FIND_AND_LOAD: &str = "_find_and_load";

/// What imports go by in RustPython.
#[derive(Default)]
struct Road(RefCell<Option<PyObjectRef>>);

/// Takes the place of what imports go by; comes before guest code loses its module.
pub(crate) fn install(vm: &VirtualMachine) -> PyResult<()> {
    let modules = vm.sys_module.as_object().get_attr("modules", vm)?;
    let importlib = modules.get_item("_frozen_importlib", vm)?;
    own::of::<Road>(vm).0.replace(Some(importlib.get_attr(FIND_AND_LOAD, vm)?));
    importlib.set_attr(FIND_AND_LOAD, vm.new_function(FIND_AND_LOAD, find_and_load), vm)
}

fn find_and_load(name: PyStrRef, import: PyObjectRef, vm: &VirtualMachine) -> PyResult {
    let original = own::of::<Road>(vm).0.borrow().clone();
    let original = original.ok_or_else(|| vm.new_runtime_error("no import before the start is over"))?;
    let asked = name.to_string();
    ids::importing(&asked, vm, || original.call((name, import), vm))
}
