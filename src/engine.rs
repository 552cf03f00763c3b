//! The engine: what a host makes once and shares.

use std::sync::Arc;
use std::time::Duration;

use crate::alloc;
use crate::error::Error;
use crate::job::Job;
use crate::limits::Limits;
use crate::link::Link;
use crate::native::Pool;
use crate::outcome::{Isolation, Outcome};
use crate::policy::Policy;
use crate::run::Run;
use crate::session::{Session, SessionLimits};
#[cfg(feature = "wasm")]
use crate::wasm::Wall;

/// Runs Python source within bounds. Cheap to clone, shared by any number of threads; one per process is enough.
///
/// ```
/// # fn main() -> Result<(), taipan::Error> {
/// use taipan::{Engine, Value};
///
/// let engine = Engine::builder().build()?;
/// let outcome = engine.run("sum(x*x for x in range(10))")?;
/// assert_eq!(outcome.value, Value::Int(285));
/// # Ok(()) }
/// ```
#[derive(Clone, Debug)]
pub struct Engine(Arc<Shared>);

#[derive(Debug)]
struct Shared {
    limits: Limits,
    policy: Policy,
    warnings: Vec<String>,
    wait: Duration,
    isolation: Interpreters,
}

/// Where an engine's runs happen.
#[derive(Debug)]
pub(crate) enum Interpreters {
    Native(Pool),
    #[cfg(feature = "wasm")]
    Wasm(Wall),
}

impl Engine {
    /// A builder with default limits and policy.
    ///
    /// ```
    /// # fn main() -> Result<(), taipan::Error> {
    /// let engine = taipan::Engine::builder().workers(1).build()?;
    /// assert_eq!(engine.run("1 + 1")?.repr, "2");
    /// # Ok(()) }
    /// ```
    pub fn builder() -> EngineBuilder {
        EngineBuilder::default()
    }

    /// Runs source text with the engine's limits and policy.
    ///
    /// # Errors
    /// Only what the host or the engine got wrong; see [`ErrorKind`](crate::ErrorKind).
    ///
    /// ```
    /// # fn main() -> Result<(), taipan::Error> {
    /// let engine = taipan::Engine::builder().build()?;
    /// assert_eq!(engine.run("'a' * 3")?.repr, "'aaa'");
    /// # Ok(()) }
    /// ```
    pub fn run(&self, source: &str) -> Result<Outcome, Error> {
        self.prepare(source).run()
    }

    /// Starts to describe a run: its inputs, limits and policy.
    ///
    /// ```
    /// # fn main() -> Result<(), taipan::Error> {
    /// let engine = taipan::Engine::builder().build()?;
    /// let outcome = engine.prepare("sum(prices)").input("prices", vec![1.5, 2.0]).run()?;
    /// assert_eq!(outcome.value_as::<f64>().unwrap(), 3.5);
    /// # Ok(()) }
    /// ```
    pub fn prepare(&self, source: impl Into<String>) -> Run<'_> {
        Run::new(self, source.into())
    }

    /// Puts the interpreter that this thread used last back into the state of a fresh one, now and not when its next run waits for
    /// it: for a thread that has given its answer and waits for the next code. A run takes as long as before without the call,
    /// and a few microseconds less after it. Nothing in the `native` isolation, where that is done behind each run.
    ///
    /// ```
    /// # fn main() -> Result<(), taipan::Error> {
    /// let engine = taipan::Engine::builder().build()?;
    /// engine.run("left = 1")?;
    /// engine.make_ready();
    /// assert_eq!(engine.run("left")?.error.unwrap().kind, "NameError");
    /// # Ok(()) }
    /// ```
    pub fn make_ready(&self) {
        match &self.0.isolation {
            Interpreters::Native(_) => {}
            #[cfg(feature = "wasm")]
            Interpreters::Wasm(wall) => wall.make_ready(),
        }
    }

    /// The limits that no run of this engine can pass.
    ///
    /// ```
    /// # fn main() -> Result<(), taipan::Error> {
    /// let engine = taipan::Engine::builder().build()?;
    /// assert_eq!(engine.limits().output, 1 << 20);
    /// # Ok(()) }
    /// ```
    #[must_use]
    pub fn limits(&self) -> &Limits {
        &self.0.limits
    }

    /// The policy that no run of this engine can loosen.
    ///
    /// ```
    /// # fn main() -> Result<(), taipan::Error> {
    /// let engine = taipan::Engine::builder().build()?;
    /// assert!(engine.policy().deny.is_empty());
    /// # Ok(()) }
    /// ```
    #[must_use]
    pub fn policy(&self) -> &Policy {
        &self.0.policy
    }

    /// Where this engine's runs happen.
    ///
    /// ```
    /// # fn main() -> Result<(), taipan::Error> {
    /// use taipan::{Engine, Isolation};
    ///
    /// let engine = Engine::builder().isolation(Isolation::Native).build()?;
    /// assert_eq!(engine.isolation(), Isolation::Native);
    /// # Ok(()) }
    /// ```
    #[must_use]
    pub fn isolation(&self) -> Isolation {
        match &self.0.isolation {
            Interpreters::Native(_) => Isolation::Native,
            #[cfg(feature = "wasm")]
            Interpreters::Wasm(_) => Isolation::Wasm,
        }
    }

    pub(crate) fn carry_out(&self, job: Job, link: &Link, wait: Duration) -> Result<Outcome, Error> {
        if link.is_cancelled() {
            return Ok(job.cancelled(self.isolation()));
        }
        match &self.0.isolation {
            Interpreters::Native(pool) => pool.run(job, link, wait),
            #[cfg(feature = "wasm")]
            Interpreters::Wasm(wall) => wall.run(&job, link, wait),
        }
    }

    /// What became of its instances so far; none in the `native` isolation, which has threads instead.
    #[cfg(feature = "server")]
    pub(crate) fn instances(&self) -> Option<Instances> {
        match &self.0.isolation {
            Interpreters::Native(_) => None,
            #[cfg(feature = "wasm")]
            Interpreters::Wasm(wall) => Some(wall.figures()),
        }
    }

    pub(crate) fn interpreters(&self) -> &Interpreters {
        &self.0.isolation
    }

    /// How long a run waits for an interpreter, if it does not say.
    pub(crate) fn wait(&self, asked: Option<Duration>) -> Duration {
        asked.unwrap_or(self.0.wait)
    }

    /// Opens a session within the default totals: one interpreter that keeps its names from run to run.
    ///
    /// # Errors
    /// [`ErrorKind::Exhausted`](crate::ErrorKind::Exhausted) where the system has no thread for one of the `native` isolation.
    ///
    /// ```
    /// # fn main() -> Result<(), taipan::Error> {
    /// let session = taipan::Engine::builder().build()?.session()?;
    /// session.run("import math")?;
    /// assert_eq!(session.run("math.isqrt(17)")?.repr, "4");
    /// # Ok(()) }
    /// ```
    pub fn session(&self) -> Result<Session, Error> {
        self.session_within(&SessionLimits::default(), None)
    }

    /// Opens a session within totals, and with a policy that can tighten the engine's.
    ///
    /// # Errors
    /// As [`session`](Engine::session), and where the totals or the policy are not valid.
    ///
    /// ```
    /// # fn main() -> Result<(), taipan::Error> {
    /// use taipan::{Engine, ErrorKind, SessionLimits};
    ///
    /// let limits = SessionLimits { runs: 1, ..SessionLimits::default() };
    /// let session = Engine::builder().build()?.session_within(&limits, None)?;
    /// session.run("1")?;
    /// let error = session.run("2").unwrap_err();
    /// assert_eq!(error.kind(), ErrorKind::SessionOver);
    /// assert_eq!(error.to_string(), "the session is over: it has had its 1 runs; open another");
    /// # Ok(()) }
    /// ```
    pub fn session_within(&self, limits: &SessionLimits, policy: Option<&Policy>) -> Result<Session, Error> {
        Session::open(self, limits, policy)
    }

    /// Goes on with a session that [`Session::snapshot`] saved, within the default totals and the snapshot's. Its policy is
    /// the snapshot's, tightened by the engine's.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidSnapshot`](crate::ErrorKind::InvalidSnapshot) for bytes that are no snapshot of this guest, and
    /// [`ErrorKind::Unsupported`](crate::ErrorKind::Unsupported) in the `native` isolation.
    ///
    /// ```
    /// # fn main() -> Result<(), taipan::Error> {
    /// # if taipan::Engine::builder().build()?.isolation() != taipan::Isolation::Wasm { return Ok(()) }
    /// let engine = taipan::Engine::builder().build()?;
    /// let error = engine.restore(b"something else").unwrap_err();
    /// assert_eq!(error.to_string(), "invalid snapshot: these bytes are no snapshot of a session");
    /// # Ok(()) }
    /// ```
    pub fn restore(&self, snapshot: &[u8]) -> Result<Session, Error> {
        Session::restore(self, snapshot, &SessionLimits::default(), |policy| policy)
    }

    pub(crate) fn warnings(&self) -> &[String] {
        &self.0.warnings
    }
}

/// What became of an engine's instances behind the wall.
#[cfg(feature = "server")]
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Instances {
    /// All that exist.
    pub(crate) living: usize,
    /// Those among them that are in no run.
    pub(crate) idle: usize,
    /// How often one was put back into the state of the image.
    pub(crate) resets: u64,
    /// Those that could not be used again, and were freed.
    pub(crate) lost: u64,
}

/// Describes an [`Engine`]; everything is checked once, in [`build`](EngineBuilder::build).
///
/// ```
/// # fn main() -> Result<(), taipan::Error> {
/// use taipan::{Engine, Limits, Policy, Seed};
///
/// let engine = Engine::builder()
///     .limits(Limits { fuel: 100_000, ..Limits::default() })
///     .policy(Policy { seed: Seed::Number(1), ..Policy::default() })
///     .workers(2)
///     .build()?;
/// assert_eq!(engine.limits().fuel, 100_000);
/// # Ok(()) }
/// ```
#[derive(Clone, Debug)]
#[must_use]
pub struct EngineBuilder {
    limits: Limits,
    policy: Policy,
    workers: Option<usize>,
    isolation: Option<Isolation>,
    wait: Duration,
}

/// How long a run waits for an interpreter where its host says nothing.
const WAIT: Duration = Duration::from_secs(30);

/// What a build without a guest may fall back to, as an environment variable.
const WITHOUT_GUEST: &str = "TAIPAN_WITHOUT_GUEST";

/// The longest that it may be told to.
pub(crate) const LONGEST_WAIT: Duration = Duration::from_secs(86_400);

/// The most runs at a time of an engine.
const MAX_WORKERS: usize = 256;

/// Runs at a time where nothing else is said: twice the processors.
pub(crate) fn default_workers() -> usize {
    (2 * std::thread::available_parallelism().map_or(1, usize::from)).min(MAX_WORKERS)
}

impl Default for EngineBuilder {
    fn default() -> Self {
        EngineBuilder {
            limits: Limits::default(),
            policy: Policy::default(),
            workers: None,
            isolation: None,
            wait: WAIT,
        }
    }
}

impl EngineBuilder {
    /// The bounds of every run. Default [`Limits::default`].
    pub fn limits(mut self, limits: Limits) -> EngineBuilder {
        self.limits = limits;
        self
    }

    /// What runs may do. Default [`Policy::default`].
    pub fn policy(mut self, policy: Policy) -> EngineBuilder {
        self.policy = policy;
        self
    }

    /// Where runs happen. Default [`Isolation::Wasm`].
    ///
    /// A build without a guest has the `native` isolation alone, and [`build`](EngineBuilder::build) refuses to take it unasked: it
    /// must be named here, or by the environment variable `TAIPAN_WITHOUT_GUEST=native`.
    pub fn isolation(mut self, isolation: Isolation) -> EngineBuilder {
        self.isolation = Some(isolation);
        self
    }

    /// Runs that can be in flight at a time, each on an interpreter of its own. Default twice the processors, 1 to 256.
    pub fn workers(mut self, workers: usize) -> EngineBuilder {
        self.workers = Some(workers.clamp(1, MAX_WORKERS));
        self
    }

    /// How long a run waits for an interpreter while all are in runs, before it is [`Busy`](crate::ErrorKind::Busy). Default 30 s, at
    /// most 24 h; zero takes what is free at once. Behind each run of the `native` isolation its worker makes a new interpreter,
    /// which takes some milliseconds.
    ///
    /// ```
    /// # fn main() -> Result<(), taipan::Error> {
    /// use std::thread;
    /// use std::time::Duration;
    ///
    /// use taipan::{Cancel, Engine, ErrorKind};
    ///
    /// let engine = Engine::builder().workers(1).wait(Duration::from_millis(50)).build()?;
    /// let (cancel, other) = (Cancel::new(), engine.clone());
    /// let handle = cancel.clone();
    /// let long = thread::spawn(move || {
    ///     other.prepare("while True: pass").wait(Duration::from_secs(30)).cancel(&handle).run()
    /// });
    /// // Until the other thread's run is on, this one finds the interpreter free.
    /// let error = loop {
    ///     if let Err(error) = engine.run("1 + 1") {
    ///         break error;
    ///     }
    /// };
    /// assert_eq!(error.kind(), ErrorKind::Busy);
    /// assert_eq!(error.to_string(), "busy: all 1 interpreters were in runs for 50ms; wait longer or make more");
    /// cancel.cancel();
    /// # assert_eq!(long.join().unwrap()?.status, taipan::Status::Cancelled);
    /// # Ok(()) }
    /// ```
    pub fn wait(mut self, wait: Duration) -> EngineBuilder {
        self.wait = wait.min(LONGEST_WAIT);
        self
    }

    /// Checks limits and policy and starts the workers.
    ///
    /// # Errors
    /// [`InvalidLimits`](crate::ErrorKind::InvalidLimits), [`InvalidPolicy`](crate::ErrorKind::InvalidPolicy),
    /// [`Unsupported`](crate::ErrorKind::Unsupported) where this build has no guest or the machine can't run it, or
    /// [`Exhausted`](crate::ErrorKind::Exhausted) where the system has no threads left.
    pub fn build(self) -> Result<Engine, Error> {
        self.limits.validate()?;
        self.policy.validate()?;
        let workers = self.workers.unwrap_or_else(default_workers);
        let chosen = self.isolation.unwrap_or_else(unasked);
        let isolation = match chosen {
            #[cfg(feature = "wasm")]
            Isolation::Wasm => Interpreters::Wasm(Wall::start(workers)?),
            #[cfg(not(feature = "wasm"))]
            Isolation::Wasm => {
                return Err(Error::new(crate::ErrorKind::Unsupported, "this build has no wasm isolation"));
            }
            Isolation::Native => Interpreters::Native(Pool::start(workers)?),
        };
        let mut warnings = Vec::new();
        if chosen == Isolation::Native && !alloc::is_counted() {
            warnings.push(String::from(
                "memory is not counted: the program's global allocator is not taipan::CountingAllocator",
            ));
        }
        Ok(Engine(Arc::new(Shared { limits: self.limits, policy: self.policy, warnings, wait: self.wait, isolation })))
    }
}

/// Where runs happen if their host says nothing.
pub(crate) fn unasked() -> Isolation {
    #[cfg(feature = "wasm")]
    let has_guest = crate::wasm::has_guest();
    #[cfg(not(feature = "wasm"))]
    let has_guest = false;
    let settled = std::env::var_os(WITHOUT_GUEST).is_some_and(|isolation| isolation == "native");
    if settled && !has_guest { Isolation::Native } else { Isolation::default() }
}
