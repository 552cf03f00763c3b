//! The `wasm` isolation: everything that names wasmtime.

mod answer;
mod code;
mod config;
mod dirty;
#[cfg(feature = "cli")]
mod facts;
mod host;
mod image;
mod instance;
mod instances;
mod memory;
mod seal;
#[cfg(test)]
mod seal_tests;
mod ticker;

use std::fmt;
use std::process;
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use crate::cancel::Cancel;
use crate::error::{Error, ErrorKind};
use crate::job::Job;
use crate::outcome::{Isolation, Outcome};
#[cfg(feature = "cli")]
pub(crate) use facts::{Facts, facts};
use image::{Guest, Image};
use instance::Mould;
use instances::{Cleaner, Instances};
use ticker::Ticker;

/// The interpreters of an engine behind the wall.
pub(crate) struct Wall {
    // Dropped first: its thread looks whether the instances are gone.
    instances: Arc<Instances>,
    cleaner: Cleaner,
    ticker: Ticker,
    process: u32,
}

impl fmt::Debug for Wall {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mould = self.instances.mould();
        f.debug_struct("Wall")
            .field("guest", &mould.hash)
            .field("most", &self.instances.most())
            .field("shares_binary", &mould.image.shares_binary())
            .field("scans_pages", &dirty::can_scan())
            .finish_non_exhaustive()
    }
}

/// What a build without a guest says.
pub(crate) const NO_GUEST: &str = "this build of taipan has no guest, so it has no wasm isolation: `make build` builds one into it; `native` by name does without";

/// Whether this build has a guest.
pub(crate) fn has_guest() -> bool {
    image::guest().is_some()
}

impl Wall {
    /// Loads the guest of this build; `most` runs may be in flight at a time.
    pub(crate) fn start(most: usize) -> Result<Wall, Error> {
        let guest = image::guest().ok_or_else(|| Error::new(ErrorKind::Unsupported, NO_GUEST))?;
        let mould = mould(&guest)?;
        let no_thread = |error| Error::new(ErrorKind::Exhausted, format!("no thread for the wall: {error}"));
        let ticker = Ticker::start(mould.pre.module().engine()).map_err(no_thread)?;
        let instances = Instances::new(mould, most);
        let cleaner = Cleaner::start(&instances).map_err(no_thread)?;
        Ok(Wall { instances, cleaner, ticker, process: process::id() })
    }

    /// Runs a job on an interpreter that is as the image has it; waits so long for one to be free.
    pub(crate) fn run(&self, job: &Job, cancel: Option<&Cancel>, wait: Duration) -> Result<Outcome, Error> {
        if process::id() != self.process {
            let detail = "the engine was made before this process was forked; its threads stayed behind: make another";
            return Err(Error::new(ErrorKind::Unsupported, detail));
        }
        let _running = self.ticker.enter();
        let Some(instance) = self.instances.take(cancel, wait)? else {
            return Ok(job.cancelled(Isolation::Wasm));
        };
        let mut lent = Lent { wall: self, instance: Some(instance), usable: false };
        let Some(instance) = &mut lent.instance else { unreachable!("it is taken on drop") };
        let (outcome, usable) = instance.run(self.instances.mould(), job, cancel);
        lent.usable = usable;
        Ok(outcome)
    }
}

/// An instance in a run; it goes back whatever happens, and is thrown away if the host panicked.
struct Lent<'a> {
    wall: &'a Wall,
    instance: Option<instance::Instance>,
    usable: bool,
}

impl Drop for Lent<'_> {
    fn drop(&mut self) {
        if let Some(instance) = self.instance.take()
            && self.wall.instances.give(instance, self.usable)
        {
            self.wall.cleaner.wake();
        }
    }
}

/// What the instances of every engine are made from: the code lies at one address, and is made known there once.
fn mould(guest: &Guest) -> Result<Arc<Mould>, Error> {
    static MOULD: OnceLock<Result<Arc<Mould>, String>> = OnceLock::new();
    let made = MOULD.get_or_init(|| load(guest).map(Arc::new).map_err(|error| format!("{error:#}")));
    made.clone().map_err(|error| {
        Error::new(ErrorKind::Unsupported, format!("the guest of this build can't be used here: {error}"))
    })
}

fn load(guest: &Guest) -> wasmtime::Result<Mould> {
    seal::check_frame(guest).map_err(wasmtime::Error::msg)?;
    let image = Arc::new(Image::open(guest)?);
    let module = code::load(guest, &image)?;
    let pre = host::linker(&module)?.instantiate_pre(&module)?;
    Ok(Mould::new(pre, image, guest))
}

#[cfg(test)]
mod tests;
