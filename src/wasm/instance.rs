//! One interpreter behind the wall: runs one job, and is then put back to what the image says.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use corosensei::on_stack;
use corosensei::stack::{DefaultStack, Stack as _};
use wasmtime::{Global, InstancePre, Memory, Store, Trap, TypedFunc, Val};

use super::dirty::{self, Dirty, Tracker};
use super::host::{Ending, Host};
use super::image::{Guest, Image, PAGE, UNIT};
use super::meter::Meter;
use super::state::{Content, Small, State};
use super::{answer, config};
use crate::file::File;
use crate::job::Job;
use crate::limits::Limits;
use crate::link::Link;
use crate::outcome::{Exhausted, Isolation, LimitKind, Outcome, Raised, Status};
use crate::wire::{self, Answer};

/// wasm instructions in a unit of fuel, so that a unit is about as much work as in the native isolation.
pub(super) const PER_UNIT: u64 = 1280;

/// Stack that host functions get beyond the guest's.
const HOST_STACK: usize = 1 << 20;

/// Fuel for the question how much memory a run had that ended by a trap, in wasm instructions.
const QUESTION: u64 = 10_000;

/// The warning of a run in a session that ended in the middle of native code, and is an error all the same.
const WAS_BEFORE: &str = "the session is what it was before this run, for that overflowed the interpreter's stack";

/// Stack that an instance keeps from one run to the next, in bytes; what a run touched beyond is given back.
const KEPT_STACK: usize = 1 << 20;

/// What every instance is made from.
pub(super) struct Mould {
    pub(super) pre: InstancePre<Host>,
    pub(super) image: Arc<Image>,
    pub(super) stack_pointer: i32,
    /// What names the guest.
    pub(super) hash: &'static str,
}

impl Mould {
    pub(super) fn new(pre: InstancePre<Host>, image: Arc<Image>, guest: &Guest) -> Mould {
        Mould { pre, image, stack_pointer: guest.stack_pointer, hash: guest.hash }
    }
}

/// A run of a session that is not what it was when it is carried out again.
#[derive(Debug, thiserror::Error)]
#[error("a run of the session gives something else when it is carried out again")]
pub(super) struct Differs;

/// An instance with its memory, its stack and its exports.
pub(super) struct Instance {
    store: Store<Host>,
    stack: DefaultStack,
    memory: Memory,
    meter: Arc<Meter>,
    stack_pointer: Global,
    room: TypedFunc<u32, u32>,
    run: TypedFunc<(), u64>,
    memory_peak: TypedFunc<(), u64>,
    dirty: Dirty,
    /// Whether a page may have been written for the first time since the dirty ones were last asked for.
    touched: bool,
    /// What the memory holds, where a session left it so.
    content: Option<Content>,
}

impl fmt::Debug for Instance {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Instance").finish_non_exhaustive()
    }
}

/// Why a guest gave no answer.
enum Failure {
    /// It has no fuel left, or the host ended it.
    Stopped,
    /// A trap.
    Trap(wasmtime::Error),
    /// It broke the rules of the messages.
    Broken(String),
}

impl From<wasmtime::Error> for Failure {
    fn from(error: wasmtime::Error) -> Failure {
        Failure::Trap(error)
    }
}

impl Instance {
    /// An instance in the state of the image.
    pub(super) fn new(mould: &Mould) -> wasmtime::Result<Instance> {
        let mut store = Store::new(mould.pre.module().engine(), Host::new(mould.image.memory()));
        store.limiter(|host| host);
        let instance = mould.pre.instantiate(&mut store)?;
        let missing = || wasmtime::Error::msg("the guest lacks an export");
        let memory = instance.get_memory(&mut store, "memory").ok_or_else(missing)?;
        store.data_mut().exported = Some(memory);
        let count = instance.get_memory(&mut store, config::COUNT).ok_or_else(missing)?;
        let meter = Meter::new(count, &store)?;
        store.data_mut().meter = Some(meter.clone());
        let stack_pointer = instance.get_global(&mut store, "__stack_pointer").ok_or_else(missing)?;
        stack_pointer.set(&mut store, Val::I32(mould.stack_pointer))?;
        Ok(Instance {
            stack: DefaultStack::new(config::STACK + HOST_STACK)?,
            memory,
            meter,
            stack_pointer,
            room: instance.get_typed_func(&mut store, "taipan_room")?,
            run: instance.get_typed_func(&mut store, "taipan_run")?,
            memory_peak: instance.get_typed_func(&mut store, "taipan_memory_peak")?,
            store,
            dirty: Dirty::default(),
            touched: true,
            content: None,
        })
    }

    /// Runs a job. Whether the instance can be used again after [`reset`](Instance::reset) comes with the outcome.
    pub(super) fn run(&mut self, mould: &Mould, tracker: &Tracker, job: &Job, link: &Link) -> (Outcome, bool) {
        let mark = tracker.mark();
        let (outcome, answered) = self.run_message(mould, job, &wire::encode(job), link, 0);
        self.touched |= mark.has_passed(tracker);
        (outcome, answered && !self.has_grown(mould))
    }

    /// What counts its runs.
    pub(super) fn meter(&self) -> &Arc<Meter> {
        &self.meter
    }

    /// What a session left in the memory, with nothing done to it since.
    pub(super) fn content(&self) -> Option<Content> {
        self.content
    }

    fn has_grown(&self, mould: &Mould) -> bool {
        self.memory.data_size(&self.store) != mould.image.memory()
    }

    /// Runs a job on what a session has left, which becomes what it leaves then, unless a limit or a crash ended the run or
    /// it leaves more than `most` bytes: how many comes with the outcome. Whether the instance can be used again after
    /// [`reset`](Instance::reset) comes last.
    pub(super) fn run_in(
        &mut self,
        mould: &Mould,
        tracker: &Tracker,
        state: &mut State,
        most: u64,
        job: &Job,
        link: &Link,
    ) -> wasmtime::Result<(Outcome, Option<u64>, bool)> {
        let mark = tracker.mark();
        let held = self.hold(mould, tracker, state)?;
        let message = wire::encode(job);
        let (mut outcome, answered) = self.run_message(mould, job, &message, link, state.uptime);
        self.touched |= mark.has_passed(tracker);
        // What overflows the guest's stack is an error, and leaves the interpreter in the middle of what it did.
        if outcome.came_to_its_end() && !answered {
            outcome.warnings.push(String::from(WAS_BEFORE));
        }
        let ended = answered && outcome.came_to_its_end();
        // A run that wrote no further page leaves no more of them than were found before. What had to be filled is taken
        // over: its instance may be another session's the next time too, and then nothing is carried out again.
        let host = self.store.data();
        let is_small = held
            && tracker.scans_pages()
            && !(self.touched || host.asked)
            && job.files.is_empty()
            && self.memory.data_size(&self.store) == state.memory
            && self.dirty.bytes() <= most;
        let uptime = host.uptime();
        let noted = ended && is_small && state.note(job, &message, outcome.usage.fuel);
        let too_much = if ended && !noted { self.leave(mould, tracker, state, most)? } else { None };
        if ended && too_much.is_none() {
            state.uptime = uptime;
        }
        // One that was stopped in the middle has more than its memory to be put back.
        self.content = (ended && too_much.is_none()).then_some(state.content);
        // What the session has had may be more than an instance keeps.
        self.touched |= self.content.is_none();
        let usable = answered && (self.content.is_some() || !self.has_grown(mould));
        Ok((outcome, too_much, usable))
    }

    /// Has the memory hold a session; whether it did before. What was carried out again for that is taken over, so that it
    /// is not carried out a third time.
    fn hold(&mut self, mould: &Mould, tracker: &Tracker, state: &mut State) -> wasmtime::Result<bool> {
        if self.content.take() == Some(state.content) {
            return Ok(true);
        }
        self.fill(mould, state)?;
        if !state.is_settled() {
            self.touched = true;
            self.leave(mould, tracker, state, u64::MAX)?;
        }
        Ok(false)
    }

    fn fill(&mut self, mould: &Mould, state: &State) -> wasmtime::Result<()> {
        let more = ((state.memory - mould.image.memory()) / UNIT) as u64;
        if more > 0 {
            self.store.data_mut().allow(state.memory);
            self.memory.grow(&mut self.store, more)?;
        }
        let memory = self.memory.data_mut(&mut self.store).as_chunks_mut().0;
        state.pages.iter().for_each(|(page, bytes)| memory[*page] = **bytes);
        for Small { bounds, message, fuel } in &state.since {
            let (outcome, answered) = self.run_message(mould, bounds, message, &Link::default(), state.uptime);
            if !answered || outcome.usage.fuel != *fuel {
                return Err(wasmtime::Error::new(Differs));
            }
        }
        Ok(())
    }

    /// Makes a session's pages what it is.
    pub(super) fn settle(&mut self, mould: &Mould, tracker: &Tracker, state: &mut State) -> wasmtime::Result<()> {
        self.hold(mould, tracker, state)?;
        if !state.is_settled() {
            self.leave(mould, tracker, state, u64::MAX)?;
        }
        self.content = Some(state.content);
        Ok(())
    }

    /// Makes of a session what the last run has left, unless that is more than `most` bytes: then it gives how many.
    fn leave(
        &mut self,
        mould: &Mould,
        tracker: &Tracker,
        state: &mut State,
        most: u64,
    ) -> wasmtime::Result<Option<u64>> {
        let memory = self.memory.data(&self.store).as_chunks().0;
        // Between two runs the guest's stack is empty, so what lies there is no part of the session.
        let first = mould.stack_pointer as usize / PAGE;
        let changes = self.dirty.changes(tracker, &mould.image, memory, first, self.touched, state)?;
        self.touched = false;
        let bytes = state.bytes_after(&changes);
        if bytes > most {
            return Ok(Some(bytes));
        }
        state.take_over(&changes, memory);
        state.memory = memory.as_flattened().len();
        Ok(None)
    }

    /// Runs what the message says, within the bounds of the job. Whether the guest answered comes with the outcome.
    pub(super) fn run_message(
        &mut self,
        mould: &Mould,
        job: &Job,
        message: &[u8],
        link: &Link,
        uptime: i64,
    ) -> (Outcome, bool) {
        self.store.data_mut().begin(job, &link.listener, mould.image.memory(), uptime);
        let meter = self.meter.clone();
        let counting = meter.begin(job.limits.fuel.saturating_mul(PER_UNIT), job.limits.deadline, link);
        let (store, memory, room, run) = (&mut self.store, self.memory, &self.room, &self.run);
        let answered = on_stack(&mut self.stack, || ask(store, memory, room, run, message, &job.limits));
        let count = counting.finish();
        let host = self.store.data_mut();
        host.ending = host.ending.take().or(count.ending);
        // The guest's code asks for its count where it enters functions and loops: a run may end before it is asked.
        let answered = match answered {
            _ if count.exceeded || host.ending.is_some() => Err(Failure::Stopped),
            answered => answered,
        };
        let files = self.store.data_mut().take_files();
        match answered {
            Ok(answer) => (self.outcome(job, answer, files, count.used), true),
            Err(failure) => (self.ended(job, failure, count.used), false),
        }
    }

    /// Puts the instance back into the state of the image. An error leaves it unusable.
    #[allow(unsafe_code, reason = "between two runs nothing refers into the memory or the stack")]
    pub(super) fn reset(&mut self, mould: &Mould, tracker: &Tracker) -> wasmtime::Result<()> {
        if self.has_grown(mould) {
            return Err(wasmtime::Error::msg("its memory has grown, and a memory never shrinks"));
        }
        // What a session leaves may be more than an instance keeps.
        self.touched |= self.content.take().is_some();
        self.stack_pointer.set(&mut self.store, Val::I32(mould.stack_pointer))?;
        let base = self.memory.data_ptr(&self.store);
        // SAFETY: the memory is the instance's own, of the image's size, and no run is in flight.
        unsafe { self.dirty.restore(tracker, &mould.image, base, self.touched)? };
        if self.touched {
            let bottom = self.stack.limit().get();
            let unkept = self.stack.base().get() - KEPT_STACK - bottom;
            // SAFETY: the lower part of a stack that nothing runs on.
            unsafe { dirty::forget(bottom, unkept)? };
        }
        self.touched = false;
        Ok(())
    }

    /// Whether it holds more than one that waits for a run may.
    pub(super) fn is_large(&self) -> bool {
        self.dirty.is_large()
    }

    /// Gives back what one that waits for a run does not keep; it has been put back into the state of the image. An error
    /// leaves it unusable.
    #[allow(unsafe_code, reason = "between two runs nothing refers into the memory")]
    pub(super) fn trim(&mut self) -> wasmtime::Result<()> {
        let base = self.memory.data_ptr(&self.store);
        // SAFETY: the memory is the instance's own, and no run is in flight.
        unsafe { self.dirty.trim(base)? };
        Ok(())
    }

    fn outcome(&mut self, job: &Job, answer: Answer, files: Vec<File>, fuel: u64) -> Outcome {
        let mut outcome = self.told(job, fuel, answer.memory_peak);
        outcome.status = answer.status;
        outcome.value = answer.value;
        outcome.repr = answer.repr;
        outcome.error = answer.error;
        outcome.limit = answer.limit;
        outcome.files = files;
        outcome.warnings.extend(answer.warnings);
        outcome.truncated.value = answer.value_cut;
        outcome
    }

    /// The outcome of a run that did not come to its own end.
    fn ended(&mut self, job: &Job, failure: Failure, fuel: u64) -> Outcome {
        // Both of the guest's stacks can overflow; the one in its memory then ends below address 0.
        let below = self.stack_pointer.get(&mut self.store).i32().is_some_and(|at| at < 0);
        let peak = self.memory_peak();
        let mut outcome = self.told(job, fuel, peak);
        let trap = match &failure {
            Failure::Trap(error) => error.downcast_ref::<Trap>().copied(),
            Failure::Stopped | Failure::Broken(_) => None,
        };
        let ending = match (self.store.data_mut().ending.take(), trap, failure) {
            (Some(ending), ..) => ending,
            (None, _, Failure::Stopped) => {
                let used = job.limits.fuel.saturating_add(1);
                outcome.usage.fuel = used;
                Ending::Exhausted(Exhausted { kind: LimitKind::Fuel, limit: job.limits.fuel, used })
            }
            (None, Some(trap), _) if trap == Trap::StackOverflow || (trap == Trap::MemoryOutOfBounds && below) => {
                outcome.status = Status::Error;
                outcome.error = Some(overflown());
                return outcome;
            }
            (None, Some(trap), _) => Ending::Broken(trap.to_string()),
            (None, None, Failure::Trap(error)) => Ending::Broken(format!("{error:#}")),
            (None, None, Failure::Broken(what)) => Ending::Broken(what),
        };
        match ending {
            Ending::Cancelled => outcome.status = Status::Cancelled,
            Ending::Broken(what) => {
                outcome.status = Status::Crashed;
                outcome.warnings.push(format!("the interpreter crashed: {what}"));
            }
            Ending::Exhausted(limit) => {
                outcome.status = limit.kind.status();
                outcome.limit = Some(limit);
            }
        }
        outcome
    }

    fn memory_peak(&mut self) -> u64 {
        let meter = self.meter.clone();
        let _counting = meter.begin(QUESTION, Duration::MAX, &Link::default());
        let (store, memory_peak) = (&mut self.store, &self.memory_peak);
        on_stack(&mut self.stack, || memory_peak.call(&mut *store, ())).unwrap_or(0)
    }

    /// An outcome with what the host knows of the run.
    fn told(&mut self, job: &Job, fuel: u64, memory_peak_bytes: u64) -> Outcome {
        let host = self.store.data_mut();
        let mut outcome = job.outcome(std::mem::take(&mut host.streams), Isolation::Wasm);
        outcome.denials = std::mem::take(&mut host.denials);
        outcome.usage.fuel = fuel.div_ceil(PER_UNIT);
        outcome.usage.wall_us = host.started.elapsed().as_micros() as u64;
        outcome.usage.memory_peak_bytes = memory_peak_bytes;
        outcome
    }
}

fn ask(
    store: &mut Store<Host>,
    memory: Memory,
    room: &TypedFunc<u32, u32>,
    run: &TypedFunc<(), u64>,
    message: &[u8],
    limits: &Limits,
) -> Result<Answer, Failure> {
    let broken = |what: &str| Failure::Broken(what.to_owned());
    let length = u32::try_from(message.len()).map_err(|_| broken("the job is longer than 4 GiB"))?;
    let at = room.call(&mut *store, length)?;
    memory.write(&mut *store, at as usize, message).map_err(|_| broken("its room is outside of its memory"))?;
    let told = run.call(&mut *store, ())?;
    answer::read(memory.data(&store), told, limits).map_err(Failure::Broken)
}

/// What a run gets whose stack is gone before the interpreter's own count of calls says so.
fn overflown() -> Raised {
    let message = String::from("maximum recursion depth exceeded");
    Raised {
        kind: String::from("RecursionError"),
        traceback: format!("RecursionError: {message}\n"),
        message,
        line: None,
        column: None,
        hint: None,
        exit_code: None,
        frames: None,
    }
}
