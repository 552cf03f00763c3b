//! Loads the package of encodings when a run first asks for one beyond ASCII, Latin-1 and UTF-8.

use rustpython_vm::builtins::PyStrRef;
use rustpython_vm::{PyResult, VirtualMachine};

/// Puts the search at the end of the registry.
pub(crate) fn install(vm: &VirtualMachine) -> PyResult<()> {
    let search = vm.new_function("search", search);
    vm.state.codec_registry.register(search.into(), vm)
}

fn search(name: PyStrRef, vm: &VirtualMachine) -> PyResult {
    let encodings = vm.import("encodings", 0)?;
    encodings.get_attr("search_function", vm)?.call((name,), vm)
}
