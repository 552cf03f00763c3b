//! What `sys` says of the interpreter and its machine: the same on each.

use rustpython_vm::builtins::PyTypeRef;
use rustpython_vm::function::FuncArgs;
use rustpython_vm::types::struct_sequence_new;
use rustpython_vm::{AsObject, PyResult, VirtualMachine};

/// The version of the language and its library, as `sys.version` begins.
const VERSION: &str = "3.14.0 (taipan)";
const HEX_VERSION: u32 = 0x030e_00f0;

/// The largest length of a container where a word has 64 bits.
const MAX_SIZE: i64 = i64::MAX;

/// Sets them in a fresh interpreter.
pub(crate) fn install(vm: &VirtualMachine) -> PyResult<()> {
    let sys = vm.sys_module.as_object();
    let numbers = |micro: i32| [3, 14, micro].map(|n| vm.ctx.new_int(n).into()).to_vec();
    let mut fields = numbers(0);
    fields.push(vm.ctx.new_str("final").into());
    fields.push(vm.ctx.new_int(0).into());
    let class: PyTypeRef = sys.get_attr("version_info", vm)?.class().to_owned();
    let arguments = FuncArgs::from(vec![vm.ctx.new_tuple(fields).into()]);
    let version = struct_sequence_new(class, arguments.bind(vm)?, &[], vm)?;
    sys.set_attr("version", vm.ctx.new_str(VERSION), vm)?;
    sys.set_attr("version_info", version.clone(), vm)?;
    sys.set_attr("hexversion", vm.ctx.new_int(HEX_VERSION), vm)?;
    sys.set_attr("maxsize", vm.ctx.new_int(MAX_SIZE), vm)?;
    let implementation = sys.get_attr("implementation", vm)?;
    implementation.set_attr("hexversion", vm.ctx.new_int(HEX_VERSION), vm)?;
    implementation.set_attr("version", version, vm)?;
    let _ = implementation.del_attr("_multiarch", vm);
    for name in ["_rustpython_debugbuild", "_get_cpu_count_config"] {
        let _ = sys.del_attr(name, vm);
    }
    Ok(())
}
