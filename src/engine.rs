//! The engine: what a host makes once and shares.

use std::sync::Arc;

use crate::alloc;
use crate::error::Error;
use crate::job::Job;
use crate::limits::Limits;
use crate::native::Pool;
use crate::outcome::{Isolation, Outcome};
use crate::policy::Policy;
use crate::run::Run;
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
    isolation: Interpreters,
}

/// Where an engine's runs happen.
#[derive(Debug)]
enum Interpreters {
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

    pub(crate) fn carry_out(&self, job: Job) -> Result<Outcome, Error> {
        match &self.0.isolation {
            Interpreters::Native(pool) => pool.run(job),
            #[cfg(feature = "wasm")]
            Interpreters::Wasm(wall) => wall.run(&job, &Arc::default(), std::time::Duration::from_secs(30)),
        }
    }

    pub(crate) fn warnings(&self) -> &[String] {
        &self.0.warnings
    }
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
#[derive(Clone, Debug, Default)]
#[must_use]
pub struct EngineBuilder {
    limits: Limits,
    policy: Policy,
    workers: Option<usize>,
    isolation: Isolation,
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

    /// Where runs happen. Default [`Isolation::Native`].
    pub fn isolation(mut self, isolation: Isolation) -> EngineBuilder {
        self.isolation = isolation;
        self
    }

    /// Worker threads, each with one interpreter ready. Default twice the processors, 1 to 256.
    pub fn workers(mut self, workers: usize) -> EngineBuilder {
        self.workers = Some(workers.clamp(1, 256));
        self
    }

    /// Checks limits and policy and starts the workers.
    ///
    /// # Errors
    /// [`InvalidLimits`](crate::ErrorKind::InvalidLimits), [`InvalidPolicy`](crate::ErrorKind::InvalidPolicy), or
    /// [`Exhausted`](crate::ErrorKind::Exhausted) where the system has no threads left.
    pub fn build(self) -> Result<Engine, Error> {
        self.limits.validate()?;
        self.policy.validate()?;
        let workers = self.workers.unwrap_or_else(|| 2 * std::thread::available_parallelism().map_or(1, usize::from));
        let workers = workers.min(256);
        let isolation = match self.isolation {
            #[cfg(feature = "wasm")]
            Isolation::Wasm => Interpreters::Wasm(Wall::start(workers)?),
            #[cfg(not(feature = "wasm"))]
            Isolation::Wasm => return Err(Error::new(ErrorKind::Unsupported, "this build has no wasm isolation")),
            Isolation::Native => Interpreters::Native(Pool::start(workers)?),
        };
        let mut warnings = Vec::new();
        if self.isolation == Isolation::Native && !alloc::is_counted() {
            warnings.push(String::from(
                "memory is not counted: the program's global allocator is not taipan::CountingAllocator",
            ));
        }
        Ok(Engine(Arc::new(Shared { limits: self.limits, policy: self.policy, warnings, isolation })))
    }
}
