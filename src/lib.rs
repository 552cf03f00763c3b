//! taipan runs Python that a machine wrote, in this process, within bounds.
#![cfg_attr(alloc_error_hook, feature(alloc_error_hook))]
// A guest takes the engine's half of the types that it shares with its host.
#![cfg_attr(target_family = "wasm", allow(dead_code))]

mod alloc;
mod allowlist;
#[cfg(feature = "server")]
mod audit;
#[cfg(feature = "server")]
mod batch;
#[cfg(not(target_family = "wasm"))]
mod cancel;
mod captured;
#[cfg(not(target_family = "wasm"))]
pub mod check;
#[cfg(feature = "cli")]
pub mod cli;
#[cfg(feature = "cli")]
mod config;
#[cfg(feature = "cli")]
pub mod document;
#[cfg(not(target_family = "wasm"))]
mod engine;
mod error;
mod file;
#[cfg(feature = "cli")]
mod files;
#[cfg(not(target_family = "wasm"))]
pub mod format;
#[cfg(all(feature = "fuzzing", not(target_family = "wasm")))]
#[doc(hidden)]
pub mod fuzzing;
#[cfg(all(any(feature = "cli", feature = "wasm"), not(target_family = "wasm")))]
mod hex;
#[cfg(feature = "history")]
mod history;
#[cfg(not(target_family = "wasm"))]
mod inside;
mod job;
mod limits;
#[cfg(not(target_family = "wasm"))]
mod link;
mod native;
mod nearest;
mod outcome;
mod policy;
#[cfg(feature = "cli")]
mod record;
#[cfg(feature = "cli")]
#[cfg_attr(not(feature = "server"), allow(dead_code))]
mod request;
#[cfg(not(target_family = "wasm"))]
mod run;
#[cfg(feature = "cli")]
mod schema;
#[cfg(feature = "server")]
mod server;
#[cfg(not(target_family = "wasm"))]
mod session;
#[cfg(all(feature = "snap", not(target_family = "wasm")))]
pub mod snap;
mod ticks;
mod tool;
#[cfg(feature = "cli")]
mod tools;
pub mod traceback;
#[cfg(not(target_family = "wasm"))]
mod units;
mod value;
#[cfg(all(feature = "wasm", not(target_family = "wasm")))]
mod wasm;
mod wire;

#[cfg(not(target_family = "wasm"))]
#[doc(hidden)]
pub use native::bench;
#[cfg(target_family = "wasm")]
#[doc(hidden)]
pub use native::wall;

pub use alloc::CountingAllocator;
pub use allowlist::{Module, Provided, Tier, modules};
#[cfg(not(target_family = "wasm"))]
pub use cancel::Cancel;
#[cfg(not(target_family = "wasm"))]
pub use engine::{Engine, EngineBuilder};
pub use error::{Error, ErrorKind};
pub use file::File;
pub use limits::Limits;
#[cfg(not(target_family = "wasm"))]
pub use link::Stream;
pub use outcome::{Denial, Exhausted, Isolation, LimitKind, Outcome, Raised, Status, Truncated, Usage};
pub use policy::{Clock, Policy, Seed};
#[cfg(not(target_family = "wasm"))]
pub use run::Run;
#[cfg(not(target_family = "wasm"))]
pub use session::{Session, SessionLimits, SessionUsage};
pub use tool::{Arguments, ToolCall};
pub use value::{Value, ValueError};

/// The README's example is a test.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
