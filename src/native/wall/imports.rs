//! All that the engine asks of the host behind the wall.
#![allow(unsafe_code, reason = "the host's functions are foreign ones; each takes numbers or a block that is alive")]

/// The functions of the host. `tests/suite/wall.rs` holds this list against the guest's.
mod host {
    #[link(wasm_import_module = "taipan")]
    unsafe extern "C" {
        pub(super) fn write(stream: u32, text: *const u8, length: usize);
        pub(super) fn deny(denial: *const u8, length: usize);
        pub(super) fn stop(kind: u32, limit: u64, used: u64) -> !;
        pub(super) fn panic(text: *const u8, length: usize) -> !;
        pub(super) fn entropy(bytes: *mut u8, length: usize);
        pub(super) fn wall_clock() -> i64;
        pub(super) fn uptime() -> i64;
        pub(super) fn sleep(nanos: i64);
        pub(super) fn call(call: *const u8, length: usize) -> usize;
        pub(super) fn reply(bytes: *mut u8, length: usize);
        pub(super) fn given(file: u32, from: u64, into: *mut u8, length: usize);
        pub(super) fn file(path: *const u8, path_length: usize, part: *const u8, length: usize);
    }
}

/// Appends to standard output (0) or standard error (1); the run ends here at the bound.
pub(crate) fn write(stream: u32, text: &str) {
    // SAFETY: the block is the text's.
    unsafe { host::write(stream, text.as_ptr(), text.len()) }
}

/// Tells of a denial, as a message.
pub(crate) fn deny(denial: &[u8]) {
    // SAFETY: the block is the message's.
    unsafe { host::deny(denial.as_ptr(), denial.len()) }
}

/// Ends the run: a limit is exhausted.
pub(crate) fn stop(kind: u32, limit: u64, used: u64) -> ! {
    // SAFETY: it takes numbers alone.
    unsafe { host::stop(kind, limit, used) }
}

/// Ends the run: the engine is broken.
pub(crate) fn panic(text: &str) -> ! {
    // SAFETY: the block is the text's.
    unsafe { host::panic(text.as_ptr(), text.len()) }
}

/// Fills a block with the system's entropy.
pub(crate) fn entropy(bytes: &mut [u8]) {
    // SAFETY: the block is the caller's alone.
    unsafe { host::entropy(bytes.as_mut_ptr(), bytes.len()) }
}

/// Nanoseconds since 1970.
pub(crate) fn wall_clock() -> i64 {
    // SAFETY: it takes nothing.
    unsafe { host::wall_clock() }
}

/// Nanoseconds since the run began.
pub(crate) fn uptime() -> i64 {
    // SAFETY: it takes nothing.
    unsafe { host::uptime() }
}

/// Waits; the deadline ends the run meanwhile.
pub(crate) fn sleep(nanos: i64) {
    // SAFETY: it takes a number alone.
    unsafe { host::sleep(nanos) }
}

/// Calls a tool of the host's: a message, and the one that comes back.
pub(crate) fn call(message: &[u8]) -> Vec<u8> {
    // SAFETY: the block is the message's.
    let length = unsafe { host::call(message.as_ptr(), message.len()) };
    let mut answer = vec![0; length];
    // SAFETY: the block is the answer's, and as long as the host said.
    unsafe { host::reply(answer.as_mut_ptr(), answer.len()) };
    answer
}

/// Copies a part of a file that the host gives, by its place in the job.
pub(crate) fn given(file: u32, from: u64, into: &mut [u8]) {
    // SAFETY: the block is the caller's alone.
    unsafe { host::given(file, from, into.as_mut_ptr(), into.len()) }
}

/// Tells of a file that the run made, a part of its content at a time; an empty part begins a file.
pub(crate) fn file(path: &str, part: &[u8]) {
    // SAFETY: both blocks are alive.
    unsafe { host::file(path.as_ptr(), path.len(), part.as_ptr(), part.len()) }
}
