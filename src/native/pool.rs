//! A fixed set of worker threads, each with one interpreter built ahead that no run has used.

use std::hint;
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Weak};
use std::thread;
use std::time::{Duration, Instant};

use crossbeam_channel::{Receiver, RecvTimeoutError, Sender, bounded, unbounded};

use rustpython_vm::vm::Interpreter;

use super::budget::{self, Watch};
use super::lull::Lull;
use super::{Job, boot, collapse, crash, execute, gate, ids, session, teardown, tools};
use crate::alloc;
use crate::error::{Error, ErrorKind};
use crate::limits::Limits;
use crate::link::Link;
use crate::outcome::{Exhausted, Isolation, LimitKind, Outcome, Status};

/// Address space of a worker's stack; only what is touched costs memory.
const STACK: usize = 256 << 20;

/// How long a caller looks for its answer before it sleeps: being woken takes longer than a small run.
const SPIN: Duration = Duration::from_micros(100);

/// How long a run may overstay its deadline or its cancellation in one native operation before its worker is given up.
const GRACE: Duration = Duration::from_millis(500);

/// What the finalizers that outlive a run may use.
const TEARDOWN: Limits = Limits {
    fuel: 100_000,
    deadline: Duration::from_millis(200),
    memory: 256 << 20,
    output: 0,
    recursion: 1000,
    source: 0,
    value_bytes: 0,
    value_depth: 0,
};

/// A run in the queue. Its job is its caller's: one that was withdrawn costs nothing until a worker comes upon it.
struct Order {
    job: Weak<Job>,
    watch: Arc<Watch>,
    reply: Sender<Outcome>,
}

/// The worker threads of an engine. They end when the pool is dropped and their runs are over.
#[derive(Debug)]
pub(crate) struct Pool {
    orders: Sender<Order>,
    queue: Receiver<Order>,
    lull: Arc<Lull>,
    workers: usize,
    /// Of a pool whose one worker keeps its interpreter and has no successor: what that holds.
    held: Option<Arc<Held>>,
    process: u32,
}

/// Bytes that a kept interpreter holds between two runs, beyond a fresh one.
#[derive(Debug, Default)]
struct Held(AtomicI64);

impl Pool {
    /// Starts the workers; each boots its first interpreter at once.
    pub(crate) fn start(workers: usize) -> Result<Pool, Error> {
        collapse::install();
        let (orders, queue) = unbounded();
        let pool = Pool { orders, queue, lull: Arc::default(), workers, held: None, process: process::id() };
        for _ in 0..workers {
            pool.spawn()?;
        }
        Ok(pool)
    }

    /// Starts one worker that keeps its interpreter from run to run, until it breaks.
    pub(crate) fn session() -> Result<Pool, Error> {
        collapse::install();
        let (orders, queue) = unbounded();
        let held = Arc::new(Held::default());
        let (worked, counted) = (queue.clone(), held.clone());
        let thread = thread::Builder::new().name("taipan-session".into()).stack_size(STACK);
        thread.spawn(move || keep_working(&worked, &counted)).map_err(no_thread)?;
        Ok(Pool { orders, queue, lull: Arc::default(), workers: 1, held: Some(held), process: process::id() })
    }

    /// Bytes that the kept interpreter held after its last run, beyond a fresh one; 0 where nothing counts them.
    pub(crate) fn held(&self) -> u64 {
        self.held.as_ref().map_or(0, |held| u64::try_from(held.0.load(Ordering::Acquire)).unwrap_or(0))
    }

    /// Another worker for one that is lost.
    fn spawn(&self) -> Result<(), Error> {
        if self.held.is_some() { Ok(()) } else { spawn(self.queue.clone(), self.lull.clone()).map_err(no_thread) }
    }

    /// Runs a job and waits for its outcome; waits so long for a worker to take it up.
    pub(crate) fn run(&self, job: Job, link: &Link, wait: Duration) -> Result<Outcome, Error> {
        if process::id() != self.process {
            return Err(Error::forked());
        }
        let started = Instant::now();
        let job = Arc::new(job);
        let watch = Arc::new(Watch::new(link));
        let (reply, answer) = bounded(1);
        let order = Order { job: Arc::downgrade(&job), watch: watch.clone(), reply };
        if self.orders.send(order).is_err() {
            return Err(Error::new(ErrorKind::Internal, "the workers have ended"));
        }
        while started.elapsed() < SPIN {
            if let Ok(outcome) = answer.try_recv() {
                return Ok(outcome);
            }
            hint::spin_loop();
        }
        let mut cancelled_at = None;
        loop {
            let mut next = watch.next_look(job.limits.deadline);
            if !watch.has_begun() {
                let left = wait.saturating_sub(started.elapsed());
                if left.is_zero() && watch.withdraw() {
                    return Err(Error::busy(self.workers, wait));
                }
                next = next.min(left);
            }
            if watch.is_cancelled() {
                if watch.withdraw() {
                    return Ok(lost(&job, &watch, started, Status::Cancelled));
                }
                if cancelled_at.get_or_insert_with(Instant::now).elapsed() > GRACE {
                    self.spawn()?;
                    return Ok(lost(&job, &watch, started, Status::Cancelled));
                }
                watch.hurry();
            }
            match answer.recv_timeout(next) {
                Ok(outcome) => return Ok(outcome),
                Err(RecvTimeoutError::Disconnected) if watch.is_cancelled() && watch.withdraw() => {
                    return Ok(lost(&job, &watch, started, Status::Cancelled));
                }
                Err(RecvTimeoutError::Disconnected) => {
                    self.spawn()?;
                    return Ok(lost(&job, &watch, started, Status::Crashed));
                }
                Err(RecvTimeoutError::Timeout) => {
                    if watch.overdue(job.limits.deadline + GRACE) {
                        self.spawn()?;
                        return Ok(lost(&job, &watch, started, Status::Timeout));
                    }
                    if watch.overdue(job.limits.deadline) {
                        watch.hurry();
                    }
                }
            }
        }
    }
}

fn no_thread(error: io::Error) -> Error {
    Error::new(ErrorKind::Exhausted, format!("no thread for a worker: {error}"))
}

fn spawn(queue: Receiver<Order>, lull: Arc<Lull>) -> io::Result<()> {
    thread::Builder::new().name("taipan".into()).stack_size(STACK).spawn(move || work(queue, lull)).map(drop)
}

/// The outcome of a run whose worker is gone: it panicked, or it is stuck in one native operation.
fn lost(job: &Job, watch: &Watch, started: Instant, status: Status) -> Outcome {
    let elapsed = started.elapsed();
    let limit = (status == Status::Timeout).then_some(Exhausted {
        kind: LimitKind::Deadline,
        limit: job.limits.deadline.as_millis() as u64,
        used: elapsed.as_millis() as u64,
    });
    let mut outcome = job.outcome(watch.streams().take(), Isolation::Native);
    outcome.status = status;
    outcome.limit = limit;
    outcome.usage.fuel = watch.fuel();
    outcome.usage.wall_us = elapsed.as_micros() as u64;
    outcome
}

/// What becomes of a worker after a run.
enum Then {
    /// It serves the next run with a fresh interpreter.
    Again,
    /// A panic left its thread in no known state: another takes its place.
    Retire,
    /// The pool is gone, or has another in its place already.
    End,
}

/// Makes what the interpreters of this thread share. Its first interpreter loads modules of the library for that, so that
/// the same run would cost other fuel in it than in those after it.
fn prepare_thread() {
    crash::silence();
    if let Ok(first) = catch_unwind(boot::boot) {
        let _ = take_down(first);
    }
}

fn work(queue: Receiver<Order>, lull: Arc<Lull>) {
    prepare_thread();
    loop {
        match serve(&queue, &lull) {
            Then::Again => {}
            Then::End => return,
            Then::Retire => {
                // Without a thread for the successor the engine goes on with its other workers.
                let _ = spawn(queue, lull);
                return;
            }
        }
    }
}

fn serve(queue: &Receiver<Order>, lull: &Lull) -> Then {
    let booted = catch_unwind(boot::boot);
    lull.ready();
    let received = next(queue);
    lull.taken();
    let Some((order, job)) = received else { return Then::End };
    let Ok(interpreter) = booted else {
        let _ = order.reply.send(crashed(&order, &job, Instant::now()));
        return Then::Retire;
    };
    let Some(wanted) = carry_out(&interpreter, &order, &job, None) else {
        // Dropping the interpreter could run guest code in it.
        std::mem::forget(interpreter);
        return Then::Retire;
    };
    lull.wait();
    match (take_down(interpreter), wanted) {
        (_, false) => Then::End,
        (Ok(()), true) => Then::Again,
        (Err(_), true) => Then::Retire,
    }
}

/// Runs a job and answers; whether the answer was wanted. None where the run left the interpreter in no known state.
fn carry_out(interpreter: &Interpreter, order: &Order, job: &Arc<Job>, held: Option<&Held>) -> Option<bool> {
    let begun = Instant::now();
    let executed = catch_unwind(AssertUnwindSafe(|| execute::execute(interpreter, job, order.watch.clone())));
    let Ok((mut outcome, broken)) = executed else {
        let _ = order.reply.send(crashed(order, job, begun));
        return None;
    };
    if let Some(held) = held {
        outcome = held.count(outcome);
    }
    outcome.usage.wall_us = begun.elapsed().as_micros() as u64;
    let wanted = order.reply.send(outcome).is_ok();
    (!broken).then_some(wanted)
}

fn take_down(interpreter: Interpreter) -> thread::Result<()> {
    catch_unwind(AssertUnwindSafe(|| {
        budget::start(&TEARDOWN, Arc::default());
        teardown::teardown(interpreter);
        budget::finish();
        budget::disarm();
        ids::clear();
    }))
}

impl Held {
    /// Counts what a run has left on this thread, its outcome apart: another thread frees that.
    fn count(&self, outcome: Outcome) -> Outcome {
        let copy = alloc::aside(|| outcome.clone());
        drop(outcome);
        self.0.fetch_add(alloc::growth(), Ordering::AcqRel);
        copy
    }
}

/// The worker of a session: ends when the session does, or breaks.
fn keep_working(queue: &Receiver<Order>, held: &Held) {
    prepare_thread();
    let booted = catch_unwind(boot::boot);
    while let Some((order, job)) = next(queue) {
        let Ok(interpreter) = &booted else {
            let _ = order.reply.send(crashed(&order, &job, Instant::now()));
            return;
        };
        if carry_out(interpreter, &order, &job, Some(held)).is_none() {
            std::mem::forget(session::close());
            std::mem::forget(booted);
            return;
        }
    }
    if let Ok(interpreter) = booted {
        drop(session::close());
        let _ = take_down(interpreter);
    }
}

/// The next run whose caller still waits for it; none where the pool is gone.
fn next(queue: &Receiver<Order>) -> Option<(Order, Arc<Job>)> {
    loop {
        let order = queue.recv().ok()?;
        // Whose run is cancelled finds that out without a worker.
        if let Some(job) = order.job.upgrade()
            && !order.watch.is_cancelled()
            && order.watch.begin()
        {
            return Some((order, job));
        }
    }
}

/// The outcome of a run that broke its interpreter.
fn crashed(order: &Order, job: &Job, begun: Instant) -> Outcome {
    let fuel = budget::abandon();
    let mut outcome = lost(job, &order.watch, begun, Status::Crashed);
    outcome.usage.fuel = fuel;
    outcome.denials = gate::abandon();
    tools::abandon();
    outcome.warnings.push(format!("the interpreter crashed: {}", crash::take()));
    outcome
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_forked_process_is_told_to_make_its_own() {
        let mut pool = Pool::start(1).unwrap();
        pool.process += 1;
        let error = pool.run(Job::of("2 + 2"), &Link::default(), Duration::ZERO).unwrap_err();
        let text =
            "unsupported: the engine was made before this process was forked; its threads stayed behind: make another";
        assert_eq!(error.to_string(), text);
    }
}
