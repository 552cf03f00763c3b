//! A case: a program, where it was found, and what it must give.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::examples::Example;
use super::settings::{self, Settings};
use super::{Error, check, session};
use crate::{Engine, Limits, Outcome, Run, Value};

/// A case of a suite: a program, how to run it, and what it must give.
///
/// A suite compares its cases by itself; this is for a host that looks at more of a run than a golden holds.
///
/// ```
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let folder = tempfile::tempdir()?;
/// std::fs::write(folder.path().join("half.py"), "#! inputs = {n = 5}\nn / 2")?;
/// let engine = taipan::Engine::builder().build()?;
/// for case in taipan::snap::dir(folder.path()).cases()? {
///     assert!(case.id().ends_with("half.py") && case.alone().is_none());
///     assert_eq!(case.source(), "#! inputs = {n = 5}\nn / 2");
///     assert_eq!((case.inputs()[0].0.as_str(), case.files().count()), ("n", 0));
///     assert_eq!(case.limits().deadline.as_secs(), 60);
///     assert_eq!(case.prepare(&engine).run()?.repr, "2.5");
/// }
/// # Ok(()) }
/// ```
#[derive(Clone, Debug)]
pub struct Case {
    /// The file, with `::` and a name behind it where the file holds several.
    pub(crate) id: String,
    /// Where its text begins.
    pub(crate) place: Place,
    /// The program; of a session what comes before its examples.
    pub(crate) source: String,
    /// How to run it.
    pub(crate) settings: Settings,
    pub(crate) expects: Expects,
}

/// What a case must give.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Expects {
    /// What the golden in this file says.
    Golden(PathBuf),
    /// What stands beside the program: the text that it prints, or parts of the outcome.
    Inline(serde_json::Value),
    /// What stands below each example.
    Examples {
        examples: Vec<Example>,
        /// The module whose names the examples have.
        module: Option<String>,
    },
}

impl Expects {
    /// What directives expect, or the golden in a file.
    pub(crate) fn by(settings: &mut Settings, golden: impl FnOnce() -> PathBuf) -> Expects {
        settings.parts.take().map_or_else(|| Expects::Golden(golden()), Expects::Inline)
    }
}

impl Case {
    /// Its name: the file as it was found, with `::` and a name behind it where the file holds several cases.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The program with its directives; of examples what comes before them.
    #[must_use]
    pub fn source(&self) -> &str {
        &self.source
    }

    /// The inputs that its directives name.
    #[must_use]
    pub fn inputs(&self) -> &[(String, Value)] {
        &self.settings.inputs
    }

    /// The files that its directives name: their paths and contents.
    pub fn files(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.settings.given.iter().map(|file| (file.path.as_str(), &*file.content))
    }

    /// Its bounds: the suite's, changed by its directives.
    #[must_use]
    pub fn limits(&self) -> &Limits {
        &self.settings.limits
    }

    /// Why it is not compared with another engine, if its directives say so.
    #[must_use]
    pub fn alone(&self) -> Option<&str> {
        self.settings.alone.as_deref()
    }

    /// Its run on an engine, whose bounds and policy stay in force.
    pub fn prepare<'e>(&self, engine: &'e Engine) -> Run<'e> {
        let mut limits = self.settings.limits.clone();
        let examples = match &self.expects {
            Expects::Examples { examples, module } => {
                // What comes before the examples is compiled in the run.
                limits.source = settings::ceiling().source.min(limits.memory);
                Some(session::program(examples, &self.source, module.as_deref()))
            }
            _ => None,
        };
        let (source, inputs) = match &examples {
            Some((source, inputs)) => (*source, inputs),
            None => (self.source.as_str(), &self.settings.inputs),
        };
        let run = engine.prepare(source).limits(&limits).policy(&self.settings.policy);
        let run = inputs.iter().fold(run, |run, (name, value)| run.input(name.as_str(), value.clone()));
        self.files().fold(run, |run, (path, content)| run.file(path, content))
    }

    /// What of an outcome is not as its golden or its `expect` has it, line by line, `-` before what is missing; nothing where all
    /// is.
    ///
    /// # Errors
    /// Where the golden can't be read.
    ///
    /// ```
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # let folder = tempfile::tempdir()?;
    /// std::fs::write(folder.path().join("half.py"), "#! expect = {repr = '2'}\n5 / 2")?;
    /// let engine = taipan::Engine::builder().build()?;
    /// let case = &taipan::snap::dir(folder.path()).cases()?[0];
    /// let difference = case.difference(&case.prepare(&engine).run()?)?;
    /// assert_eq!(difference.unwrap(), "  {\n-   \"repr\": \"2\"\n+   \"repr\": \"2.5\"\n  }\n");
    /// # Ok(()) }
    /// ```
    pub fn difference(&self, outcome: &Outcome) -> Result<Option<String>, Error> {
        check::difference(self, outcome).map_err(Error::new)
    }

    /// Where its golden lies, if it has one.
    pub(crate) fn golden(&self) -> Option<&Path> {
        match &self.expects {
            Expects::Golden(path) => Some(path),
            _ => None,
        }
    }
}

/// A line of a file.
#[derive(Clone, Debug)]
pub(crate) struct Place {
    /// The file, as reports write it.
    pub(crate) file: Arc<str>,
    /// The line, counted from 1.
    pub(crate) line: u32,
}

impl Place {
    pub(crate) fn new(file: &Arc<str>, line: usize) -> Place {
        Place { file: file.clone(), line: u32::try_from(line).unwrap_or(u32::MAX) }
    }
}

/// What stands where a case should, and why it is none.
#[derive(Clone, Debug)]
pub(crate) struct Problem {
    /// The case, file or folder.
    pub(crate) id: String,
    /// Where.
    pub(crate) place: Place,
    /// What is wrong and what to do.
    pub(crate) text: String,
}

impl Problem {
    /// What is wrong with a file or folder as a whole.
    pub(crate) fn of_file(file: &str, text: impl Into<String>) -> Problem {
        Problem { id: file.to_owned(), place: Place { file: file.into(), line: 0 }, text: text.into() }
    }
}

/// What was found: cases, and what could have been one.
#[derive(Debug, Default)]
pub(crate) struct Found {
    pub(crate) cases: Vec<Case>,
    pub(crate) problems: Vec<Problem>,
}
