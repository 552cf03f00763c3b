//! `binascii.hexlify` takes its arguments by name too.

use rustpython_vm::builtins::PyModuleDef;
use rustpython_vm::function::{FuncArgs, PyMethodDef};
use rustpython_vm::{PyResult, VirtualMachine};

use super::defs;

/// The definition of the module with the functions corrected.
pub(super) fn corrected(def: &'static PyModuleDef) -> &'static PyModuleDef {
    defs::with_wrapped(def, &["hexlify", "b2a_hex"], hexlify)
}

/// RustPython's function refuses what is left by name.
fn hexlify(method: &'static PyMethodDef, mut args: FuncArgs, vm: &VirtualMachine) -> PyResult {
    for (at, name) in ["data", "sep", "bytes_per_sep"].into_iter().enumerate() {
        if args.args.len() != at {
            continue;
        }
        match args.kwargs.swap_remove(name) {
            Some(value) => args.args.push(value),
            None => break,
        }
    }
    defs::call(method, args, vm)
}
