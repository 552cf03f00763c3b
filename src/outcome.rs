//! What happened in a run: the one shape that every front door gives out.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::file::File;
use crate::tool::ToolCall;
use crate::traceback::Traceback;
use crate::value::{Value, ValueError};

/// What happened in a run. Every ending fills it, success included.
///
/// Serialised as JSON it has a fixed field order, shared by the command line and the goldens.
///
/// ```
/// # fn main() -> Result<(), taipan::Error> {
/// use taipan::{Engine, Status, Value};
///
/// let engine = Engine::builder().build()?;
/// let outcome = engine.run("print('hi')\n2 + 2")?;
/// assert_eq!(outcome.status, Status::Ok);
/// assert_eq!(outcome.value, Value::Int(4));
/// assert_eq!(outcome.repr, "4");
/// assert_eq!(outcome.stdout, "hi\n");
/// assert!(outcome.usage.fuel > 0);
/// # Ok(()) }
/// ```
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Outcome {
    /// The run's name: what the caller gave, else 16 hexadecimal digits made of source, inputs and policy.
    pub id: String,
    /// How the run ended.
    pub status: Status,
    /// The value of a trailing expression, else `None`.
    #[cfg_attr(feature = "cli", schemars(with = "serde_json::Value"))]
    pub value: Value,
    /// Python's `repr` of the value; empty where there is no trailing expression or it is `None`.
    pub repr: String,
    /// Text written to standard output.
    pub stdout: String,
    /// Text written to standard error, the traceback excluded.
    pub stderr: String,
    /// The uncaught exception, for the statuses `error`, `exit` and `denied`.
    pub error: Option<Raised>,
    /// The limit that ended the run.
    pub limit: Option<Exhausted>,
    /// Each thing that policy refused, also when guest code caught the refusal. At most 100.
    pub denials: Vec<Denial>,
    /// What the host should know, such as a bound that could not be counted.
    pub warnings: Vec<String>,
    /// Files that the run made or changed in `/sandbox`, by their paths; what it still held in a buffer is not in them.
    /// Empty where a limit ended the run, the host cancelled it, or it crashed.
    pub files: Vec<File>,
    /// The calls of the host's tools, in their order. Left out of the JSON where there are none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tool_calls: Vec<ToolCall>,
    /// What was cut.
    pub truncated: Truncated,
    /// What the run used.
    pub usage: Usage,
    /// What ran it.
    pub isolation: Isolation,
}

impl Outcome {
    /// Whether the status is [`Status::Ok`].
    ///
    /// ```
    /// # fn main() -> Result<(), taipan::Error> {
    /// let engine = taipan::Engine::builder().build()?;
    /// assert!(!engine.run("1 / 0")?.is_ok());
    /// # Ok(()) }
    /// ```
    #[must_use]
    pub fn is_ok(&self) -> bool {
        self.status == Status::Ok
    }

    /// Whether the run ended by itself: nothing stopped it in the middle.
    pub(crate) fn came_to_its_end(&self) -> bool {
        match self.status {
            Status::Ok | Status::Error | Status::Exit | Status::Denied => true,
            // Its value was too large to be shown.
            Status::Output => self.truncated.value,
            _ => false,
        }
    }

    /// The value as a Rust type.
    ///
    /// # Errors
    /// [`ValueError`], naming the place in the value that does not fit.
    ///
    /// ```
    /// # fn main() -> Result<(), taipan::Error> {
    /// let engine = taipan::Engine::builder().build()?;
    /// assert_eq!(engine.run("[1, 2]")?.value_as::<Vec<u8>>().unwrap(), [1, 2]);
    /// # Ok(()) }
    /// ```
    pub fn value_as<T: serde::de::DeserializeOwned>(&self) -> Result<T, ValueError> {
        self.value.deserialize_into()
    }
}

/// How a run ended.
///
/// ```
/// assert_eq!(taipan::Status::Timeout.to_string(), "timeout");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Status {
    /// The code ran to its end.
    Ok,
    /// An exception was not caught, or the source is no Python.
    Error,
    /// `SystemExit` was raised; the code is in [`Raised::exit_code`].
    Exit,
    /// What ended the run is something that policy refuses.
    Denied,
    /// The fuel limit was exhausted.
    Fuel,
    /// The deadline passed.
    Timeout,
    /// The memory limit was exhausted.
    Memory,
    /// An output limit, or a bound on the value, was exhausted.
    Output,
    /// The host cancelled the run.
    Cancelled,
    /// The interpreter broke; the engine goes on with another.
    Crashed,
}

impl fmt::Display for Status {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Status::Ok => "ok",
            Status::Error => "error",
            Status::Exit => "exit",
            Status::Denied => "denied",
            Status::Fuel => "fuel",
            Status::Timeout => "timeout",
            Status::Memory => "memory",
            Status::Output => "output",
            Status::Cancelled => "cancelled",
            Status::Crashed => "crashed",
        })
    }
}

/// What runs guest code.
///
/// ```
/// assert_eq!(taipan::Isolation::Native.to_string(), "native");
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Isolation {
    /// The engine linked into this process: bounds at hook points, no wall. For code that its host trusts.
    Native,
    /// The engine compiled to WebAssembly, a fresh instance for each run. For code that nobody has read.
    #[default]
    Wasm,
}

impl fmt::Display for Isolation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Isolation::Native => "native",
            Isolation::Wasm => "wasm",
        })
    }
}

/// An uncaught exception.
///
/// ```
/// # fn main() -> Result<(), taipan::Error> {
/// let engine = taipan::Engine::builder().build()?;
/// let error = engine.run("x = 1\n{}['a']")?.error.unwrap();
/// assert_eq!((error.kind.as_str(), error.message.as_str(), error.line), ("KeyError", "'a'", Some(2)));
/// # Ok(()) }
/// ```
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Raised {
    /// The exception's class, with its module unless that is `builtins` or `__main__`.
    #[serde(rename = "type")]
    pub kind: String,
    /// `str` of the exception.
    pub message: String,
    /// The line in the run's source, counted from 1.
    pub line: Option<u32>,
    /// The column in that line, counted from 1 in characters.
    pub column: Option<u32>,
    /// The whole text as Python prints it, with its last newline.
    pub traceback: String,
    /// A short way out of a mistake that comes from running here: no packages, no host's files, no standard input, a limit
    /// on nested calls. What the message itself says is not said again.
    pub hint: Option<String>,
    /// The exit status that `SystemExit` asks for, 0 to 255.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub exit_code: Option<u8>,
    /// The traceback as data.
    #[serde(skip)]
    pub frames: Option<Box<Traceback>>,
}

/// The limit that ended a run.
///
/// ```
/// # fn main() -> Result<(), taipan::Error> {
/// use taipan::{Engine, LimitKind};
///
/// let engine = Engine::builder().build()?;
/// let limit = engine.prepare("while True: pass").fuel(1000).run()?.limit.unwrap();
/// assert_eq!((limit.kind, limit.limit, limit.used), (LimitKind::Fuel, 1000, 1001));
/// # Ok(()) }
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Exhausted {
    /// Which limit.
    pub kind: LimitKind,
    /// Its bound, in the limit's unit; milliseconds for a time.
    pub limit: u64,
    /// What was asked for or used, in the same unit.
    pub used: u64,
}

/// The limits that can end a run.
///
/// ```
/// assert_eq!(serde_json::to_string(&taipan::LimitKind::ValueBytes).unwrap(), "\"value_bytes\"");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum LimitKind {
    /// [`Limits::fuel`](crate::Limits::fuel).
    Fuel,
    /// [`Limits::deadline`](crate::Limits::deadline), in milliseconds.
    Deadline,
    /// [`Limits::memory`](crate::Limits::memory).
    Memory,
    /// [`Limits::output`](crate::Limits::output), reached by standard output.
    Stdout,
    /// [`Limits::output`](crate::Limits::output), reached by standard error.
    Stderr,
    /// [`Limits::source`](crate::Limits::source).
    Source,
    /// [`Limits::value_bytes`](crate::Limits::value_bytes).
    ValueBytes,
    /// [`Limits::value_depth`](crate::Limits::value_depth).
    ValueDepth,
    /// [`Run::tool_deadline`](crate::Run::tool_deadline), in milliseconds.
    Tools,
}

impl LimitKind {
    /// How a run ends that exhausts it.
    pub(crate) fn status(self) -> Status {
        match self {
            LimitKind::Fuel => Status::Fuel,
            LimitKind::Deadline | LimitKind::Tools => Status::Timeout,
            LimitKind::Memory | LimitKind::Source => Status::Memory,
            LimitKind::Stdout | LimitKind::Stderr | LimitKind::ValueBytes | LimitKind::ValueDepth => Status::Output,
        }
    }
}

/// How many denials an outcome lists.
pub(crate) const MAX_DENIALS: usize = 100;

/// One thing that policy refused.
///
/// ```
/// # fn main() -> Result<(), taipan::Error> {
/// let engine = taipan::Engine::builder().build()?;
/// let outcome = engine.run("try:\n    import socket\nexcept ImportError:\n    pass")?;
/// assert!(outcome.is_ok());
/// assert_eq!(outcome.denials[0].name, "socket");
/// assert_eq!(outcome.denials[0].line, Some(2));
/// # Ok(()) }
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Denial {
    /// What was asked for: `module`, or `call`.
    pub kind: String,
    /// Its name, such as `socket` or `os.system`.
    pub name: String,
    /// The line of the run's source that asked, counted from 1.
    pub line: Option<u32>,
    /// Why it is refused and what to use instead.
    pub reason: String,
}

/// What was cut from an outcome to keep it within the limits.
///
/// ```
/// assert!(!taipan::Truncated::default().stdout);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Truncated {
    /// Standard output reached its limit.
    pub stdout: bool,
    /// Standard error reached its limit.
    pub stderr: bool,
    /// The value or its repr is cut.
    pub value: bool,
}

/// What a run used. Filled on every ending.
///
/// ```
/// # fn main() -> Result<(), taipan::Error> {
/// let engine = taipan::Engine::builder().build()?;
/// let first = engine.run("sum(range(10))")?.usage.fuel;
/// assert_eq!(engine.run("sum(range(10))")?.usage.fuel, first);
/// # Ok(()) }
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Usage {
    /// Work, in fuel units. The same for the same source, inputs and policy.
    pub fuel: u64,
    /// Wall clock of the run, in microseconds.
    pub wall_us: u64,
    /// The most bytes held at one time beyond a fresh interpreter; 0 where nothing counts them.
    pub memory_peak_bytes: u64,
    /// Bytes of standard output and standard error together.
    pub output_bytes: u64,
}
