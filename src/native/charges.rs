//! What the charges do that code is compiled with.

use rustpython_vm::function::{Callee, FuncArgs};
use rustpython_vm::vm::Context;

use super::{budget, collector, tools};

/// Makes the charges that code is compiled with work; the first code of an interpreter has them already.
pub(crate) fn install(ctx: &Context) {
    let number = &ctx.types.ellipsis_type.slots.as_number;
    number.negative.store(Some(|_, vm| {
        budget::charge(1, vm)?;
        collector::pause(vm);
        Ok(vm.ctx.true_value.clone().into())
    }));
    // What stands before a `raise` with nothing to raise again, so that its error has a place.
    number.invert.store(Some(|_, vm| {
        let exception = vm.sys_module.def.and_then(|sys| sys.methods.iter().find(|method| method.name == "exception"));
        let active = exception.map(|exception| (exception.func)(vm, FuncArgs::default(), Callee::named("exception")));
        match active.transpose()? {
            Some(active) if vm.is_none(&active) => Err(vm.new_runtime_error("No active exception to reraise")),
            _ => Ok(vm.ctx.true_value.clone().into()),
        }
    }));
    number.matrix_multiply.store(Some(tools::to_await));
}
