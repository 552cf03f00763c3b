//! Functions of the host that guest code may call.

#[cfg(not(target_family = "wasm"))]
mod calling;
#[cfg(not(target_family = "wasm"))]
mod hands;

use std::collections::{BTreeMap, VecDeque};
use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use parking_lot::Mutex;
use serde::{Deserialize, Serialize};

use crate::value::Value;
use crate::wire::{Malformed, Reader, Wire, Writer, record};
#[cfg(not(target_family = "wasm"))]
pub(crate) use calling::Answer;

/// Calls in one run, at most.
pub(crate) const MAX_CALLS: usize = 10_000;

/// Bytes of all arguments and results in the record of one run, at most.
const MAX_RECORD: usize = 16 << 20;

/// What a tool is called with.
///
/// ```
/// # fn main() -> Result<(), taipan::Error> {
/// use taipan::{Arguments, Engine, Value};
///
/// let area = |args: &Arguments| match (args.get(0), args.named("height")) {
///     (Some(Value::Int(width)), Some(Value::Int(height))) => Ok(width * height),
///     _ => Err(String::from("area() takes a width and a height")),
/// };
/// let engine = Engine::builder().build()?;
/// let outcome = engine.prepare("tools.area(6, height=7)").tool("area", area).run()?;
/// assert_eq!(outcome.repr, "42");
/// # Ok(()) }
/// ```
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Arguments {
    /// Those by position.
    #[cfg_attr(feature = "cli", schemars(with = "Vec<serde_json::Value>"))]
    pub positional: Vec<Value>,
    /// Those by name, in the order of the call.
    #[cfg_attr(feature = "cli", schemars(with = "Vec<(String, serde_json::Value)>"))]
    pub by_name: Vec<(String, Value)>,
}

impl Arguments {
    /// An argument by its position, from 0.
    ///
    /// ```
    /// let arguments = taipan::Arguments { positional: vec![7.into()], ..Default::default() };
    /// assert_eq!((arguments.get(0), arguments.get(1)), (Some(&7.into()), None));
    /// ```
    #[must_use]
    pub fn get(&self, position: usize) -> Option<&Value> {
        self.positional.get(position)
    }

    /// An argument by its name.
    ///
    /// ```
    /// let arguments = taipan::Arguments { by_name: vec![("to".into(), "USD".into())], ..Default::default() };
    /// assert_eq!((arguments.named("to"), arguments.named("of")), (Some(&"USD".into()), None));
    /// ```
    #[must_use]
    pub fn named(&self, name: &str) -> Option<&Value> {
        self.by_name.iter().find(|(known, _)| known == name).map(|(_, value)| value)
    }
}

/// One call of a tool, as it is kept in [`Outcome::tool_calls`](crate::Outcome::tool_calls).
///
/// ```
/// # fn main() -> Result<(), taipan::Error> {
/// use taipan::{Arguments, Engine};
///
/// let rate = |_: &Arguments| Err::<f64, _>(String::from("no rate today"));
/// let source = "try: tools.rate('EUR', 'USD')\nexcept tools.ToolError as error: print(error)";
/// let outcome = Engine::builder().build()?.prepare(source).tool("rate", rate).run()?;
/// let [call] = &outcome.tool_calls[..] else { panic!("one call") };
/// assert_eq!((call.tool.as_str(), call.error.as_deref()), ("rate", Some("no rate today")));
/// assert_eq!(outcome.stdout, "no rate today\n");
/// # Ok(()) }
/// ```
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct ToolCall {
    /// The tool's name.
    pub tool: String,
    /// What it was called with.
    pub arguments: Arguments,
    /// What it gave, if it gave something.
    #[cfg_attr(feature = "cli", schemars(with = "Option<serde_json::Value>"))]
    pub value: Option<Value>,
    /// What it said instead.
    pub error: Option<String>,
    /// How long it took, in microseconds.
    pub wall_us: u64,
}

/// A call on its way to the host.
#[derive(Debug, PartialEq)]
pub(crate) struct Call {
    pub(crate) tool: String,
    pub(crate) positional: Vec<Value>,
    pub(crate) by_name: Vec<(String, Value)>,
}

/// What comes back: a value, or what the tool said instead.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Reply {
    pub(crate) value: Option<Value>,
    pub(crate) error: Option<String>,
}

record!(Call { tool, positional, by_name });
record!(Reply { value, error });

impl Reply {
    pub(crate) fn error(text: impl Into<String>) -> Reply {
        Reply { value: None, error: Some(text.into()) }
    }
}

type Function = Arc<dyn Fn(&Arguments) -> Result<Value, String> + Send + Sync>;

/// Where the results of calls come from.
enum Source {
    /// The host's functions, by their names.
    Functions(BTreeMap<String, Function>),
    /// The record of another run, in its order; the names are of the tools that it had.
    Record(Vec<String>, Mutex<VecDeque<ToolCall>>),
}

impl Default for Source {
    fn default() -> Source {
        Source::Functions(BTreeMap::new())
    }
}

/// How long all tools of a run may take together, if nobody says.
const DEADLINE: Duration = Duration::from_secs(600);

/// The tools of a run, and the record of their calls.
pub(crate) struct Tools {
    source: Source,
    /// Whether the time that they take counts against the deadline.
    pub(crate) timed: bool,
    /// How long they may take together.
    pub(crate) deadline: Duration,
    /// The sessions that are in a run which waits for them.
    pub(crate) inside: Vec<u64>,
    record: Mutex<Record>,
}

impl Default for Tools {
    fn default() -> Tools {
        Tools {
            source: Source::default(),
            timed: false,
            deadline: DEADLINE,
            inside: Vec::new(),
            record: Mutex::default(),
        }
    }
}

#[derive(Default)]
struct Record {
    calls: Vec<ToolCall>,
    bytes: usize,
    /// The time that they took.
    time: Duration,
}

impl fmt::Debug for Tools {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.names()).finish()
    }
}

impl Tools {
    /// Adds a function of the host's; one of the same name goes. Where results come from a record, only its name is taken.
    pub(crate) fn add(&mut self, name: String, function: Function) {
        match &mut self.source {
            Source::Functions(functions) => drop(functions.insert(name, function)),
            Source::Record(names, _) => match names.binary_search(&name) {
                Ok(_) => {}
                Err(at) => names.insert(at, name),
            },
        }
    }

    /// Takes every result from a record, and calls none of the functions that were added.
    pub(crate) fn replay(&mut self, calls: Vec<ToolCall>) {
        let mut names: Vec<String> = self.names().into_iter().map(str::to_owned).collect();
        names.extend(calls.iter().map(|call| call.tool.clone()));
        names.sort();
        names.dedup();
        self.source = Source::Record(names, Mutex::new(calls.into()));
    }

    pub(crate) fn names(&self) -> Vec<&str> {
        match &self.source {
            Source::Functions(functions) => functions.keys().map(String::as_str).collect(),
            Source::Record(names, _) => names.iter().map(String::as_str).collect(),
        }
    }

    /// The calls so far; none are left.
    pub(crate) fn take_record(&self) -> Vec<ToolCall> {
        std::mem::take(&mut *self.record.lock()).calls
    }
}

/// The other side of the wall gets the names.
impl Wire for Tools {
    fn write(&self, writer: &mut Writer) {
        self.names().into_iter().map(str::to_owned).collect::<Vec<_>>().write(writer);
    }

    fn read(reader: &mut Reader<'_>) -> Result<Tools, Malformed> {
        let names = Vec::read(reader)?;
        Ok(Tools { source: Source::Record(names, Mutex::default()), ..Tools::default() })
    }
}
