//! Native modules of taipan's own.

mod refusals;

use rustpython_vm::builtins::PyModuleDef;
use rustpython_vm::vm::Context;

/// The definitions that replace RustPython's or add to them.
pub(crate) fn definitions(ctx: &Context) -> Vec<&'static PyModuleDef> {
    vec![refusals::module_def(ctx)]
}
