//! The exports by which the host drives the engine behind the wall.
//!
//! The host calls `taipan_boot` once and takes its snapshot. A run then asks for room with `taipan_room`, writes the job
//! there, calls `taipan_run` and reads the answer where its result says.

use std::cell::RefCell;

use taipan::{CountingAllocator, wall};

#[global_allocator]
static ALLOCATOR: CountingAllocator = CountingAllocator::new();

thread_local! {
    /// The job on its way in, then the answer on its way out.
    static MESSAGE: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
}

/// Builds the interpreter that the snapshot keeps.
#[unsafe(no_mangle)]
pub extern "C" fn taipan_boot() {
    wall::boot();
}

/// Runs one of the programs that tell which functions runs call; 0 if there is none of this number. For the host that takes the
/// snapshot alone.
#[unsafe(no_mangle)]
pub extern "C" fn taipan_practise(number: usize) -> u32 {
    u32::from(wall::practise(number))
}

/// Where the host may write a job of so many bytes.
#[unsafe(no_mangle)]
pub extern "C" fn taipan_room(length: usize) -> *mut u8 {
    MESSAGE.with_borrow_mut(|message| {
        message.clear();
        message.resize(length, 0);
        message.as_mut_ptr()
    })
}

/// Runs the job; gives the answer's address in the upper half and its length in the lower.
#[unsafe(no_mangle)]
pub extern "C" fn taipan_run() -> u64 {
    let job = MESSAGE.take();
    let answer = wall::run(&job);
    MESSAGE.with_borrow_mut(|message| {
        *message = answer;
        (message.as_ptr() as u64) << 32 | message.len() as u64
    })
}

/// The most bytes that the run has held so far; for a run that ended by a trap.
#[unsafe(no_mangle)]
pub extern "C" fn taipan_memory_peak() -> u64 {
    wall::memory_peak()
}
