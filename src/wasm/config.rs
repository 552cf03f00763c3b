//! What wasmtime is told: the same where the guest is compiled and where it runs, or the guest is refused.

use wasmtime::Config;

/// Address space of a linear memory: all that 32 bits reach, so that no access needs a bounds check.
pub(crate) const RESERVATION: u64 = 4 << 30;

/// Address space behind it that stays empty.
pub(crate) const GUARD: u64 = 32 << 20;

/// Stack of the compiled guest, in bytes; the recursion limits of Python and of the guest's own stack come first. The
/// parser takes the most: 90 MiB for 100,000 operators in a row.
pub(crate) const STACK: usize = 128 << 20;

/// The memory in which the guest's code counts its work, by its export's name. The guest itself has no way to it.
pub(crate) const COUNT: &str = "taipan_count";

/// Bytes of that memory: the least that a memory has. The count is a signed number of 64 bits at its start.
pub(crate) const COUNT_BYTES: usize = 64 << 10;

/// The settings of both sides.
pub(crate) fn base() -> Config {
    let mut config = Config::new();
    config
        .max_wasm_stack(STACK)
        .async_stack_size(STACK)
        .memory_reservation(RESERVATION)
        .memory_guard_size(GUARD)
        .memory_may_move(false)
        .wasm_backtrace_max_frames(None)
        .generate_address_map(false)
        .native_unwind_info(false)
        .concurrency_support(false)
        .shared_memory(false)
        .wasm_relaxed_simd(false);
    config
}
