//! The `native` isolation: everything that names RustPython.

pub mod bench;
mod boot;
mod budget;
mod caps;
mod clock;
mod collapse;
mod collector;
mod constants;
mod convert;
mod crash;
mod doors;
mod encodings;
mod entropy;
mod exact;
mod execute;
mod finalizers;
mod frames;
mod functions;
mod gate;
mod guard;
mod hint;
mod hooks;
mod ids;
mod instrument;
mod leave;
mod lull;
mod modules;
mod pool;
mod raised;
mod room;
mod scrub;
mod shared;
mod source;
mod stdio;
mod suggestion;
mod syntax;
mod tables;
mod teardown;
mod twin;
mod unraisable;
mod wording;

use std::sync::Arc;

use crate::limits::Limits;
use crate::policy::Policy;
use crate::value::Value;

pub(crate) use pool::Pool;

/// All that a run depends on.
#[derive(Debug)]
pub(crate) struct Job {
    pub(crate) id: String,
    pub(crate) source: String,
    pub(crate) file: String,
    pub(crate) inputs: Vec<(String, Value)>,
    pub(crate) limits: Limits,
    pub(crate) policy: Arc<Policy>,
    pub(crate) warnings: Vec<String>,
}
