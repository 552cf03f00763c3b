//! Native modules of taipan's own, most of them RustPython's with some functions replaced.

mod abc;
mod charmap;
mod csv;
mod datetime;
mod entropy;
mod errno;
mod frames;
mod functools;
mod markup;
pub(crate) mod own;
mod random;
mod refusals;
mod sources;
mod time;
mod time_format;
mod time_tuple;
mod twister;
mod tzdata;
mod weak_set;

use std::cell::RefCell;
use std::collections::BTreeMap;

use rustpython_vm::builtins::{PyModule, PyModuleDef, PyModuleSlots};
use rustpython_vm::function::PyMethodDef;
use rustpython_vm::vm::Context;
use rustpython_vm::{Py, PyResult, VirtualMachine};

use super::ids;
#[cfg(not(target_family = "wasm"))]
pub(crate) use own::forget as forget_own;
pub(crate) use sources::{show as show_source, shown as shown_job};

/// What runs once a module is filled.
type Finish = fn(&VirtualMachine, &Py<PyModule>) -> PyResult<()>;

/// What is changed in one of RustPython's modules.
struct Patch {
    name: &'static str,
    /// Functions in the place of RustPython's, or beside them.
    functions: fn() -> Vec<PyMethodDef>,
    /// Functions that guest code does not get.
    without: &'static [&'static str],
    /// What else is set once the module is filled.
    finish: Finish,
}

const PATCHES: &[Patch] =
    &[charmap::PATCH, datetime::PATCH, errno::PATCH, functools::PATCH, markup::PATCH, STATISTICS, time::PATCH];

/// The library has the quantiles of the normal distribution in Python too; RustPython's ask the host for a logarithm.
const STATISTICS: Patch =
    Patch { name: "_statistics", functions: Vec::new, without: &["_normal_dist_inv_cdf"], finish: |_, _| Ok(()) };

struct Patched {
    stock: &'static PyModuleDef,
    ours: &'static PyModuleDef,
    finish: Option<Finish>,
}

thread_local! {
    /// Definitions hold names of the thread's context; they are made once per thread and hold no state of a run.
    static PATCHED: RefCell<BTreeMap<&'static str, Patched>> = const { RefCell::new(BTreeMap::new()) };
}

/// Modules that are wholly of taipan's own.
pub(crate) fn definitions(ctx: &Context) -> Vec<&'static PyModuleDef> {
    vec![
        abc::module_def(ctx),
        csv::module_def(ctx),
        entropy::module_def(ctx),
        super::files::module_def(ctx),
        frames::module_def(ctx),
        random::module_def(ctx),
        refusals::module_def(ctx),
        sources::module_def(ctx),
        tzdata::module_def(ctx),
    ]
}

/// Puts definitions with the patches in the place of RustPython's.
pub(crate) fn patch(natives: &mut BTreeMap<&'static str, &'static PyModuleDef>) {
    PATCHED.with(|patched| {
        let mut patched = patched.borrow_mut();
        for (name, slot) in natives.iter_mut() {
            let made = patched.entry(name).or_insert_with(|| make(PATCHES.iter().find(|p| p.name == *name), slot));
            *slot = made.ours;
        }
    });
}

fn make(patch: Option<&Patch>, stock: &'static PyModuleDef) -> Patched {
    let methods = match patch {
        Some(patch) => changed(patch, stock.methods).leak(),
        None => stock.methods,
    };
    let slots = PyModuleSlots { create: stock.slots.create, exec: Some(exec) };
    let ours = Box::leak(Box::new(PyModuleDef { name: stock.name, doc: stock.doc, methods, slots }));
    Patched { stock, ours, finish: patch.map(|patch| patch.finish) }
}

fn changed(patch: &Patch, stock: &[PyMethodDef]) -> Vec<PyMethodDef> {
    let mut functions = (patch.functions)();
    let replaced = |name: &str| patch.without.contains(&name) || functions.iter().any(|f| f.name == name);
    let kept: Vec<PyMethodDef> = stock.iter().filter(|method| !replaced(method.name)).cloned().collect();
    functions.extend(kept);
    functions
}

fn exec(vm: &VirtualMachine, module: &Py<PyModule>) -> PyResult<()> {
    let name = module.name.map_or("", |name| name.as_str());
    let found = PATCHED.with(|patched| patched.borrow().get(name).map(|p| (p.stock, p.finish)));
    let Some((stock, finish)) = found else { return Ok(()) };
    stock.exec_module(vm, module)?;
    ids::settle(module, vm);
    // The first import on a thread makes classes that later ones find; the collector is to count the same in each.
    vm.state.gc.collect_force(0);
    finish.map_or(Ok(()), |finish| finish(vm, module))
}

/// One entry of [`Patch::functions`].
macro_rules! function {
    ($name:literal, $function:expr) => {
        rustpython_vm::function::PyMethodDef::new_const(
            $name,
            $function,
            rustpython_vm::function::PyMethodFlags::EMPTY,
            rustpython_vm::function::ItemDoc::NONE,
        )
    };
}
use function;
