//! The `wasm` isolation: everything that names wasmtime.

pub(crate) mod answer;
mod code;
mod config;
mod dirty;
#[cfg(feature = "cli")]
mod facts;
mod faults;
mod host;
mod image;
mod instance;
mod instances;
mod memory;
mod meter;
mod pagemap;
mod seal;
#[cfg(test)]
mod seal_tests;
mod snapshot;
mod state;
mod ticker;

use std::fmt;
use std::process;
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use crate::error::{Error, ErrorKind};
use crate::job::Job;
use crate::link::Link;
use crate::outcome::{Isolation, Outcome};
use dirty::Tracker;
#[cfg(feature = "cli")]
pub(crate) use facts::{Facts, facts};
use image::{Guest, Image, PAGE};
use instance::{Differs, Instance, Mould};
use instances::{Cleaner, Instances};
use snapshot::Unusable;
use state::Content;
pub(crate) use state::State;
use ticker::Ticker;

/// The interpreters of an engine behind the wall.
pub(crate) struct Wall {
    // Dropped first: the cleaner looks whether the instances are gone.
    instances: Arc<Instances>,
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
            .field("scans_pages", &self.instances.tracker().scans_pages())
            .finish_non_exhaustive()
    }
}

/// What a build without a guest says.
pub(crate) const NO_GUEST: &str = "this build of taipan has no guest, so it has no wasm isolation: `make build` builds one into it; `native` by name does without";

/// What names the guest of this build, if it has one.
#[cfg(feature = "cli")]
pub(crate) fn guest_hash() -> Option<&'static str> {
    image::guest().map(|guest| guest.hash)
}

/// What is packed in a snapshot of this build's guest.
#[cfg(feature = "fuzzing")]
pub(crate) fn unsealed(snapshot: &[u8]) -> Option<Vec<u8>> {
    snapshot::unseal(snapshot, image::guest()?.hash, u64::MAX).ok()
}

/// A snapshot of this build's guest that is whole on the outside, whatever is packed in it.
#[cfg(feature = "fuzzing")]
pub(crate) fn sealed(body: &[u8]) -> Option<Vec<u8>> {
    Some(snapshot::seal(image::guest()?.hash, body))
}

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
        let instances = Instances::new(mould, most);
        let cleaner = Cleaner::start(&instances).map_err(no_thread)?;
        let ticker = Ticker::start(move || cleaner.wake()).map_err(no_thread)?;
        Ok(Wall { instances, ticker, process: process::id() })
    }

    /// Runs a job on an interpreter that is as the image has it; waits so long for one to be free.
    pub(crate) fn run(&self, job: &Job, link: &Link, wait: Duration) -> Result<Outcome, Error> {
        let outcome =
            self.on_instance(None, link, wait, |instance, mould, tracker| Ok(instance.run(mould, tracker, job, link)))?;
        Ok(outcome.unwrap_or_else(|| job.cancelled(Isolation::Wasm)))
    }

    /// Puts back what the last run of this thread has left; nothing in a process that was forked off the engine's.
    pub(crate) fn make_ready(&self) {
        if process::id() == self.process {
            self.instances.make_ready();
        }
    }

    /// Runs a job of a session, which becomes what the run leaves, unless a limit or a crash ended it or it leaves more than
    /// `most` bytes: how many then comes with the outcome.
    pub(crate) fn run_in(
        &self,
        state: &mut State,
        most: u64,
        job: &Job,
        link: &Link,
        wait: Duration,
    ) -> Result<(Outcome, Option<u64>), Error> {
        let ended = self.on_instance(Some(state.content), link, wait, |instance, mould, tracker| {
            let (outcome, too_much, usable) = instance.run_in(mould, tracker, state, most, job, link)?;
            Ok(((outcome, too_much), usable))
        })?;
        Ok(ended.unwrap_or_else(|| (job.cancelled(Isolation::Wasm), None)))
    }

    /// Makes the pages of a session what it is; waits so long for an interpreter, where one is wanted for that.
    pub(crate) fn settle(&self, state: &mut State, wait: Duration) -> Result<(), Error> {
        if state.is_settled() {
            return Ok(());
        }
        let settled = self.on_instance(Some(state.content), &Link::default(), wait, |instance, mould, tracker| {
            instance.settle(mould, tracker, state).map(|()| ((), true))
        });
        settled.map(|_| ())
    }

    /// What became of its instances so far.
    #[cfg(feature = "server")]
    pub(crate) fn figures(&self) -> crate::engine::Instances {
        self.instances.figures()
    }

    /// A session that has not run yet.
    pub(crate) fn fresh_state(&self) -> State {
        State::fresh(self.instances.mould().image.memory())
    }

    /// A session as bytes, with what it says of itself.
    pub(crate) fn pack(&self, about: &[u8], state: &State) -> Vec<u8> {
        let mould = self.instances.mould();
        snapshot::encode(mould.hash, about, state, &mould.image)
    }

    /// A session of at most so many bytes, and what it says of itself.
    pub(crate) fn unpack(&self, bytes: &[u8], most: u64) -> Result<(Vec<u8>, State), Unusable> {
        let mould = self.instances.mould();
        snapshot::decode(bytes, mould.hash, &mould.image, most)
    }

    /// Lends the instance that holds some content, else a clean one, to `act`, which says whether it can be used again; waits
    /// so long for one. None where the caller no longer wants it.
    fn on_instance<R>(
        &self,
        content: Option<Content>,
        link: &Link,
        wait: Duration,
        act: impl FnOnce(&mut Instance, &Mould, &Tracker) -> wasmtime::Result<(R, bool)>,
    ) -> Result<Option<R>, Error> {
        if process::id() != self.process {
            return Err(Error::forked());
        }
        let Some(instance) = self.instances.take(content, link.cancel.as_ref(), wait)? else { return Ok(None) };
        let meter = instance.meter().clone();
        let mut lent = Lent { wall: self, instance: Some(instance), usable: false };
        let _running = self.ticker.enter(&meter);
        let Some(instance) = &mut lent.instance else { unreachable!("it is taken on drop") };
        let (result, usable) = act(instance, self.instances.mould(), self.instances.tracker()).map_err(|error| {
            match error.downcast_ref::<Differs>() {
                Some(differs) => Error::new(ErrorKind::Internal, differs.to_string()),
                None => Error::new(ErrorKind::Exhausted, format!("no room for the session: {error:#}")),
            }
        })?;
        lent.usable = usable;
        Ok(Some(result))
    }
}

/// An instance in a run; it goes back whatever happens, and is thrown away if the host panicked.
struct Lent<'a> {
    wall: &'a Wall,
    instance: Option<Instance>,
    usable: bool,
}

impl Drop for Lent<'_> {
    fn drop(&mut self) {
        if let Some(instance) = self.instance.take() {
            self.wall.instances.give(instance, self.usable);
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
    if rustix::param::page_size() != PAGE || !guest.image.len().is_multiple_of(PAGE) {
        return Err(wasmtime::Error::msg("it was made for pages of another size"));
    }
    let image = Arc::new(Image::open(guest)?);
    let module = code::load(guest, &image)?;
    let pre = host::linker(&module)?.instantiate_pre(&module)?;
    Ok(Mould::new(pre, image, guest))
}

#[cfg(test)]
mod tests;
