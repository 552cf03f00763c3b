//! `struct.pack` raises `struct.error` for values of the wrong type.

use rustpython_vm::buffer::new_struct_error;
use rustpython_vm::builtins::PyModuleDef;
use rustpython_vm::function::{FuncArgs, PyMethodDef};
use rustpython_vm::{AsObject, PyResult, VirtualMachine};

use super::defs;

/// The definition of the module with its packing functions corrected.
pub(super) fn corrected(def: &'static PyModuleDef) -> &'static PyModuleDef {
    defs::with_wrapped(def, &["pack", "pack_into"], pack)
}

fn pack(method: &'static PyMethodDef, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
    defs::call(method, args, vm).map_err(|error| {
        if !error.fast_isinstance(vm.ctx.exceptions.type_error) {
            return error;
        }
        let text = error.as_object().str(vm).map_or_else(|_| String::new(), |text| text.to_string_lossy().into_owned());
        if text.starts_with("Expected type 'bytes' but") {
            new_struct_error(vm, "char format requires a bytes object of length 1")
        } else if text.starts_with("a bytes-like object is required") {
            new_struct_error(vm, "argument for 's' must be a bytes object")
        } else if text.starts_with("must be real number, not") {
            new_struct_error(vm, "required argument is not a float")
        } else {
            error
        }
    })
}
