//! A global allocator that counts what each thread holds, so that a run's memory has a bound.

#[cfg(any(target_family = "wasm", test))]
mod heap;
#[cfg(target_family = "wasm")]
mod room;

use std::alloc::{GlobalAlloc, Layout};
use std::cell::Cell;

#[cfg(not(target_family = "wasm"))]
use crate::ticks;

/// Where the blocks come from.
#[cfg(not(target_family = "wasm"))]
use std::alloc::System as BLOCKS;
#[cfg(target_family = "wasm")]
static BLOCKS: heap::Heap<room::Room> = heap::Heap::new(room::Room::new(), PARSER_STACK);

/// Ends the time before the snapshot: what is allocated from here on lies together, with so many bytes at hand before
/// the memory has to grow.
#[cfg(target_family = "wasm")]
#[allow(unsafe_code, reason = "`room` gives memory from the boundary on alone, which is where all memory so far ends")]
pub(crate) fn seal(room: usize) {
    if let Some(boundary) = BLOCKS.system().prepare(room) {
        // SAFETY: the reason above.
        unsafe { BLOCKS.seal(boundary) };
    }
}

/// Counts the bytes that each thread allocates and frees, on top of the system's allocator.
///
/// The `native` isolation bounds a run's memory only in a program whose global allocator this is. The
/// `taipan` binary has it; a host that embeds the library installs it itself. Without it every run still
/// works, counts 0 bytes and says so in [`Outcome::warnings`](crate::Outcome::warnings).
///
/// ```
/// use taipan::CountingAllocator;
///
/// #[global_allocator]
/// static ALLOCATOR: CountingAllocator = CountingAllocator::new();
///
/// # fn main() -> Result<(), taipan::Error> {
/// let engine = taipan::Engine::builder().build()?;
/// let outcome = engine.run("len([0] * 100_000)")?;
/// assert!(outcome.usage.memory_peak_bytes > 800_000);
/// # Ok(()) }
/// ```
#[derive(Debug, Default)]
pub struct CountingAllocator(());

impl CountingAllocator {
    /// The allocator; it keeps no state of its own.
    ///
    /// ```
    /// const ALLOCATOR: taipan::CountingAllocator = taipan::CountingAllocator::new();
    /// ```
    #[must_use]
    pub const fn new() -> CountingAllocator {
        CountingAllocator(())
    }
}

struct Count {
    live: Cell<i64>,
    peak: Cell<i64>,
    limit: Cell<i64>,
    ceiling: Cell<i64>,
    refused: Cell<i64>,
}

thread_local! {
    static COUNT: Count = const {
        Count {
            live: Cell::new(0),
            peak: Cell::new(0),
            limit: Cell::new(i64::MAX),
            ceiling: Cell::new(i64::MAX),
            refused: Cell::new(0),
        }
    };
}

/// The stack that the parser takes from the heap where it can't tell how much of the thread's is left.
pub(crate) const PARSER_STACK: Layout = match Layout::from_size_align(1 << 20, 16) {
    Ok(layout) => layout,
    Err(_) => panic!("16 is a power of 2"),
};

/// How far past its limit a run may get before a request is refused: the limit itself acts at the next event, and
/// a container that doubles holds its old half until it has moved.
fn ceiling(limit: i64) -> i64 {
    // Behind the wall nothing looks at the limit between two requests.
    if cfg!(target_family = "wasm") {
        return limit.saturating_add(PARSER_STACK.size() as i64);
    }
    limit.saturating_mul(2).saturating_add(32 << 20)
}

/// What a request gets that is refused. Behind the wall it ends the run: no event follows that would, and code that
/// catches one `MemoryError` after the other could go on until its fuel is gone.
#[cold]
fn refuse() -> *mut u8 {
    #[cfg(target_family = "wasm")]
    crate::native::wall::memory_is_gone();
    #[cfg(not(target_family = "wasm"))]
    std::ptr::null_mut()
}

/// Makes the run's next event look at its bounds; behind the wall a request that passes one is refused, and ends the run.
#[inline]
fn hurry() {
    #[cfg(not(target_family = "wasm"))]
    ticks::hurry();
}

/// Starts to count a run on this thread: from here on live and peak are the run's.
pub(crate) fn begin(limit: u64) {
    let limit = i64::try_from(limit).unwrap_or(i64::MAX);
    COUNT.with(|c| {
        c.live.set(0);
        c.peak.set(0);
        c.limit.set(limit);
        c.ceiling.set(ceiling(limit));
        c.refused.set(0);
    });
}

/// Stops to bound this thread.
pub(crate) fn end() {
    COUNT.with(|c| {
        c.limit.set(i64::MAX);
        c.ceiling.set(i64::MAX);
    });
}

/// The bytes that the run would have held with the request that was refused, if one was.
pub(crate) fn refused() -> Option<u64> {
    COUNT.with(|c| u64::try_from(c.refused.get()).ok().filter(|bytes| *bytes > 0))
}

/// Lets a run that is being taken down allocate what that needs; whether it was bounded before.
#[cfg(not(target_family = "wasm"))]
pub(crate) fn unbind() -> bool {
    COUNT.with(|c| c.ceiling.replace(i64::MAX) != i64::MAX)
}

/// Calls what is not the run's: what it takes and frees is not counted, and nothing is refused to it.
#[cfg(not(target_family = "wasm"))]
pub(crate) fn aside<R>(act: impl FnOnce() -> R) -> R {
    COUNT.with(|c| {
        let before = [&c.live, &c.peak, &c.limit, &c.ceiling].map(|cell| (cell, cell.get()));
        c.limit.set(i64::MAX);
        c.ceiling.set(i64::MAX);
        let result = act();
        before.into_iter().for_each(|(cell, value)| cell.set(value));
        result
    })
}

/// Bytes that this thread holds beyond what it held at [`begin`].
pub(crate) fn live() -> u64 {
    COUNT.with(|c| c.live.get().max(0) as u64)
}

/// What [`live`] says, less than nothing where the thread has freed more than it took.
#[cfg(not(target_family = "wasm"))]
pub(crate) fn growth() -> i64 {
    COUNT.with(|c| c.live.get())
}

/// The most bytes that this thread held since [`begin`].
pub(crate) fn peak() -> u64 {
    COUNT.with(|c| c.peak.get().max(0) as u64)
}

/// Whether the program's global allocator counts.
#[cfg(not(target_family = "wasm"))]
pub(crate) fn is_counted() -> bool {
    let before = COUNT.with(|c| c.live.get());
    let probe = std::hint::black_box(Box::new([0_u8; 64]));
    let after = COUNT.with(|c| c.live.get());
    drop(probe);
    after != before
}

impl Count {
    #[inline]
    fn add(&self, bytes: i64) {
        let live = self.live.get() + bytes;
        self.live.set(live);
        if live > self.peak.get() {
            self.peak.set(live);
        }
        if live > self.limit.get() {
            hurry();
        }
    }

    #[inline]
    fn allows(&self, bytes: usize) -> bool {
        let wanted = self.live.get().saturating_add(i64::try_from(bytes).unwrap_or(i64::MAX));
        if wanted <= self.ceiling.get() {
            return true;
        }
        self.refused.set(wanted);
        hurry();
        false
    }
}

#[allow(unsafe_code, reason = "`GlobalAlloc` is an unsafe trait; each call passes its contract on unchanged")]
// SAFETY: every block comes from and goes back to one allocator with the layout it was asked for. The count is a
// constant-initialised thread-local without a destructor, so touching it never allocates.
unsafe impl GlobalAlloc for CountingAllocator {
    #[inline]
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        COUNT.with(|c| {
            if !c.allows(layout.size()) {
                return refuse();
            }
            // SAFETY: the caller's contract.
            let block = unsafe { BLOCKS.alloc(layout) };
            if block.is_null() {
                return refuse();
            }
            c.add(layout.size() as i64);
            block
        })
    }

    #[inline]
    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        COUNT.with(|c| {
            if !c.allows(layout.size()) {
                return refuse();
            }
            // SAFETY: the caller's contract.
            let block = unsafe { BLOCKS.alloc_zeroed(layout) };
            if block.is_null() {
                return refuse();
            }
            c.add(layout.size() as i64);
            block
        })
    }

    #[inline]
    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        // SAFETY: the caller's contract.
        unsafe { BLOCKS.dealloc(block, layout) };
        COUNT.with(|c| c.add(-(layout.size() as i64)));
    }

    #[inline]
    unsafe fn realloc(&self, block: *mut u8, layout: Layout, new_size: usize) -> *mut u8 {
        COUNT.with(|c| {
            if new_size > layout.size() && !c.allows(new_size - layout.size()) {
                return refuse();
            }
            // SAFETY: the caller's contract.
            let moved = unsafe { BLOCKS.realloc(block, layout, new_size) };
            if moved.is_null() {
                return refuse();
            }
            c.add(new_size as i64 - layout.size() as i64);
            moved
        })
    }
}
