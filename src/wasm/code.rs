//! Loads the compiled guest where it lies in this binary.
#![allow(
    unsafe_code,
    reason = "the compiled guest is code; it is this build's own, and wasmtime checks what it is for"
)]

use std::ptr::NonNull;
use std::sync::Arc;

use rustix::mm::{MprotectFlags, mprotect};
use wasmtime::{CustomCodeMemory, Engine, Module};

use super::config;
use super::image::{Guest, Image};
use super::memory::Creator;

/// The page size of the machines that a guest is built for.
const PAGE: usize = 4096;

/// Lets pages of this program's own file be executed.
struct OwnPages;

impl CustomCodeMemory for OwnPages {
    fn required_alignment(&self) -> usize {
        PAGE
    }

    fn publish_executable(&self, at: *const u8, length: usize) -> wasmtime::Result<()> {
        // SAFETY: whole pages of the guest's code, which nothing writes to.
        unsafe { mprotect(at.cast_mut().cast(), length, MprotectFlags::READ | MprotectFlags::EXEC)? };
        Ok(())
    }

    fn unpublish_executable(&self, _at: *const u8, _length: usize) -> wasmtime::Result<()> {
        // Another engine of this process may run the same pages.
        Ok(())
    }
}

/// The guest's module, in an engine of its own.
pub(super) fn load(guest: &Guest, image: &Arc<Image>) -> wasmtime::Result<Module> {
    let mut config = config::base();
    config.with_host_memory(Arc::new(Creator(image.clone())));
    config.with_custom_code_memory(Some(Arc::new(OwnPages)));
    let engine = Engine::new(&config)?;
    // SAFETY: the bytes are those that the build's compiler wrote, and live as long as the process.
    let module = unsafe { Module::deserialize_raw(&engine, NonNull::from(guest.code)) };
    module.map_err(|error| wasmtime::Error::msg(refusal(&format!("{error:#}"))))
}

/// Why a guest with all its bytes is not run, from what wasmtime says of it.
fn refusal(told: &str) -> String {
    let machine = ["architecture", "operating system", "incompatible with native host"];
    let what = if told.contains("incompatible version") {
        "it was compiled for another version of wasmtime"
    } else if machine.iter().any(|word| told.contains(word)) {
        "it was compiled for another machine"
    } else if told.contains("Module was compiled") {
        "it was compiled with other settings"
    } else {
        "it can't be loaded"
    };
    format!("{what} ({told}); `make build` makes one for this machine")
}
