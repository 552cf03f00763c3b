//! The builtins `exit` and `quit`, which CPython's `site` module brings.

use rustpython_vm::function::OptionalArg;
use rustpython_vm::{AsObject, PyObjectRef, PyResult, VirtualMachine};

/// Puts them in.
pub(crate) fn install(vm: &VirtualMachine) -> PyResult<()> {
    for name in ["exit", "quit"] {
        vm.builtins.as_object().set_attr(name, vm.new_function(name, leave), vm)?;
    }
    Ok(())
}

fn leave(code: OptionalArg<PyObjectRef>, vm: &VirtualMachine) -> PyResult<()> {
    let class = vm.ctx.exceptions.system_exit.to_owned();
    let code = code.into_option().unwrap_or_else(|| vm.ctx.none());
    Err(vm.invoke_exception(class.as_ref(), vec![code])?)
}
