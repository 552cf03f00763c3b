//! The functions of `_imp`: the only road by which guest code gets a module, with the allowlist standing on it.
//!
//! They replace RustPython's own, which are not kept: what is not listed is not found here, whatever guest code
//! makes of `builtins.__import__`, `sys.meta_path` or the import machinery, and names are read once, as plain text.

use std::collections::BTreeSet;

use rustpython_vm::builtins::{PyModule, PyUtf8StrRef};
use rustpython_vm::import::{import_builtin, make_frozen};
use rustpython_vm::{AsObject, PyObjectRef, PyResult, VirtualMachine};

use super::boot::set_function;
use super::{gate, guard, shared};
use crate::allowlist;

/// What `_imp` has beyond the doors and guest code does not get: each makes or changes code from outside the tables.
const GONE: [&str; 7] = [
    "create_dynamic",
    "exec_dynamic",
    "init_frozen",
    "source_hash",
    "_fix_co_filename",
    "_override_frozen_modules_for_tests",
    "_frozen_module_names",
];

/// Puts the doors in place.
pub(crate) fn install(vm: &VirtualMachine) -> PyResult<()> {
    let Ok(imp) = import_builtin(vm, "_imp")?.downcast::<PyModule>() else {
        return Err(vm.new_runtime_error("_imp is not a module"));
    };
    set_function(vm, &imp, "is_builtin", is_builtin)?;
    set_function(vm, &imp, "is_frozen", is_frozen)?;
    set_function(vm, &imp, "is_frozen_package", is_frozen_package)?;
    set_function(vm, &imp, "find_frozen", find_frozen)?;
    set_function(vm, &imp, "get_frozen_object", get_frozen_object)?;
    set_function(vm, &imp, "create_builtin", create_builtin)?;
    for name in GONE {
        let _ = imp.as_object().del_attr(name, vm);
    }
    let natives = vm.state.module_defs.keys().filter(|name| allowlist::find(name).is_some());
    // RustPython does not count the two that it starts from.
    let natives: BTreeSet<&str> = natives.copied().chain(["builtins", "sys"]).collect();
    let natives = natives.into_iter().map(|name| vm.ctx.new_str(name).into()).collect();
    vm.sys_module.as_object().set_attr("builtin_module_names", vm.ctx.new_tuple(natives), vm)?;
    let modules = vm.sys_module.as_object().get_attr("modules", vm)?;
    modules.del_item("_imp", vm)
}

/// The name as text of the engine's own, where it may pass.
fn admitted(name: PyUtf8StrRef, vm: &VirtualMachine) -> PyResult<Option<String>> {
    let name = name.as_str().to_owned();
    gate::admit(&name, vm)?;
    Ok(allowlist::find(&name).map(|_| name))
}

fn is_builtin(name: PyUtf8StrRef, vm: &VirtualMachine) -> PyResult<bool> {
    Ok(admitted(name, vm)?.is_some_and(|name| vm.state.module_defs.contains_key(name.as_str())))
}

fn is_frozen(name: PyUtf8StrRef, vm: &VirtualMachine) -> PyResult<bool> {
    Ok(admitted(name, vm)?.is_some_and(|name| vm.state.frozen.contains_key(name.as_str())))
}

fn is_frozen_package(name: PyUtf8StrRef, vm: &VirtualMachine) -> PyResult<bool> {
    let asked = name.clone();
    let found = admitted(name, vm)?.and_then(|name| vm.state.frozen.get(name.as_str()).map(|m| m.package));
    found.ok_or_else(|| no_such(asked, vm))
}

/// As `_imp.find_frozen` without data: `(None, is_package, original_name)`.
fn find_frozen(name: PyUtf8StrRef, vm: &VirtualMachine) -> PyResult {
    let Some(name) = admitted(name, vm)? else { return Ok(vm.ctx.none()) };
    let Some(module) = vm.state.frozen.get(name.as_str()) else { return Ok(vm.ctx.none()) };
    let package = vm.ctx.new_bool(module.package).into();
    Ok(vm.ctx.new_tuple(vec![vm.ctx.none(), package, vm.ctx.new_str(name).into()]).into())
}

fn get_frozen_object(name: PyUtf8StrRef, vm: &VirtualMachine) -> PyResult {
    let asked = name.clone();
    match admitted(name, vm)? {
        Some(name) => make_frozen(vm, &name).map(Into::into),
        None => Err(no_such(asked, vm)),
    }
}

fn create_builtin(spec: PyObjectRef, vm: &VirtualMachine) -> PyResult {
    let name: PyUtf8StrRef = spec.get_attr("name", vm)?.try_into_value(vm)?;
    match admitted(name, vm)? {
        Some(name) if vm.state.module_defs.contains_key(name.as_str()) => {
            let module = shared::load(&name, vm)?;
            guard::install_module(&name, &module, vm);
            Ok(module)
        }
        _ => Ok(vm.ctx.none()),
    }
}

fn no_such(name: PyUtf8StrRef, vm: &VirtualMachine) -> rustpython_vm::builtins::PyBaseExceptionRef {
    vm.new_import_error(format!("No such frozen object named {}", name.as_str()), name.into_wtf8())
}
