//! taipan runs Python that a machine wrote, in this process, within bounds.
#![cfg_attr(alloc_error_hook, feature(alloc_error_hook))]

mod alloc;
mod allowlist;
#[cfg(feature = "cli")]
pub mod cli;
mod engine;
mod error;
mod limits;
mod native;
mod nearest;
mod outcome;
mod policy;
mod run;
mod ticks;
pub mod traceback;
mod value;

#[doc(hidden)]
pub use native::bench;

pub use alloc::CountingAllocator;
pub use allowlist::{Module, Provided, Tier, modules};
pub use engine::{Engine, EngineBuilder};
pub use error::{Error, ErrorKind};
pub use limits::Limits;
pub use outcome::{Denial, Exhausted, Isolation, LimitKind, Outcome, Raised, Status, Truncated, Usage};
pub use policy::{Clock, Policy, Seed};
pub use run::Run;
pub use value::{Value, ValueError};

/// The README's example is a test.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
