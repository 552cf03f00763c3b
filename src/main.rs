//! The command `taipan`.

use std::process::ExitCode;

#[global_allocator]
static ALLOCATOR: taipan::CountingAllocator = taipan::CountingAllocator::new();

fn main() -> ExitCode {
    taipan::cli::main()
}
