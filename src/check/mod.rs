//! Reads a program without running it, and says what would go wrong.
//!
//! It is advice: it knows the syntax tree, the policy and the limits, and follows no value. Code that wants to hide
//! what it does can. What protects is the isolation that runs it.

mod bound;
mod finding;
mod imports;
mod lines;
mod loops;
mod refuse;
mod sarif;
mod sizes;
mod walk;

use std::thread;

use crate::engine::Engine;
use crate::error::{Error, ErrorKind};
use crate::limits::Limits;
use crate::native;
use crate::policy::Policy;
use crate::run::plain_text;
use crate::units::size;

#[cfg(feature = "cli")]
pub(crate) use crate::native::Typed;
pub use finding::{Code, Finding, Severity};
pub(crate) use refuse::refused;
pub use sarif::sarif;

/// How many findings are kept, those of the first lines.
const MAX_FINDINGS: usize = 100;

/// The largest text that is parsed, in bytes, whatever the limits allow.
const MAX_SOURCE: u64 = 1 << 20;

/// The stack of the thread that parses: the guard before it lets through nesting that takes a tenth of it.
const STACK: usize = 64 << 20;

/// What a run of the text would meet under a policy and limits, in the order of its lines. Nothing runs. At most 100
/// findings; a text that does not compile has one, and so has one beyond the limit on source or 1 MiB.
///
/// `inputs` are names that the run would be given.
///
/// # Errors
/// [`ErrorKind::Exhausted`] where the system has no thread left.
///
/// ```
/// # fn main() -> Result<(), taipan::Error> {
/// use taipan::check::{Code, Severity, check};
/// use taipan::{Limits, Policy};
///
/// let findings = check("import socket\nprint(rate)", &Policy::default(), &Limits::default(), &["rate"])?;
/// assert_eq!(findings.len(), 1);
/// assert_eq!((findings[0].code, findings[0].severity), (Code::ModuleRefused, Severity::Error));
/// assert_eq!((findings[0].line, findings[0].column), (1, 8));
/// # Ok(()) }
/// ```
pub fn check(source: &str, policy: &Policy, limits: &Limits, inputs: &[&str]) -> Result<Vec<Finding>, Error> {
    let most = limits.source.min(MAX_SOURCE);
    if source.len() as u64 > most {
        let text = format!("the code has {}, more than the limit of {}", size(source.len() as u64), size(most));
        return Ok(vec![Finding::new(Code::SourceSize, 1, 1, text)]);
    }
    let text = plain_text(source.to_owned());
    on_a_deep_stack(|| look(&text, policy, limits, inputs))
}

/// Calls what parses a text, on a thread whose stack bears all that the guard lets through.
fn on_a_deep_stack<T: Send>(parse: impl FnOnce() -> T + Send) -> Result<T, Error> {
    let parsed = thread::scope(|scope| {
        let thread = thread::Builder::new().name(String::from("taipan-check")).stack_size(STACK);
        Ok(thread.spawn_scoped(scope, parse)?.join())
    });
    let fail =
        |error: std::io::Error| Error::new(ErrorKind::Exhausted, format!("no thread to check the code: {error}"));
    parsed.map_err(fail)?.map_err(|_| Error::new(ErrorKind::Internal, "the check of the code broke"))
}

/// What becomes of a text that is typed line by line, by its last line; one that cannot be parsed is for a run to refuse.
#[cfg(feature = "cli")]
pub(crate) fn typed(text: &str) -> Typed {
    on_a_deep_stack(|| native::typed(text)).unwrap_or(Typed::Whole)
}

fn look(text: &str, policy: &Policy, limits: &Limits, inputs: &[&str]) -> Vec<Finding> {
    let mut findings = match native::parsed(text, "main.py") {
        Ok(tree) => walk::walk(&tree, text, policy, limits, inputs),
        Err(complaint) => vec![Finding::new(Code::Syntax, complaint.line, complaint.column, complaint.message)],
    };
    findings.sort_by_key(|finding| (finding.line, finding.column, finding.code));
    findings.dedup();
    findings.truncate(MAX_FINDINGS);
    findings
}

impl Engine {
    /// What a run of the text would meet, by [`check`], with this engine's policy and limits.
    ///
    /// # Errors
    /// As [`check`].
    ///
    /// ```
    /// # fn main() -> Result<(), taipan::Error> {
    /// let engine = taipan::Engine::builder().build()?;
    /// let findings = engine.check("while True:\n    x = 1", &[])?;
    /// assert_eq!(findings[0].to_string(), "1:1: warning: endless-loop: this loop has no break, return or raise");
    /// # Ok(()) }
    /// ```
    pub fn check(&self, source: &str, inputs: &[&str]) -> Result<Vec<Finding>, Error> {
        check(source, self.policy(), self.limits(), inputs)
    }
}
