//! Turns a refused allocation that nothing can report into the end of its run instead of the process's.

use std::any::Any;

/// What unwinds when a run is out of memory in the middle of native code.
pub(crate) struct OutOfMemory;

/// Whether this is what a caught panic carries.
pub(crate) fn is_out_of_memory(panic: &(dyn Any + Send)) -> bool {
    panic.is::<OutOfMemory>()
}

#[cfg(all(alloc_error_hook, not(target_family = "wasm")))]
mod hook {
    use std::alloc::{Layout, set_alloc_error_hook, take_alloc_error_hook};
    use std::panic::resume_unwind;
    use std::sync::OnceLock;

    use super::OutOfMemory;
    use crate::alloc;

    static BEFORE: OnceLock<fn(Layout)> = OnceLock::new();

    /// Stands in front of the program's own hook, for the threads that run guest code alone.
    pub(crate) fn install() {
        BEFORE.get_or_init(|| {
            let before = take_alloc_error_hook();
            set_alloc_error_hook(refused);
            before
        });
    }

    fn refused(layout: Layout) {
        if alloc::unbind() {
            resume_unwind(Box::new(OutOfMemory));
        }
        if let Some(before) = BEFORE.get() {
            before(layout);
        }
    }
}

#[cfg(all(not(alloc_error_hook), not(target_family = "wasm")))]
mod hook {
    /// A toolchain without the hook: such a request aborts the process, as `docs/limits.md` says.
    pub(crate) fn install() {}
}

#[cfg(not(target_family = "wasm"))]
pub(crate) use hook::install;
