//! The tables of native and frozen modules: what is not in them cannot be imported by any road.

use std::collections::BTreeMap;
use std::collections::hash_map::HashMap;
use std::hash::BuildHasher;
use std::sync::LazyLock;

use rustpython_vm::builtins::PyModuleDef;
use rustpython_vm::frozen::{FrozenLib, FrozenModule};
use rustpython_vm::vm::Context;

use crate::allowlist::{self, Provided};

static FROZEN: LazyLock<Vec<(&'static str, FrozenModule)>> = LazyLock::new(|| {
    let library: &'static FrozenLib = FrozenLib::from_ref(include_bytes!(concat!(env!("OUT_DIR"), "/frozen.bin")));
    library.decode().collect()
});

/// The library modules that the build froze.
pub(crate) fn frozen() -> impl Iterator<Item = (&'static str, FrozenModule)> {
    FROZEN.iter().copied()
}

/// The native modules beyond those that every interpreter has: RustPython's library and the engine's replacements.
pub(crate) fn extra_natives(ctx: &Context) -> Vec<&'static PyModuleDef> {
    let mut natives = rustpython_stdlib::stdlib_module_defs(ctx);
    natives.extend(super::modules::definitions(ctx));
    super::exact::correct(&mut natives, ctx);
    natives
}

/// Removes what neither the allowlist nor the start of an interpreter names.
///
/// What only the start needs stays in the tables and is not found by guest code: see [`doors`](super::doors).
pub(crate) fn curate<S: BuildHasher>(
    natives: &mut BTreeMap<&'static str, &'static PyModuleDef>,
    frozen: &mut HashMap<&'static str, FrozenModule, S>,
) {
    super::modules::patch(natives);
    natives.retain(|name, _| {
        BOOT_NATIVES.contains(name)
            || allowlist::find(name).is_some_and(|m| matches!(m.provided, Provided::Native | Provided::Replaced))
    });
    super::caps::price_modules(natives);
    frozen.retain(|name, _| {
        BOOT_FROZEN.contains(name)
            || allowlist::find(name).is_some_and(|m| matches!(m.provided, Provided::Frozen | Provided::Shim))
    });
}

/// Native modules that RustPython imports by itself while it starts.
const BOOT_NATIVES: &[&str] = &["_imp"];

/// Frozen modules that RustPython imports by itself while it starts.
const BOOT_FROZEN: &[&str] =
    &["_frozen_importlib", "_thread", "codecs", "encodings_ascii", "encodings_utf_8", "encodings_latin_1"];
