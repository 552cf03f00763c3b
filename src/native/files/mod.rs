//! Files without a file system: the tree of a run, in the interpreter's own memory, and what guest code does with it.
//!
//! [`tree`] and [`descriptors`] are the file system, as plain data; [`module`], [`scan`], [`raw`] and [`open`] are the
//! doors of guest code to it; [`exchange`] is the host's.

mod arguments;
mod classes;
mod content;
mod descriptors;
mod errno;
mod exchange;
mod failure;
mod module;
mod node;
mod open;
mod raw;
mod scan;
mod state;
mod status;
mod tree;

pub(crate) use exchange::{changed, receive};
pub(crate) use module::module_def;
#[cfg(target_family = "wasm")]
pub(crate) use state::forget;

use rustpython_vm::import::import_builtin;
use rustpython_vm::{AsObject, PyResult, VirtualMachine};

/// Puts the doors where the interpreter has its own.
pub(crate) fn install(vm: &VirtualMachine) -> PyResult<()> {
    let io = import_builtin(vm, "_io")?;
    io.set_attr("FileIO", classes::of(vm)?.file.clone(), vm)?;
    let open = vm.new_function("open", open::open);
    for place in [vm.builtins.as_object(), io.as_object()] {
        place.set_attr("open", open.clone(), vm)?;
    }
    io.set_attr("open_code", vm.new_function("open_code", open::open_code), vm)
}
