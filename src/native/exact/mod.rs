//! Corrects from outside what RustPython answers differently from CPython.

mod array;
mod binascii;
mod calls;
mod cmath;
mod compile;
mod complex;
mod defs;
pub(crate) mod fold;
mod formats;
mod gamma;
mod libm;
mod math;
mod methods;
mod numbers;
#[cfg(target_family = "wasm")]
pub(crate) use numbers::renew;
mod sizes;
mod structs;
mod sum;

use std::cell::Cell;

use rustpython_vm::builtins::PyModuleDef;
use rustpython_vm::vm::Context;
use rustpython_vm::{PyResult, VirtualMachine};

pub(crate) use defs::set_functions;

thread_local! {
    /// The types of a thread's interpreters are the same objects, so they are corrected once a thread.
    static TYPES_DONE: Cell<bool> = const { Cell::new(false) };
}

/// Corrects the types and the built-in functions of a fresh interpreter.
pub(crate) fn install(vm: &VirtualMachine) -> PyResult<()> {
    if !TYPES_DONE.replace(true) {
        numbers::install(vm);
        methods::install(vm);
        calls::install(vm);
        sizes::install(vm);
    }
    sum::install(vm)?;
    methods::install_functions(vm)?;
    sizes::install_function(vm)?;
    compile::install(vm)
}

/// Replaces the native modules that need it by definitions with corrected functions.
pub(crate) fn correct(natives: &mut [&'static PyModuleDef], ctx: &Context) {
    for def in natives {
        *def = match def.name.as_str() {
            "math" => defs::with_functions(def, math::definition(ctx)),
            "cmath" => cmath::corrected(def),
            "array" => array::corrected(def),
            "binascii" => binascii::corrected(def),
            "_struct" => structs::corrected(def),
            _ => def,
        };
    }
}
