//! One thing that a check found.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::nearest::nearest;

/// One thing that a check found, in the place where it stands.
///
/// ```
/// # fn main() -> Result<(), taipan::Error> {
/// let engine = taipan::Engine::builder().build()?;
/// let finding = engine.check("1 +", &[])?.remove(0);
/// assert_eq!(finding.to_string(), "1:4: error: syntax: invalid syntax");
/// # Ok(()) }
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Finding {
    /// What it is.
    pub code: Code,
    /// How bad it is.
    pub severity: Severity,
    /// The line, counted from 1.
    pub line: u32,
    /// The column, counted from 1 in characters.
    pub column: u32,
    /// What it is, in words.
    pub message: String,
}

impl Finding {
    pub(super) fn new(code: Code, line: u32, column: u32, message: impl Into<String>) -> Finding {
        Finding { code, severity: code.severity(), line, column, message: message.into() }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}: {}: {}", self.line, self.column, self.severity, self.code, self.message)
    }
}

/// How bad a finding is.
///
/// ```
/// assert_eq!(taipan::check::Severity::Warning.to_string(), "warning");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The run works; it may be slow, end by a limit, or do something odd.
    Warning,
    /// The run fails there, if it gets there.
    Error,
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(if *self == Severity::Error { "error" } else { "warning" })
    }
}

macro_rules! codes {
    ($($(#[$doc:meta])* $code:ident $severity:ident $text:literal,)*) => {
        /// What a finding is. In text: words with dashes.
        ///
        /// ```
        /// use taipan::check::Code;
        ///
        /// assert_eq!("dynamic-code".parse(), Ok(Code::DynamicCode));
        /// assert_eq!(
        ///     "dinamic-code".parse::<Code>(),
        ///     Err("`dinamic-code` is not a finding; did you mean `dynamic-code`?".into())
        /// );
        /// ```
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
        #[serde(rename_all = "kebab-case")]
        #[non_exhaustive]
        pub enum Code { $($(#[$doc])* $code,)* }

        impl Code {
            /// All codes.
            pub const ALL: &'static [Code] = &[$(Code::$code),*];

            /// The code as text.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Code::$code => $text),* }
            }

            /// How bad a finding of this code is where nothing makes it milder.
            #[must_use]
            pub fn severity(self) -> Severity {
                match self { $(Code::$code => Severity::$severity),* }
            }
        }
    };
}

codes! {
    /// The text is no Python, or nests deeper than the compiler goes.
    Syntax Error "syntax",
    /// The text is larger than a run's may be.
    SourceSize Error "source-size",
    /// An import that policy refuses.
    ModuleRefused Error "module-refused",
    /// An import of something that does not exist here.
    ModuleUnknown Error "module-unknown",
    /// A call that policy refuses.
    CallRefused Error "call-refused",
    /// A name that nothing in the text binds.
    NameUnresolved Error "name-unresolved",
    /// A loop without an end.
    EndlessLoop Warning "endless-loop",
    /// A range with more turns than a run has fuel.
    HugeRange Warning "huge-range",
    /// A number or text too large for a run, or a literal that should be an input.
    HugeLiteral Warning "huge-literal",
    /// Blocks within blocks.
    DeepNesting Warning "deep-nesting",
    /// Very many lines.
    LongCode Warning "long-code",
    /// A walk through Python's internals.
    DunderWalk Warning "dunder-walk",
    /// Code made of text while the run goes on.
    DynamicCode Warning "dynamic-code",
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

impl FromStr for Code {
    type Err = String;

    fn from_str(text: &str) -> Result<Code, String> {
        let names = || Code::ALL.iter().map(|code| code.name());
        Code::ALL.iter().find(|code| code.name() == text).copied().ok_or_else(|| match nearest(text, names()) {
            Some(near) => format!("`{text}` is not a finding; did you mean `{near}`?"),
            None => format!("`{text}` is not a finding; one of {}", names().collect::<Vec<_>>().join(", ")),
        })
    }
}
