//! One run, described and carried out.

mod name;
mod unfit;

use std::borrow::Cow;
use std::hash::Hasher as _;
use std::sync::Arc;
use std::time::Duration;

use serde::Serialize;
use siphasher::sip::SipHasher13;

use crate::cancel::Cancel;
use crate::check::{self, Code};
use crate::engine::{Engine, LONGEST_WAIT};
use crate::error::{Error, ErrorKind};
use crate::file::{self, Given};
use crate::inside;
use crate::job::Job;
use crate::limits::Limits;
use crate::link::{Link, Listener, Stream};
use crate::native::with_newlines;
use crate::outcome::Outcome;
use crate::policy::Policy;
use crate::session::Session;
use crate::tool::{Arguments, ToolCall, Tools};
use crate::value::Value;
use crate::wire::{Wire as _, Writer};
use name::check_name;

/// A run being described. Nothing happens until [`run`](Run::run).
///
/// ```
/// # fn main() -> Result<(), taipan::Error> {
/// use taipan::{Engine, Status};
///
/// let engine = Engine::builder().build()?;
/// let outcome = engine.prepare("while True: pass").fuel(10_000).run()?;
/// assert_eq!(outcome.status, Status::Fuel);
/// # Ok(()) }
/// ```
#[derive(Debug)]
#[must_use = "a run does nothing until `run` is called"]
pub struct Run<'a> {
    engine: &'a Engine,
    session: Option<&'a Session>,
    source: String,
    file: String,
    id: Option<String>,
    inputs: Vec<(String, Value)>,
    files: Vec<Given>,
    limits: Limits,
    policy: Option<Policy>,
    link: Link,
    wait: Option<Duration>,
    refuse: Vec<Code>,
    tools: Arc<Tools>,
    refused: Option<String>,
}

impl<'a> Run<'a> {
    pub(crate) fn new(engine: &'a Engine, source: String) -> Run<'a> {
        Run {
            engine,
            session: None,
            source,
            file: String::from("main.py"),
            id: None,
            inputs: Vec::new(),
            files: Vec::new(),
            limits: engine.limits().clone(),
            policy: None,
            link: Link::default(),
            wait: None,
            refuse: Vec::new(),
            tools: Arc::default(),
            refused: None,
        }
    }

    pub(crate) fn in_session(engine: &'a Engine, session: &'a Session, source: String) -> Run<'a> {
        Run { session: Some(session), file: session.next_file(), ..Run::new(engine, source) }
    }

    /// A value that the code finds under a name.
    pub fn input(mut self, name: impl Into<String>, value: impl Into<Value>) -> Run<'a> {
        self.inputs.push((name.into(), value.into()));
        self
    }

    /// A value that the code finds under a name, from any serde type.
    pub fn input_from<T: Serialize + ?Sized>(mut self, name: impl Into<String>, value: &T) -> Run<'a> {
        let name = name.into();
        match Value::from_serialize(value) {
            Ok(value) => self.inputs.push((name, value)),
            Err(error) => self.refused = Some(format!("`{name}`: {error}")),
        }
        self
    }

    /// A file that the code finds in `/sandbox`, its working folder; folders in the path are made. At most 65,536 files of
    /// 1 GiB together, and the run's memory limit counts them as they are put there.
    ///
    /// ```
    /// # fn main() -> Result<(), taipan::Error> {
    /// let engine = taipan::Engine::builder().build()?;
    /// let total = "sum(float(line.split(',')[1]) for line in open('prices.csv'))";
    /// let outcome = engine.prepare(total).file("prices.csv", "tea,2.5\ncake,4\n").run()?;
    /// assert_eq!(outcome.repr, "6.5");
    ///
    /// let error = engine.prepare("1").file("../notes", "").run().unwrap_err();
    /// assert_eq!(
    ///     error.to_string(),
    ///     "invalid input: file `../notes` has a part `.` or `..`; write the path without it"
    /// );
    /// # Ok(()) }
    /// ```
    pub fn file(mut self, path: impl Into<String>, content: impl Into<Vec<u8>>) -> Run<'a> {
        self.files.push(Given::new(path.into(), content.into()));
        self
    }

    /// The name of the source in tracebacks. Default `main.py`.
    pub fn file_name(mut self, name: impl Into<String>) -> Run<'a> {
        self.file = name.into();
        self
    }

    /// How its tracebacks name the source.
    #[cfg(feature = "server")]
    pub(crate) fn name(&self) -> &str {
        &self.file
    }

    /// The outcome's [`id`](Outcome::id).
    pub fn id(mut self, id: impl Into<String>) -> Run<'a> {
        self.id = Some(id.into());
        self
    }

    /// Bounds of this run; the engine's stay in force.
    pub fn limits(mut self, limits: &Limits) -> Run<'a> {
        self.limits = self.engine.limits().tightened_by(limits);
        self
    }

    /// The fuel of this run, at most the engine's.
    pub fn fuel(mut self, fuel: u64) -> Run<'a> {
        self.limits.fuel = self.engine.limits().fuel.min(fuel);
        self
    }

    /// The deadline of this run, at most the engine's.
    pub fn deadline(mut self, deadline: Duration) -> Run<'a> {
        self.limits.deadline = self.engine.limits().deadline.min(deadline);
        self
    }

    /// The policy of this run, tightening the engine's.
    pub fn policy(mut self, policy: &Policy) -> Run<'a> {
        self.policy = Some(policy.clone());
        self
    }

    /// The handle that ends this run from another thread; see [`Cancel`]. Without one only its limits end it.
    pub fn cancel(mut self, cancel: &Cancel) -> Run<'a> {
        self.link.cancel = Some(cancel.clone());
        self
    }

    /// Hears what the run writes as it is written, within the limit on output: each text that guest code writes, in order, before
    /// the run goes on. The outcome has all of it too. The function is called on the run's thread and its time counts against the
    /// deadline, so it should hand the text on and return. Default nobody.
    ///
    /// ```
    /// # fn main() -> Result<(), taipan::Error> {
    /// use std::sync::{Arc, Mutex};
    ///
    /// use taipan::{Engine, Stream};
    ///
    /// let heard = Arc::new(Mutex::new(Vec::new()));
    /// let ear = heard.clone();
    /// let hear = move |stream: Stream, text: &str| ear.lock().unwrap().push(format!("{stream}: {text}"));
    /// let source = "import sys\nsys.stdout.write('a')\nsys.stderr.write('b')\n1";
    /// let outcome = Engine::builder().build()?.prepare(source).on_output(hear).run()?;
    /// assert_eq!(*heard.lock().unwrap(), ["stdout: a", "stderr: b"]);
    /// assert_eq!((outcome.stdout.as_str(), outcome.stderr.as_str()), ("a", "b"));
    /// # Ok(()) }
    /// ```
    pub fn on_output(mut self, function: impl Fn(Stream, &str) + Send + Sync + 'static) -> Run<'a> {
        self.link.listener = Listener::new(function);
        self
    }

    /// The handle and the listener of a front door.
    #[cfg(feature = "server")]
    pub(crate) fn linked(mut self, link: Link) -> Run<'a> {
        self.link = link;
        self
    }

    /// How long this run waits for an interpreter, at most 24 h. Default what [`EngineBuilder::wait`](crate::EngineBuilder::wait)
    /// says.
    pub fn wait(mut self, wait: Duration) -> Run<'a> {
        self.wait = Some(wait.min(LONGEST_WAIT));
        self
    }

    /// Findings that refuse this run: where the [check](crate::check) has one of these codes, the status is
    /// [`Denied`](crate::Status::Denied) and nothing ran. Default none.
    ///
    /// ```
    /// # fn main() -> Result<(), taipan::Error> {
    /// use taipan::check::Code;
    /// use taipan::{Engine, Status};
    ///
    /// let engine = Engine::builder().build()?;
    /// let outcome = engine.prepare("print('before')\neval('1')").refuse(&[Code::DynamicCode]).run()?;
    /// assert_eq!((outcome.status, outcome.stdout.as_str()), (Status::Denied, ""));
    /// assert_eq!((outcome.denials[0].name.as_str(), outcome.denials[0].line), ("dynamic-code", Some(2)));
    /// # Ok(()) }
    /// ```
    pub fn refuse(mut self, codes: &[Code]) -> Run<'a> {
        self.refuse = codes.to_vec();
        self
    }

    /// A function of the host's: guest code calls it as `tools.name(...)`, or awaits that; where several are awaited at
    /// a time, `tools.aio.name(...)` gives what can be, and they take place one after the other. Arguments and result
    /// are values within the limits for the run's value, and what the function says instead of one is raised as
    /// `tools.ToolError`. It is called on a thread of its own with a stack of 8 MiB, and its time does not count against the deadline but
    /// against the [tools' own](Run::tool_deadline). A run that is cancelled does not wait for its end: nothing ends it but
    /// itself. A run may make 10,000 calls, with 16 MiB of arguments and results.
    ///
    /// ```
    /// # fn main() -> Result<(), taipan::Error> {
    /// use taipan::{Arguments, Engine};
    ///
    /// let rate = |args: &Arguments| match args.get(0).and_then(|currency| currency.as_str()) {
    ///     Some("USD") => Ok(1.08),
    ///     other => Err(format!("no rate for {other:?}")),
    /// };
    /// let outcome = Engine::builder().build()?.prepare("100 * tools.rate('USD')").tool("rate", rate).run()?;
    /// assert_eq!(outcome.repr, "108.0");
    /// assert_eq!(outcome.tool_calls[0].value, Some(1.08.into()));
    /// # Ok(()) }
    /// ```
    pub fn tool<F, V>(mut self, name: impl Into<String>, function: F) -> Run<'a>
    where
        F: Fn(&Arguments) -> Result<V, String> + Send + Sync + 'static,
        V: Into<Value>,
    {
        let name = name.into();
        if let Err(error) = check_name(&name) {
            self.refused = Some(error);
        }
        let named = name.clone();
        let bounded = move |arguments: &Arguments| {
            let value: Value = function(arguments)?.into();
            if value.is_deeper_than(Value::MAX_DEPTH) {
                return Err(format!("the result of {named}() is nested deeper than {} levels", Value::MAX_DEPTH));
            }
            match unfit::mistake(&value) {
                Some(mistake) => Err(format!("the result of {named}(): {mistake}")),
                None => Ok(value),
            }
        };
        self.tools_mut().add(name, Arc::new(bounded));
        self
    }

    /// How long all tools of the run may take together, at most 24 h. A run whose tools take longer ends with the status
    /// [`Timeout`](crate::Status::Timeout) and the limit [`Tools`](crate::LimitKind::Tools). Default 10 minutes.
    ///
    /// ```
    /// # fn main() -> Result<(), taipan::Error> {
    /// use std::time::Duration;
    /// use taipan::{Arguments, Engine, LimitKind, Status};
    ///
    /// let endless = |_: &Arguments| -> Result<i64, String> {
    ///     loop {
    ///         std::thread::park();
    ///     }
    /// };
    /// let engine = Engine::builder().build()?;
    /// let run = engine.prepare("tools.ask()").tool("ask", endless).tool_deadline(Duration::from_millis(20));
    /// let outcome = run.run()?;
    /// assert_eq!((outcome.status, outcome.limit.unwrap().kind), (Status::Timeout, LimitKind::Tools));
    /// # Ok(()) }
    /// ```
    pub fn tool_deadline(mut self, deadline: Duration) -> Run<'a> {
        self.tools_mut().deadline = deadline.min(LONGEST_WAIT);
        self
    }

    /// Counts the time that tools take against the deadline too.
    ///
    /// ```
    /// # fn main() -> Result<(), taipan::Error> {
    /// use std::time::Duration;
    /// use taipan::{Arguments, Engine, Status};
    ///
    /// let slow = |_: &Arguments| {
    ///     std::thread::sleep(Duration::from_millis(30));
    ///     Ok(0)
    /// };
    /// let engine = Engine::builder().build()?;
    /// let source = "tools.slow()\nwhile True: pass";
    /// let run = engine.prepare(source).tool("slow", slow).deadline(Duration::from_millis(20)).time_tools();
    /// assert_eq!(run.run()?.status, Status::Timeout);
    /// # Ok(()) }
    /// ```
    pub fn time_tools(mut self) -> Run<'a> {
        self.tools_mut().timed = true;
        self
    }

    /// Gives the results of another run's calls, in their order, and calls nothing. A call that is not the record's next
    /// raises `tools.ToolError`. A record does not say which tools were lent and never called: lend them here too, before or
    /// after, and the code finds them as it did.
    ///
    /// ```
    /// # fn main() -> Result<(), taipan::Error> {
    /// use taipan::{Arguments, Engine};
    ///
    /// let engine = Engine::builder().build()?;
    /// let source = "tools.now() + 1";
    /// let first = engine.prepare(source).tool("now", |_: &Arguments| Ok(41)).run()?;
    /// let again = engine.prepare(source).replay_tools(first.tool_calls).run()?;
    /// assert_eq!(again.repr, "42");
    /// # Ok(()) }
    /// ```
    pub fn replay_tools(mut self, calls: Vec<ToolCall>) -> Run<'a> {
        self.tools_mut().replay(calls);
        self
    }

    fn tools_mut(&mut self) -> &mut Tools {
        Arc::get_mut(&mut self.tools).expect("a run shares its tools with nobody before it begins")
    }

    /// Runs the code and waits for its end.
    ///
    /// # Errors
    /// [`Busy`](ErrorKind::Busy) where no interpreter became free in time,
    /// [`InvalidInput`](ErrorKind::InvalidInput) for a bad name of an input or a file, [`InvalidLimits`](ErrorKind::InvalidLimits),
    /// [`InvalidPolicy`](ErrorKind::InvalidPolicy); never for what the code does.
    ///
    /// ```
    /// # fn main() -> Result<(), taipan::Error> {
    /// let engine = taipan::Engine::builder().build()?;
    /// let error = engine.prepare("1").input("class", 1).run().unwrap_err();
    /// assert_eq!(error.to_string(), "invalid input: `class` is a keyword of Python; choose another name");
    /// # Ok(()) }
    /// ```
    pub fn run(mut self) -> Result<Outcome, Error> {
        if let Some(refused) = self.refused.take() {
            return Err(Error::new(ErrorKind::InvalidInput, refused));
        }
        check_names(&self.inputs)?;
        check_files(&self.files)?;
        self.limits.validate()?;
        let policy = match &self.policy {
            Some(policy) => {
                policy.validate()?;
                self.engine.policy().tightened_by(policy)
            }
            None => self.engine.policy().clone(),
        };
        let policy = self.session.map_or(policy, |session| session.policy().clone());
        let mut inside = inside::sessions();
        inside.extend(self.session.map(Session::number));
        self.tools_mut().inside = inside;
        let source = plain_text(self.source);
        let id = self.id.unwrap_or_else(|| derived_id(&source, &self.inputs, &self.files, &policy));
        let job = Job {
            id,
            source,
            file: self.file,
            inputs: self.inputs,
            files: self.files,
            limits: self.limits,
            policy: Arc::new(policy),
            warnings: self.engine.warnings().to_vec(),
            session: self.session.is_some(),
            tools: self.tools,
        };
        if let Some(outcome) = check::refused(&job, &self.refuse, self.engine.isolation())? {
            return Ok(outcome);
        }
        let (link, wait) = (&self.link, self.engine.wait(self.wait));
        match self.session {
            Some(session) => session.carry_out(job, link, wait),
            None => self.engine.carry_out(job, link, wait),
        }
    }
}

fn check_names(inputs: &[(String, Value)]) -> Result<(), Error> {
    let fail = |text: String| Err(Error::new(ErrorKind::InvalidInput, text));
    for (i, (name, value)) in inputs.iter().enumerate() {
        check_name(name).or_else(fail)?;
        if value.is_deeper_than(Value::MAX_DEPTH) {
            return fail(format!("`{name}`: nested deeper than {} levels", Value::MAX_DEPTH));
        }
        if let Some(mistake) = unfit::mistake(value) {
            return fail(format!("`{name}`: {mistake}"));
        }
        if inputs[..i].iter().any(|(earlier, _)| earlier == name) {
            return fail(format!("`{name}` is given twice"));
        }
    }
    Ok(())
}

fn check_files(given: &[Given]) -> Result<(), Error> {
    let each = given.iter().find_map(|file| {
        file::mistake(&file.path).map(|mistake| format!("file `{}` {mistake}", file::shown(&file.path)))
    });
    match each.or_else(|| file::mistake_of_all(given)) {
        Some(mistake) => Err(Error::new(ErrorKind::InvalidInput, mistake)),
        None => Ok(()),
    }
}

/// Source text as Python reads a file: without a byte order mark, each line end a newline.
pub(crate) fn plain_text(mut source: String) -> String {
    if source.starts_with('\u{feff}') {
        source.drain(..'\u{feff}'.len_utf8());
    }
    match with_newlines(&source) {
        Cow::Owned(source) => source,
        Cow::Borrowed(_) => source,
    }
}

/// The same for the same run, on every machine and with every later version.
fn derived_id(source: &str, inputs: &Vec<(String, Value)>, files: &[Given], policy: &Policy) -> String {
    let mut data = Writer::default();
    inputs.write(&mut data);
    policy.write(&mut data);
    let data = data.into_bytes();
    let files = files.iter().flat_map(|file| [file.path.as_bytes(), &file.content]);
    let mut hasher = SipHasher13::new();
    for part in [source.as_bytes(), &data].into_iter().chain(files) {
        hasher.write(&(part.len() as u64).to_le_bytes());
        hasher.write(part);
    }
    format!("{:016x}", hasher.finish())
}
