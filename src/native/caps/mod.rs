//! Prices and bounds for the native work of the interpreter that draws no event of the meter's.
//!
//! Nothing here can be reached from guest code: the slots of the types and the functions of the modules are
//! themselves replaced, from Rust, by ones that pay first and then call the original.

mod builtins;
mod compare;
mod construct;
mod dunders;
mod guard;
mod heap;
mod integers;
mod iterators;
mod json;
mod methods;
mod modules;
mod prices;
mod regex;
mod sequences;
mod types;

use std::cell::Cell;

use rustpython_vm::{PyResult, VirtualMachine};

pub(crate) use heap::register as on_new_class;
pub(crate) use modules::price as price_modules;

thread_local! {
    static TYPES_DONE: Cell<bool> = const { Cell::new(false) };
}

/// Puts the prices on a fresh interpreter. The types are those of the thread, so the first does it for all.
pub(crate) fn install(vm: &VirtualMachine) -> PyResult<()> {
    if !TYPES_DONE.get() {
        let types = types::all(vm)?;
        iterators::install(&types);
        integers::install(vm);
        sequences::install(vm, &types);
        compare::install(vm, &types);
        construct::install(vm, &types);
        methods::install(vm, &types);
        json::install(&types);
        dunders::install(vm);
        heap::install(vm);
        TYPES_DONE.set(true);
    }
    builtins::install(vm)
}

/// Drops what belongs to an interpreter.
#[cfg(not(target_family = "wasm"))]
pub(crate) fn forget() {
    regex::forget();
}
