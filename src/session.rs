//! A session: one interpreter that keeps its names from one run to the next.

mod limits;
mod saved;

use std::fmt;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use parking_lot::{Mutex, MutexGuard};

use crate::engine::{Engine, Interpreters};
use crate::error::{Error, ErrorKind};
use crate::inside;
use crate::job::Job;
use crate::link::Link;
use crate::native::Pool;
use crate::outcome::{Exhausted, LimitKind, Outcome, Status};
use crate::policy::Policy;
use crate::run::Run;
#[cfg(feature = "wasm")]
use crate::wasm::State;
pub use limits::{SessionLimits, SessionUsage};

/// The least time that a run is given, whatever is left of its session's.
const SHORTEST: Duration = Duration::from_millis(1);

/// One interpreter that keeps its names, imports and objects from one run to the next, as a notebook does.
///
/// Each run has its own limits and its own outcome; the session has [totals](SessionLimits). A run that raises or exits
/// keeps what it did until then. After a run that a limit ended, that was cancelled or that crashed, the session in the
/// `wasm` isolation is what it was before that run; the `native` isolation cannot go back, so there the session is over and
/// says so. One run at a time: another thread waits for its turn as long as a run may wait for an interpreter. A value that is too
/// large to be shown ends nothing: its run keeps what it did.
///
/// In the `wasm` isolation a session is data: it holds no thread and no interpreter between two runs.
///
/// ```
/// # fn main() -> Result<(), taipan::Error> {
/// let engine = taipan::Engine::builder().build()?;
/// let session = engine.session()?;
/// session.run("rate = 0.045\ndef monthly(): return rate / 12")?;
/// assert_eq!(session.run("monthly()")?.repr, "0.00375");
/// assert_eq!(session.usage().runs, 2);
/// # Ok(()) }
/// ```
pub struct Session {
    /// By which a thread knows that it is in a run of this session.
    number: u64,
    engine: Engine,
    limits: SessionLimits,
    policy: Policy,
    /// Runs so far; what is prepared while one goes on wants to know.
    runs: AtomicU64,
    inner: Mutex<Inner>,
    /// What was used when the last run ended.
    known: Mutex<SessionUsage>,
}

/// What changes from run to run.
struct Inner {
    interpreter: Interpreter,
    fuel: u64,
    /// Time that the session had lived when this began to count.
    before: Duration,
    since: Instant,
    /// Why no further run is possible.
    over: Option<String>,
}

enum Interpreter {
    Native(Pool),
    /// What the last run left, and when.
    #[cfg(feature = "wasm")]
    Wasm(State, Instant),
}

impl fmt::Debug for Session {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Session").field("limits", &self.limits).field("policy", &self.policy).finish_non_exhaustive()
    }
}

impl Session {
    pub(crate) fn open(engine: &Engine, limits: &SessionLimits, policy: Option<&Policy>) -> Result<Session, Error> {
        limits.validate()?;
        let policy = match policy {
            Some(policy) => {
                policy.validate()?;
                engine.policy().tightened_by(policy)
            }
            None => engine.policy().clone(),
        };
        let interpreter = match engine.interpreters() {
            Interpreters::Native(_) => Interpreter::Native(Pool::session()?),
            #[cfg(feature = "wasm")]
            Interpreters::Wasm(wall) => Interpreter::Wasm(wall.fresh_state(), Instant::now()),
        };
        let inner = Inner { interpreter, fuel: 0, before: Duration::ZERO, since: Instant::now(), over: None };
        Ok(Session::new(engine, limits.clone(), policy, 0, inner))
    }

    fn new(engine: &Engine, limits: SessionLimits, policy: Policy, runs: u64, inner: Inner) -> Session {
        let known = Mutex::new(inner.totals(runs));
        static NUMBER: AtomicU64 = AtomicU64::new(0);
        Session {
            number: NUMBER.fetch_add(1, Ordering::Relaxed),
            engine: engine.clone(),
            limits,
            policy,
            runs: AtomicU64::new(runs),
            inner: Mutex::new(inner),
            known,
        }
    }

    pub(crate) fn number(&self) -> u64 {
        self.number
    }

    fn runs(&self) -> u64 {
        self.runs.load(Ordering::Acquire)
    }

    /// Runs source text in the session, in the engine's limits.
    ///
    /// # Errors
    /// As [`Run::run`]; [`ErrorKind::Busy`] where another thread's run goes on for too long, and
    /// [`ErrorKind::SessionOver`] where the session has used up a total or cannot go on.
    ///
    /// ```
    /// # fn main() -> Result<(), taipan::Error> {
    /// let session = taipan::Engine::builder().build()?.session()?;
    /// session.run("x = 20")?;
    /// assert_eq!(session.run("x + 1")?.repr, "21");
    /// # Ok(()) }
    /// ```
    pub fn run(&self, source: &str) -> Result<Outcome, Error> {
        self.prepare(source).run()
    }

    /// A run to be described further. Its file is `run1.py`, `run2.py` and so on, if it is given no other name; the
    /// policy is the session's.
    ///
    /// ```
    /// # fn main() -> Result<(), taipan::Error> {
    /// let session = taipan::Engine::builder().build()?.session()?;
    /// session.prepare("doubled = 2 * price").input("price", 1.5).fuel(10_000).run()?;
    /// assert_eq!(session.run("doubled")?.repr, "3.0");
    /// # Ok(()) }
    /// ```
    pub fn prepare(&self, source: impl Into<String>) -> Run<'_> {
        Run::in_session(&self.engine, self, source.into())
    }

    /// What the session has used so far. Waits for a run that is going on as long as a run may wait for an interpreter; after
    /// that, and at once where a tool of that run asks, it is what was used before. Where no interpreter is free to count
    /// them, `memory_bytes` leaves small runs at the end out.
    ///
    /// ```
    /// # fn main() -> Result<(), taipan::Error> {
    /// let session = taipan::Engine::builder().build()?.session()?;
    /// assert_eq!((session.usage().runs, session.usage().fuel), (0, 0));
    /// # Ok(()) }
    /// ```
    #[must_use]
    pub fn usage(&self) -> SessionUsage {
        match self.between_runs() {
            Ok(mut inner) => inner.usage(&self.engine, self.runs()),
            Err(_) => self.known.lock().clone(),
        }
    }

    /// The policy of every run.
    ///
    /// ```
    /// # fn main() -> Result<(), taipan::Error> {
    /// let session = taipan::Engine::builder().build()?.session()?;
    /// assert_eq!(session.policy(), &taipan::Policy::default());
    /// # Ok(()) }
    /// ```
    #[must_use]
    pub fn policy(&self) -> &Policy {
        &self.policy
    }

    /// The totals that bound the session.
    ///
    /// ```
    /// # fn main() -> Result<(), taipan::Error> {
    /// let session = taipan::Engine::builder().build()?.session()?;
    /// assert_eq!(session.limits().runs, 10_000);
    /// # Ok(()) }
    /// ```
    #[must_use]
    pub fn limits(&self) -> &SessionLimits {
        &self.limits
    }

    /// Whether no further run is possible, whatever its totals say.
    #[cfg(feature = "cli")]
    pub(crate) fn is_over(&self) -> bool {
        self.inner.try_lock().is_some_and(|inner| inner.over.is_some())
    }

    /// The name of the next run's file.
    pub(crate) fn next_file(&self) -> String {
        format!("run{}.py", self.runs().saturating_add(1))
    }

    /// Carries out a run; waits so long for the one before it to end.
    pub(crate) fn carry_out(&self, mut job: Job, link: &Link, wait: Duration) -> Result<Outcome, Error> {
        let mut inner = self.turn(link, wait)?;
        let Some(inner) = inner.as_deref_mut() else { return Ok(job.cancelled(self.engine.isolation())) };
        inner.check(&self.limits, self.runs())?;
        let fuel = self.limits.fuel - inner.fuel;
        let time = self.limits.lifetime.saturating_sub(inner.age()).max(SHORTEST);
        let (of_fuel, of_time) = (job.limits.fuel > fuel, job.limits.deadline > time);
        job.limits.fuel = job.limits.fuel.min(fuel);
        job.limits.deadline = job.limits.deadline.min(time);
        let inside = inside::enter(&[self.number]);
        let (mut outcome, kept) = inner.run(&self.engine, job, link, wait, &self.limits)?;
        drop(inside);
        match outcome.limit.as_mut() {
            Some(limit) if of_fuel && limit.kind == LimitKind::Fuel => {
                limit.limit = self.limits.fuel;
                limit.used = self.limits.fuel.saturating_add(1);
            }
            Some(limit) if of_time && limit.kind == LimitKind::Deadline => {
                limit.limit = self.limits.lifetime.as_millis() as u64;
                limit.used = inner.age().as_millis() as u64;
            }
            _ => {}
        }
        self.runs.fetch_add(1, Ordering::Release);
        inner.fuel = inner.fuel.saturating_add(outcome.usage.fuel).min(self.limits.fuel);
        if let Kept::Nothing(why) = kept {
            outcome.warnings.push(format!("the session is over: {why}"));
            inner.over = Some(why);
        }
        *self.known.lock() = inner.totals(self.runs());
        Ok(outcome)
    }

    /// Waits for a run that is going on as long as a run may wait for an interpreter.
    fn between_runs(&self) -> Result<MutexGuard<'_, Inner>, Error> {
        self.not_from_within()?;
        let wait = self.engine.wait(None);
        self.inner.try_lock_for(wait).ok_or_else(|| Session::busy(wait))
    }

    /// A tool that waited for its own run would wait for ever.
    fn not_from_within(&self) -> Result<(), Error> {
        if inside::sessions().contains(&self.number) {
            return Err(Error::new(ErrorKind::Busy, "a tool of the session's own run asked; ask when that has ended"));
        }
        Ok(())
    }

    fn busy(wait: Duration) -> Error {
        let detail = format!("another run of the session went on for {wait:?}; wait longer or fork it");
        Error::new(ErrorKind::Busy, detail)
    }

    /// Waits for the run of another thread to end; none where the caller no longer wants to.
    fn turn(&self, link: &Link, wait: Duration) -> Result<Option<MutexGuard<'_, Inner>>, Error> {
        self.not_from_within()?;
        let until = Instant::now() + wait;
        loop {
            if link.is_cancelled() {
                return Ok(None);
            }
            let left = until.saturating_duration_since(Instant::now());
            let next = if link.cancel.is_some() { left.min(crate::cancel::LOOK) } else { left };
            if let Some(inner) = self.inner.try_lock_for(next) {
                return Ok(Some(inner));
            }
            if left.is_zero() {
                return Err(Session::busy(wait));
            }
        }
    }
}

/// Makes of an outcome that of a run which left more in its session than that may hold.
fn holds_too_much(outcome: &mut Outcome, limit: u64, used: u64) {
    outcome.status = Status::Memory;
    outcome.limit = Some(Exhausted { kind: LimitKind::Memory, limit, used });
    outcome.warnings.push(String::from("the session would hold more memory than it may"));
}

/// Whether the session can go on.
enum Kept {
    State,
    /// It can't, for this reason.
    Nothing(String),
}

impl Inner {
    fn usage(&mut self, engine: &Engine, runs: u64) -> SessionUsage {
        #[cfg(not(feature = "wasm"))]
        let _ = engine;
        #[cfg(feature = "wasm")]
        if let (Interpreter::Wasm(state, _), Interpreters::Wasm(wall)) = (&mut self.interpreter, engine.interpreters())
        {
            // Where it can't be, it says what it knows.
            let _ = wall.settle(state, Duration::ZERO);
        }
        self.totals(runs)
    }

    /// What is known of its use without a look at its pages.
    fn totals(&self, runs: u64) -> SessionUsage {
        let memory_bytes = match &self.interpreter {
            Interpreter::Native(pool) => pool.held(),
            #[cfg(feature = "wasm")]
            Interpreter::Wasm(state, _) => state.bytes(),
        };
        SessionUsage { fuel: self.fuel, runs, memory_bytes, age: self.age() }
    }

    fn age(&self) -> Duration {
        self.before.saturating_add(self.since.elapsed())
    }

    /// Whether another run may begin.
    fn check(&self, limits: &SessionLimits, runs: u64) -> Result<(), Error> {
        let over = |detail: String| Err(Error::new(ErrorKind::SessionOver, detail));
        if let Some(why) = &self.over {
            return over(why.clone());
        }
        if runs >= limits.runs {
            return over(format!("it has had its {} runs; open another", limits.runs));
        }
        if self.fuel >= limits.fuel {
            return over(format!("it has used its {} units of fuel; open another", limits.fuel));
        }
        if self.age() >= limits.lifetime {
            return over(format!("it has lived for its {:?}; open another", limits.lifetime));
        }
        Ok(())
    }

    fn run(
        &mut self,
        engine: &Engine,
        job: Job,
        link: &Link,
        wait: Duration,
        limits: &SessionLimits,
    ) -> Result<(Outcome, Kept), Error> {
        match (&mut self.interpreter, engine.interpreters()) {
            (Interpreter::Native(pool), _) => {
                let never_began = job.source.len() as u64 > job.limits.source;
                let mut outcome = pool.run(job, link, wait)?;
                let nothing =
                    |what: &str| Kept::Nothing(format!("{what}, and the native isolation cannot go back to before it"));
                let kept = if never_began {
                    Kept::State
                } else if !outcome.came_to_its_end() {
                    nothing("its run was stopped")
                } else if pool.held() > limits.memory {
                    holds_too_much(&mut outcome, limits.memory, pool.held());
                    nothing("its run left too much in it")
                } else {
                    Kept::State
                };
                Ok((outcome, kept))
            }
            #[cfg(feature = "wasm")]
            (Interpreter::Wasm(state, left), Interpreters::Wasm(wall)) => {
                state.pass(left.elapsed());
                *left = Instant::now();
                let (mut outcome, too_much) =
                    wall.run_in(state, limits.memory, &job, link, wait).inspect_err(|error| {
                        if error.kind() == ErrorKind::Internal {
                            self.over = Some(error.to_string());
                        }
                    })?;
                *left = Instant::now();
                if let Some(bytes) = too_much {
                    holds_too_much(&mut outcome, limits.memory, bytes);
                }
                Ok((outcome, Kept::State))
            }
            #[cfg(feature = "wasm")]
            (Interpreter::Wasm(..), Interpreters::Native(_)) => {
                Err(Error::new(ErrorKind::Internal, "a session of another isolation"))
            }
        }
    }
}
