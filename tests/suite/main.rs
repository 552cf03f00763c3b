//! The checks that drive the library and the binary as a user would, in one program.

mod audit;
mod bad_input;
mod browser;
mod cancel;
mod case;
mod check;
mod cli;
mod cli_files;
mod command;
mod config;
mod conversion;
mod cpython;
mod determinism;
mod differential;
mod divergences;
mod doctor;
mod endings;
mod errors;
mod escapes;
mod exhaustion;
mod files;
mod formats;
mod goldens;
mod history;
mod host_output;
mod http;
mod http_history;
mod integrations;
mod library;
mod log;
mod mcp;
mod md;
mod readme;
mod repl;
mod replay;
mod same_bytes;
mod session;
mod snap;
mod standin;
mod syntax;
mod terminal;
mod tools;
mod values;
mod wall;
mod wall_fuel;
mod wall_input;
mod walled;

/// Without it, nothing would count memory and no case could exhaust it.
#[global_allocator]
static ALLOCATOR: taipan::CountingAllocator = taipan::CountingAllocator::new();
