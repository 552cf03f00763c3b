//! The meter of a run: fuel, deadline, memory and cancellation, counted where guest code cannot reach.
//!
//! Code is compiled with charges in its loops and functions; native operations charge by size. A stop raises an
//! exception that no handler sees: from then on RustPython's monitoring calls the meter before a handler is entered,
//! and the meter raises it again. Code that was not compiled with charges is counted by monitoring events.

use std::cell::{Cell, RefCell};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, OnceLock};
use std::time::{Duration, Instant};

use rustpython_vm::function::FuncArgs;
use rustpython_vm::{AsObject, PyObjectRef, PyRef, PyResult, VirtualMachine, builtins::PyType};

use super::stdio::Streams;
use super::{collector, ids, shared};
use crate::alloc;
use crate::cancel::{self, Cancel};
use crate::limits::Limits;
use crate::link::Link;
use crate::outcome::{Exhausted, LimitKind};
use crate::ticks::{self, Mark};

/// Units between two looks at the clock, the memory count and the cancellation flag.
const LOOK_EVERY: u64 = 64;

/// The longest that one who waits for a run leaves it alone.
const PATIENCE: Duration = Duration::from_millis(50);

/// The events that cover every unbounded construct of the language, for code without charges in it.
const EVENTS: [usize; 4] = [PY_START, PY_RESUME, JUMP, EXCEPTION_HANDLED];
const PY_START: usize = 0;
const PY_RESUME: usize = 1;
const JUMP: usize = 7;
/// Comes before a handler is entered, so that no `except`, `finally` or `with` can swallow a stop.
const EXCEPTION_HANDLED: usize = 12;
const TOOL: usize = 5;

/// Why a run was stopped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stop {
    Exhausted(Exhausted),
    Cancelled,
}

/// What the host side sees of a run in flight.
#[derive(Debug, Default)]
pub(crate) struct Watch {
    cancel: Option<Cancel>,
    fuel: AtomicU64,
    /// When a worker took the run up; nothing where its caller withdrew it before.
    begun: OnceLock<Option<Instant>>,
    streams: Streams,
    mark: OnceLock<Mark>,
    /// Whether the run waits for the host, and nanoseconds that it has waited before.
    away: AtomicBool,
    paused: AtomicU64,
}

impl Watch {
    /// Of a run that its caller may end, and hears.
    pub(crate) fn new(link: &Link) -> Watch {
        let streams = Streams::heard(link.listener.clone());
        Watch { cancel: link.cancel.clone(), streams, ..Watch::default() }
    }

    /// What the run writes.
    pub(crate) fn streams(&self) -> &Streams {
        &self.streams
    }

    /// A worker takes the run up, unless its caller withdrew it.
    pub(crate) fn begin(&self) -> bool {
        self.begun.set(Some(Instant::now())).is_ok()
    }

    /// The caller withdraws the run, unless a worker took it up.
    pub(crate) fn withdraw(&self) -> bool {
        self.begun.set(None).is_ok()
    }

    fn age(&self) -> Option<Duration> {
        let paused = Duration::from_nanos(self.paused.load(Ordering::Acquire));
        self.begun.get().copied().flatten().map(|begun| begun.elapsed().saturating_sub(paused))
    }

    /// Whether a worker has taken the run up.
    pub(crate) fn has_begun(&self) -> bool {
        self.age().is_some()
    }

    /// Whether the run has been going on for longer than this.
    pub(crate) fn overdue(&self, bound: Duration) -> bool {
        !self.away.load(Ordering::Acquire) && self.age().is_some_and(|age| age > bound)
    }

    /// How long the one who waits for the run may leave it alone.
    pub(crate) fn next_look(&self, deadline: Duration) -> Duration {
        let left = self.age().map_or(deadline, |age| deadline.saturating_sub(age));
        let most = if self.cancel.is_some() { cancel::LOOK } else { PATIENCE };
        left.clamp(Duration::from_millis(1), most)
    }

    /// Whether the run's handle says that it is to end.
    pub(crate) fn is_cancelled(&self) -> bool {
        self.cancel.as_ref().is_some_and(Cancel::is_cancelled)
    }

    fn attach(&self, mark: Mark) {
        let _ = self.mark.set(mark);
    }

    /// Makes the run look at its bounds at its next event.
    pub(crate) fn hurry(&self) {
        if let Some(mark) = self.mark.get() {
            mark.hurry();
        }
    }

    /// Fuel used at the last look.
    pub(crate) fn fuel(&self) -> u64 {
        self.fuel.load(Ordering::Relaxed)
    }
}

struct Meter {
    fuel: Cell<u64>,
    memory: Cell<u64>,
    source: Cell<u64>,
    deadline_ms: Cell<u64>,
    started: Cell<Instant>,
    deadline: Cell<Instant>,
    stop: Cell<Option<Stop>>,
    watch: RefCell<Arc<Watch>>,
    stop_type: RefCell<Option<PyRef<PyType>>>,
}

thread_local! {
    static METER: Meter = Meter {
        fuel: Cell::new(u64::MAX),
        memory: Cell::new(u64::MAX),
        source: Cell::new(u64::MAX),
        deadline_ms: Cell::new(0),
        started: Cell::new(Instant::now()),
        deadline: Cell::new(Instant::now()),
        stop: Cell::new(None),
        watch: RefCell::default(),
        stop_type: RefCell::new(None),
    };
}

/// Prepares the meter of a fresh interpreter; nothing is counted against a limit until [`start`].
pub(crate) fn arm(vm: &VirtualMachine) {
    let base = vm.ctx.exceptions.base_exception_type;
    let stop = vm.ctx.new_exception_type("taipan", "Stop", Some(vec![base.to_owned()]));
    ids::adopt(&stop);
    shared::hide(&stop, base);
    METER.with(|m| *m.stop_type.borrow_mut() = Some(stop));
}

/// Counts by events from here on, for code that was compiled without charges.
pub(crate) fn count_events(vm: &VirtualMachine) {
    if intercept(&EVENTS, vm) {
        vm.state.instrumentation_version.fetch_add(1, Ordering::Release);
    }
}

/// Has the meter called on these events; says whether that is new.
fn intercept(events: &[usize], vm: &VirtualMachine) -> bool {
    let mask = events.iter().fold(0, |mask, event| mask | 1 << event);
    let before = vm.state.monitoring_events.load();
    if before & mask == mask {
        return false;
    }
    let tick = vm.new_function("tick", |_args: FuncArgs, vm: &VirtualMachine| {
        collector::pause(vm);
        charge(1, vm)
    });
    let tick: PyObjectRef = tick.into();
    let mut monitoring = vm.state.monitoring.lock();
    monitoring.tool_names[TOOL] = Some(String::from("taipan"));
    monitoring.global_events[TOOL] |= mask;
    for event in events {
        monitoring.callbacks.insert((TOOL, *event), tick.clone());
    }
    vm.state.monitoring_events.store(before | mask);
    true
}

/// Starts to count a run.
pub(crate) fn start(limits: &Limits, watch: Arc<Watch>) {
    METER.with(|m| {
        let now = Instant::now();
        ticks::begin(LOOK_EVERY.min(limits.fuel.saturating_add(1)));
        m.fuel.set(limits.fuel);
        m.memory.set(limits.memory);
        m.source.set(limits.source);
        m.deadline_ms.set(limits.deadline.as_millis() as u64);
        m.started.set(now);
        m.deadline.set(now + limits.deadline);
        m.stop.set(None);
        watch.attach(ticks::mark());
        *m.watch.borrow_mut() = watch;
    });
    collector::start();
    alloc::begin(limits.memory);
}

/// Ends the count: what follows on this thread is the engine's own work.
pub(crate) fn finish() -> (u64, Option<Stop>) {
    alloc::end();
    let counted = ticks::counting();
    ticks::end();
    METER.with(|m| {
        if counted && m.stop.get().is_none() {
            m.stop.set(m.refused());
        }
        (ticks::used(), m.stop.get())
    })
}

/// Drops what belongs to the interpreter that [`arm`] prepared.
pub(crate) fn disarm() {
    super::caps::forget();
    METER.with(|m| *m.stop_type.borrow_mut() = None);
}

/// Ends the count of a run whose interpreter broke: its objects are left alone. Gives the fuel used.
pub(crate) fn abandon() -> u64 {
    let (fuel, _) = finish();
    METER.with(|m| {
        if let Ok(mut stop_type) = m.stop_type.try_borrow_mut() {
            std::mem::forget(stop_type.take());
        }
    });
    fuel
}

/// Charges `units` of work; the error it returns cannot be caught by guest code.
#[inline]
pub(crate) fn charge(units: u64, vm: &VirtualMachine) -> PyResult<()> {
    if ticks::add(units) { METER.with(|m| m.look(vm)) } else { Ok(()) }
}

/// Charges steps of a native loop, eight to the unit.
#[inline]
pub(crate) fn steps(steps: u64, vm: &VirtualMachine) -> PyResult<()> {
    if ticks::step(steps) { METER.with(|m| m.look(vm)) } else { Ok(()) }
}

/// Stops the run now if an operation is about to hold more memory than its limit.
pub(crate) fn reserve(bytes: u64, vm: &VirtualMachine) -> PyResult<()> {
    if !ticks::counting() {
        return Ok(());
    }
    let limit = METER.with(|m| m.memory.get());
    let wanted = alloc::live().saturating_add(bytes);
    if wanted > limit { Err(stop(LimitKind::Memory, limit, wanted, vm)) } else { Ok(()) }
}

/// Stops the run now if source text is longer than its limit.
pub(crate) fn source(bytes: u64, vm: &VirtualMachine) -> PyResult<()> {
    let limit = METER.with(|m| m.source.get());
    if bytes > limit { Err(stop(LimitKind::Source, limit, bytes, vm)) } else { Ok(()) }
}

/// Fuel that the run has left.
pub(crate) fn remaining() -> u64 {
    METER.with(|m| m.fuel.get()).saturating_sub(ticks::used())
}

/// Calls what the run waits for: it takes none of its time.
pub(crate) fn aside<R>(act: impl FnOnce() -> R) -> R {
    let watch = METER.with(|m| m.watch.borrow().clone());
    watch.away.store(true, Ordering::Release);
    let began = Instant::now();
    let result = act();
    let took = began.elapsed();
    METER.with(|m| {
        m.started.set(m.started.get() + took);
        m.deadline.set(m.deadline.get() + took);
    });
    watch.paused.fetch_add(took.as_nanos() as u64, Ordering::AcqRel);
    watch.away.store(false, Ordering::Release);
    result
}

/// Stops the run whose request for memory the allocator refused.
pub(crate) fn out_of_memory(vm: &VirtualMachine) -> rustpython_vm::builtins::PyBaseExceptionRef {
    let limit = METER.with(|m| m.memory.get());
    stop(LimitKind::Memory, limit, alloc::refused().unwrap_or_else(alloc::live), vm)
}

/// Looks at the deadline, the memory and the cancellation now, whatever has been used.
pub(crate) fn look(vm: &VirtualMachine) -> PyResult<()> {
    METER.with(|m| m.look(vm))
}

/// Whether a run that waits for the host is to end: it is cancelled, or late where its time does not stand still.
pub(crate) fn is_due() -> bool {
    METER.with(|m| {
        let watch = m.watch.borrow();
        watch.is_cancelled() || (!watch.away.load(Ordering::Acquire) && Instant::now() >= m.deadline.get())
    })
}

/// How long the run may still take.
pub(crate) fn until_deadline() -> Duration {
    METER.with(|m| m.deadline.get().saturating_duration_since(Instant::now()))
}

/// Stops the run for a reason of the engine's.
pub(crate) fn stop(
    kind: LimitKind,
    limit: u64,
    used: u64,
    vm: &VirtualMachine,
) -> rustpython_vm::builtins::PyBaseExceptionRef {
    METER.with(|m| {
        if m.stop.get().is_none() {
            m.stop.set(Some(Stop::Exhausted(Exhausted { kind, limit, used })));
        }
        ticks::look_at(0);
        m.raise(vm)
    })
}

/// Whether the run has been stopped; nothing that guest code still does counts.
pub(crate) fn is_stopped() -> bool {
    METER.with(|m| m.stop.get().is_some())
}

/// Whether an exception is the stop of a run.
pub(crate) fn is_stop(exception: &rustpython_vm::builtins::PyBaseExceptionRef) -> bool {
    METER
        .with(|m| m.stop.get().is_some() && m.stop_type.borrow().as_ref().is_some_and(|t| exception.fast_isinstance(t)))
}

impl Meter {
    #[cold]
    fn look(&self, vm: &VirtualMachine) -> PyResult<()> {
        let used = ticks::used();
        if !ticks::counting() {
            return Ok(());
        }
        if self.stop.get().is_none() {
            self.stop.set(self.judge(used));
        }
        if self.stop.get().is_some() {
            ticks::look_at(0);
            return Err(self.raise(vm));
        }
        self.watch.borrow().fuel.store(used, Ordering::Relaxed);
        ticks::look_at(used.saturating_add(LOOK_EVERY).min(self.fuel.get().saturating_add(1)));
        Ok(())
    }

    fn judge(&self, used: u64) -> Option<Stop> {
        let exhausted = |kind, limit, used| Some(Stop::Exhausted(Exhausted { kind, limit, used }));
        if used > self.fuel.get() {
            return exhausted(LimitKind::Fuel, self.fuel.get(), used);
        }
        let live = alloc::live();
        if live > self.memory.get() {
            return exhausted(LimitKind::Memory, self.memory.get(), live);
        }
        if let Some(stop) = self.refused() {
            return Some(stop);
        }
        let now = Instant::now();
        if now >= self.deadline.get() {
            let spent = now.duration_since(self.started.get()).as_millis() as u64;
            return exhausted(LimitKind::Deadline, self.deadline_ms.get(), spent);
        }
        self.watch.borrow().is_cancelled().then_some(Stop::Cancelled)
    }

    /// A request that the allocator refused ends the run, also where guest code caught the `MemoryError`.
    fn refused(&self) -> Option<Stop> {
        let used = alloc::refused()?;
        Some(Stop::Exhausted(Exhausted { kind: LimitKind::Memory, limit: self.memory.get(), used }))
    }

    fn raise(&self, vm: &VirtualMachine) -> rustpython_vm::builtins::PyBaseExceptionRef {
        intercept(&[EXCEPTION_HANDLED], vm);
        let class = self.stop_type.borrow().clone();
        let class = class.unwrap_or_else(|| vm.ctx.exceptions.base_exception_type.to_owned());
        vm.new_exception_empty(class)
    }
}
