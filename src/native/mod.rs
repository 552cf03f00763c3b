//! The `native` isolation: everything that names RustPython.

#[cfg(not(target_family = "wasm"))]
pub mod bench;
mod boot;
#[cfg_attr(target_family = "wasm", path = "wall/budget.rs")]
mod budget;
mod caps;
mod charges;
mod clock;
mod collapse;
mod collector;
mod constants;
mod convert;
#[cfg(not(target_family = "wasm"))]
mod crash;
mod doors;
mod encodings;
mod entropy;
mod exact;
mod execute;
mod files;
mod finalizers;
mod frames;
mod functions;
mod gate;
mod guard;
mod hint;
mod hooks;
#[cfg_attr(target_family = "wasm", path = "wall/host_call.rs")]
mod host_call;
mod ids;
#[cfg(not(target_family = "wasm"))]
mod imports;
mod instrument;
mod leave;
#[cfg(not(target_family = "wasm"))]
mod lull;
mod modules;
mod names;
mod order;
#[cfg(not(target_family = "wasm"))]
mod parse;
mod plain;
#[cfg(not(target_family = "wasm"))]
mod pool;
mod raised;
mod room;
mod scrub;
mod session;
mod shared;
mod source;
mod stdio;
mod suggestion;
mod syntax;
mod tables;
#[cfg(not(target_family = "wasm"))]
mod teardown;
mod tools;
mod twin;
#[cfg(all(feature = "cli", not(target_family = "wasm")))]
mod typed;
mod unraisable;
#[cfg(target_family = "wasm")]
pub mod wall;
mod wording;

pub(crate) use crate::job::Job;
#[cfg(feature = "wasm")]
pub(crate) use convert::Shown;
#[cfg(not(target_family = "wasm"))]
pub(crate) use parse::parsed;
#[cfg(not(target_family = "wasm"))]
pub(crate) use pool::Pool;
#[cfg(not(target_family = "wasm"))]
pub(crate) use source::with_newlines;
#[cfg(all(feature = "cli", not(target_family = "wasm")))]
pub(crate) use typed::{Typed, typed};
