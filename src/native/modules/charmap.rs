//! The functions of `_codecs` that RustPython has in Python, without the copy that it keeps from the first interpreter.

use rustpython_vm::function::FuncArgs;
use rustpython_vm::{PyResult, VirtualMachine};

use super::{Patch, function};

pub(super) const PATCH: Patch = Patch {
    name: "_codecs",
    functions: || {
        vec![
            function!("charmap_build", |args: FuncArgs, vm: &VirtualMachine| call("charmap_build", args, vm)),
            function!("charmap_decode", |args: FuncArgs, vm: &VirtualMachine| call("charmap_decode", args, vm)),
            function!("charmap_encode", |args: FuncArgs, vm: &VirtualMachine| call("charmap_encode", args, vm)),
            function!("readbuffer_encode", |args: FuncArgs, vm: &VirtualMachine| call("readbuffer_encode", args, vm)),
        ]
    },
    without: &[],
    finish: |_, _| Ok(()),
};

fn call(name: &'static str, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
    vm.import("_charmap", 0)?.get_attr(name, vm)?.call(args, vm)
}
