//! Native modules of taipan's own.
use rustpython_vm::builtins::PyModuleDef;
use rustpython_vm::vm::Context;
pub(crate) fn definitions(_ctx: &Context) -> Vec<&'static PyModuleDef> {
    vec![]
}
