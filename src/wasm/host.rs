//! What the host does for a guest: the functions that it imports, and what they keep of a run.

mod files;

use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use wasmtime::{Caller, Engine, Linker, Memory, Module, ResourceLimiter};

use super::meter::Meter;
use crate::captured::Captured;
use crate::file::{File, Given};
use crate::job::Job;
use crate::link::{Listener, Stream};
use crate::outcome::{Denial, Exhausted, LimitKind, MAX_DENIALS};
use crate::policy::{Clock, Seed};
use crate::tool::{Answer, Tools};
use crate::wire;
use files::Made;

/// The longest message of one denial, in bytes.
const MAX_DENIAL: u32 = 64 << 10;

/// The longest message of a panic that is kept, in bytes.
const MAX_PANIC: u32 = 2000;

/// How long a sleeping run may go without a look at its deadline and at its cancellation.
const SLICE: Duration = Duration::from_millis(2);

/// What a run may grow to beyond its own count: the guest's allocator moves blocks that grow.
const SLACK: u64 = 32 << 20;

/// Why the host ended a run.
#[derive(Debug)]
pub(super) enum Ending {
    Exhausted(Exhausted),
    Cancelled,
    /// The interpreter is broken, and what it said of it.
    Broken(String),
}

impl Ending {
    /// Of a run that took longer than its deadline.
    pub(super) fn late(deadline: Duration, spent: Duration) -> Ending {
        let (limit, used) = (deadline.as_millis() as u64, spent.as_millis() as u64);
        Ending::Exhausted(Exhausted { kind: LimitKind::Deadline, limit, used })
    }
}

/// What the host keeps of the run in flight.
#[derive(Debug)]
pub(super) struct Host {
    pub(super) exported: Option<Memory>,
    pub(super) meter: Option<Arc<Meter>>,
    pub(super) streams: [Captured; 2],
    pub(super) denials: Vec<Denial>,
    pub(super) ending: Option<Ending>,
    /// Whether the run depended on more than its job: it had the time, entropy, a file's bytes or a tool's answer.
    pub(super) asked: bool,
    /// Files that the run gave back.
    made: Made,
    pub(super) started: Instant,
    /// Files that the run finds.
    given: Vec<Given>,
    listener: Listener,
    output: u64,
    memory: u64,
    source: u64,
    clock: Clock,
    seed: Seed,
    memory_limit: usize,
    /// What the monotonic clock showed when the run began, in nanoseconds.
    uptime: i64,
    tools: Arc<Tools>,
    value_bytes: u64,
    /// What a tool has given, on its way into the guest.
    reply: Vec<u8>,
}

impl Host {
    /// No run yet; the memory may be as large as the image.
    pub(super) fn new(image: usize) -> Host {
        Host {
            exported: None,
            meter: None,
            streams: Default::default(),
            denials: Vec::new(),
            ending: None,
            asked: false,
            made: Made::default(),
            started: Instant::now(),
            given: Vec::new(),
            listener: Listener::default(),
            output: 0,
            memory: 0,
            source: 0,
            clock: Clock::default(),
            seed: Seed::default(),
            memory_limit: image,
            uptime: 0,
            tools: Arc::default(),
            value_bytes: 0,
            reply: Vec::new(),
        }
    }

    /// Takes up a run.
    pub(super) fn begin(&mut self, job: &Job, listener: &Listener, image: usize, uptime: i64) {
        self.uptime = uptime;
        self.tools = job.tools.clone();
        self.value_bytes = job.limits.value_bytes;
        self.reply = Vec::new();
        self.streams = Default::default();
        self.denials = Vec::new();
        self.ending = None;
        self.asked = false;
        self.made = Made::new(job.limits.memory);
        self.started = Instant::now();
        self.given.clone_from(&job.files);
        self.listener = listener.clone();
        self.output = job.limits.output;
        self.memory = job.limits.memory;
        self.source = job.limits.source;
        self.clock = job.policy.clock;
        self.seed = job.policy.seed;
        let most = job.limits.memory.saturating_mul(2).saturating_add(SLACK).saturating_add(image as u64);
        self.memory_limit = usize::try_from(most).unwrap_or(usize::MAX);
    }

    /// Lets the memory grow to what a session had.
    pub(super) fn allow(&mut self, memory: usize) {
        self.memory_limit = self.memory_limit.max(memory);
    }

    /// Ends the run if its time is over, or if it is cancelled.
    fn look(&mut self) -> wasmtime::Result<()> {
        match self.meter.as_ref().and_then(|meter| meter.due()) {
            Some(ending) => Err(self.end(ending)),
            None => Ok(()),
        }
    }

    /// The files that the run made. Those that it was given go too, its tools and who heard it: what waits for its next run
    /// holds nothing of the last.
    pub(super) fn take_files(&mut self) -> Vec<File> {
        self.given = Vec::new();
        self.tools = Arc::default();
        self.listener = Listener::default();
        self.made.take()
    }

    /// The trap that ends the run; the first reason stands.
    fn end(&mut self, ending: Ending) -> wasmtime::Error {
        self.ending.get_or_insert(ending);
        wasmtime::Error::msg("the host ended the run")
    }

    fn broken(&mut self, what: &str) -> wasmtime::Error {
        self.end(Ending::Broken(what.to_owned()))
    }

    /// The guest ended its run: what bound it is for the host to know.
    fn stopped(&mut self, kind: u32, used: u64) -> wasmtime::Error {
        let (kind, limit) = match kind {
            2 => (LimitKind::Memory, self.memory),
            5 => (LimitKind::Source, self.source),
            _ => return self.broken("it stopped for no reason that it may have"),
        };
        self.end(Ending::Exhausted(Exhausted { kind, limit, used: used.max(limit) }))
    }

    fn append(&mut self, stream: u32, text: &[u8]) -> wasmtime::Result<()> {
        let (kind, heard) = match stream {
            0 => (LimitKind::Stdout, Stream::Stdout),
            1 => (LimitKind::Stderr, Stream::Stderr),
            _ => return Err(self.broken("it wrote to no stream")),
        };
        let Ok(text) = std::str::from_utf8(text) else {
            return Err(self.broken("it wrote what is not UTF-8"));
        };
        let limit = self.output;
        let (fits, asked) = self.streams[stream as usize].append(text, limit);
        self.listener.hear(heard, fits);
        match asked {
            None => Ok(()),
            Some(used) => Err(self.end(Ending::Exhausted(Exhausted { kind, limit, used }))),
        }
    }

    fn deny(&mut self, message: &[u8]) -> wasmtime::Result<()> {
        if self.denials.len() == MAX_DENIALS {
            return Ok(());
        }
        match wire::decode(message) {
            Ok(denial) => self.denials.push(denial),
            Err(malformed) => return Err(self.broken(&malformed.to_string())),
        }
        Ok(())
    }

    /// Calls a tool; gives the length of what it replied.
    fn call(&mut self, message: &[u8]) -> wasmtime::Result<u32> {
        self.asked = true;
        let call = match wire::decode(message) {
            Ok(call) => call,
            Err(malformed) => return Err(self.broken(&malformed.to_string())),
        };
        let (tools, most) = (self.tools.clone(), self.value_bytes);
        let meter = self.meter.clone();
        let due = || meter.as_ref().is_some_and(|meter| meter.due().is_some());
        let ask = || tools.call(&call, most, due);
        let answer = match &meter {
            Some(meter) if !tools.timed => meter.aside(ask),
            _ => ask(),
        };
        self.look()?;
        let reply = match answer {
            Answer::Reply(reply) => reply,
            Answer::Left => return Err(self.broken("a tool was left, and the run went on")),
            Answer::Late(limit) => return Err(self.end(Ending::Exhausted(limit))),
        };
        self.reply = wire::encode(&reply);
        u32::try_from(self.reply.len()).map_err(|_| self.broken("a tool's reply is longer than 4 GiB"))
    }

    /// Puts a reply where the guest has room for it.
    fn hand_over(&mut self, room: &mut [u8]) -> wasmtime::Result<()> {
        let reply = std::mem::take(&mut self.reply);
        if room.len() != reply.len() {
            return Err(self.broken("it asked for a reply of another length"));
        }
        room.copy_from_slice(&reply);
        Ok(())
    }

    fn wall_clock(&mut self) -> i64 {
        self.asked = true;
        match self.clock {
            Clock::Fixed { unix_micros } => unix_micros.saturating_mul(1000),
            Clock::System => match SystemTime::now().duration_since(UNIX_EPOCH) {
                Ok(since) => i64::try_from(since.as_nanos()).unwrap_or(i64::MAX),
                Err(before) => i64::try_from(before.duration().as_nanos()).map_or(i64::MIN, |nanos| -nanos),
            },
        }
    }

    pub(super) fn uptime(&self) -> i64 {
        match self.clock {
            Clock::Fixed { .. } => 0,
            Clock::System => {
                let elapsed = i64::try_from(self.started.elapsed().as_nanos()).unwrap_or(i64::MAX);
                self.uptime.saturating_add(elapsed)
            }
        }
    }

    fn sleep(&mut self, nanos: i64) -> wasmtime::Result<()> {
        self.asked = true;
        let length = Duration::from_nanos(u64::try_from(nanos).unwrap_or(0));
        let began = Instant::now();
        loop {
            self.look()?;
            let left = length.saturating_sub(began.elapsed());
            if left.is_zero() {
                return Ok(());
            }
            let until_deadline = self.meter.as_ref().map_or(SLICE, |meter| meter.time_left());
            thread::sleep(left.min(until_deadline).min(SLICE));
        }
    }
}

impl ResourceLimiter for Host {
    fn memory_growing(&mut self, _current: usize, desired: usize, _maximum: Option<usize>) -> wasmtime::Result<bool> {
        Ok(desired <= self.memory_limit)
    }

    fn table_growing(&mut self, current: usize, desired: usize, _maximum: Option<usize>) -> wasmtime::Result<bool> {
        // The table is made with the instance; the guest has no instruction that grows it.
        Ok(current == 0 || desired <= current)
    }
}

/// What a guest finds behind its imports: the host's functions, and a trap behind whatever else it names.
pub(super) fn linker(module: &Module) -> wasmtime::Result<Linker<Host>> {
    let mut linker = functions(module.engine())?;
    linker.define_unknown_imports_as_traps(module)?;
    Ok(linker)
}

/// The functions of the host.
fn functions(engine: &Engine) -> wasmtime::Result<Linker<Host>> {
    let mut linker = Linker::new(engine);
    let of = "taipan";
    linker.func_wrap(of, "write", |mut caller: Caller<'_, Host>, stream: u32, at: u32, length: u32| {
        let (block, host) = block(&mut caller, at, length)?;
        host.append(stream, block)
    })?;
    linker.func_wrap(of, "deny", |mut caller: Caller<'_, Host>, at: u32, length: u32| {
        let (block, host) = block(&mut caller, at, length.min(MAX_DENIAL))?;
        host.deny(block)
    })?;
    linker.func_wrap(
        of,
        "stop",
        |mut caller: Caller<'_, Host>, kind: u32, _limit: u64, used: u64| -> wasmtime::Result<()> {
            Err(caller.data_mut().stopped(kind, used))
        },
    )?;
    linker.func_wrap(of, "panic", |mut caller: Caller<'_, Host>, at: u32, length: u32| -> wasmtime::Result<()> {
        let (block, host) = block(&mut caller, at, length.min(MAX_PANIC))?;
        let told = String::from_utf8_lossy(block).into_owned();
        Err(host.broken(&told))
    })?;
    linker.func_wrap(of, "entropy", |mut caller: Caller<'_, Host>, at: u32, length: u32| {
        let (block, host) = block_mut(&mut caller, at, length)?;
        host.asked = true;
        if host.seed != Seed::System {
            return Err(host.broken("it asked for entropy that its policy does not give"));
        }
        getrandom::fill(block).map_err(|_| host.broken("the system has no entropy"))
    })?;
    linker.func_wrap(of, "call", |mut caller: Caller<'_, Host>, at: u32, length: u32| {
        let (block, host) = block(&mut caller, at, length)?;
        host.call(block)
    })?;
    linker.func_wrap(of, "reply", |mut caller: Caller<'_, Host>, at: u32, length: u32| {
        let (block, host) = block_mut(&mut caller, at, length)?;
        host.hand_over(block)
    })?;
    linker.func_wrap(of, "wall_clock", |mut caller: Caller<'_, Host>| caller.data_mut().wall_clock())?;
    linker.func_wrap(of, "uptime", |mut caller: Caller<'_, Host>| {
        let host = caller.data_mut();
        host.asked = true;
        host.uptime()
    })?;
    linker.func_wrap(of, "sleep", |mut caller: Caller<'_, Host>, nanos: i64| caller.data_mut().sleep(nanos))?;
    linker.func_wrap(of, "given", |mut caller: Caller<'_, Host>, file: u32, from: u64, at: u32, length: u32| {
        let (block, host) = block_mut(&mut caller, at, length)?;
        host.asked = true;
        match files::part(&host.given, file, from, block.len()) {
            Some(part) => block.copy_from_slice(part),
            None => return Err(host.broken("it asked for what no file has")),
        }
        Ok(())
    })?;
    linker.func_wrap(
        of,
        "file",
        |mut caller: Caller<'_, Host>, path: u32, path_length: u32, at: u32, length: u32| {
            let (name, _) = block(&mut caller, path, path_length.min(files::LONGEST))?;
            let name = name.to_vec();
            let (part, host) = block(&mut caller, at, length)?;
            host.made.append(&name, part).map_err(|what| host.broken(what))
        },
    )?;
    Ok(linker)
}

/// A block of the guest's memory, beside what the host keeps.
fn block<'a>(caller: &'a mut Caller<'_, Host>, at: u32, length: u32) -> wasmtime::Result<(&'a [u8], &'a mut Host)> {
    block_mut(caller, at, length).map(|(block, host)| (&*block, host))
}

fn block_mut<'a>(
    caller: &'a mut Caller<'_, Host>,
    at: u32,
    length: u32,
) -> wasmtime::Result<(&'a mut [u8], &'a mut Host)> {
    let Some(memory) = caller.data().exported else {
        return Err(caller.data_mut().broken("it has no memory"));
    };
    let (bytes, host) = memory.data_and_store_mut(caller);
    match within(bytes, at, length) {
        Some(block) => Ok((block, host)),
        None => Err(host.broken("it named a block outside of its memory")),
    }
}

fn within(memory: &mut [u8], at: u32, length: u32) -> Option<&mut [u8]> {
    memory.get_mut(at as usize..)?.get_mut(..length as usize)
}

#[cfg(test)]
mod imports_tests;
#[cfg(test)]
mod tests;
