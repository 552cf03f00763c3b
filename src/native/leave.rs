//! `sys.exit`, and the builtins `exit` and `quit`, which CPython's `site` module brings.

use rustpython_vm::builtins::PyTuple;
use rustpython_vm::function::OptionalArg;
use rustpython_vm::{AsObject, PyObjectRef, PyResult, VirtualMachine};

/// Puts them in.
pub(crate) fn install(vm: &VirtualMachine) -> PyResult<()> {
    for name in ["exit", "quit"] {
        vm.builtins.as_object().set_attr(name, vm.new_function(name, leave), vm)?;
    }
    vm.sys_module.as_object().set_attr("exit", vm.new_function("exit", exit), vm)
}

/// Without a status the exception has no arguments; a tuple is all of them.
fn exit(status: OptionalArg<PyObjectRef>, vm: &VirtualMachine) -> PyResult<()> {
    let class = vm.ctx.exceptions.system_exit.to_owned();
    let status = status.into_option().filter(|status| !vm.is_none(status));
    let args = status.map_or_else(Vec::new, |status| match status.downcast_ref::<PyTuple>() {
        Some(all) => all.to_vec(),
        None => vec![status],
    });
    Err(vm.invoke_exception(class.as_ref(), args)?)
}

fn leave(code: OptionalArg<PyObjectRef>, vm: &VirtualMachine) -> PyResult<()> {
    let class = vm.ctx.exceptions.system_exit.to_owned();
    let code = code.into_option().unwrap_or_else(|| vm.ctx.none());
    Err(vm.invoke_exception(class.as_ref(), vec![code])?)
}
