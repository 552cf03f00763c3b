//! The error of a conversion between a value and a Rust type.

use std::fmt::{self, Display};

use serde::{de, ser};

use super::Value;

/// Why a [`Value`] could not be made from, or read as, a Rust type.
///
/// The text names the place and what was wrong there.
///
/// ```
/// use taipan::Value;
///
/// let rows = Value::from(vec![Value::from(1.5), Value::from("n/a")]);
/// let error = rows.deserialize_into::<Vec<f64>>().unwrap_err();
/// assert_eq!(error.to_string(), "at [1]: expected a number, found str");
/// ```
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct ValueError(Box<Detail>);

#[derive(Debug)]
struct Detail {
    message: String,
    /// Innermost segment first, because each level adds its own on the way out.
    path: Vec<String>,
}

impl ValueError {
    pub(super) fn new(message: impl Display) -> Self {
        Self(Box::new(Detail { message: message.to_string(), path: Vec::new() }))
    }

    pub(super) fn expected(what: &str, found: &Value) -> Self {
        let found = match found {
            Value::None => "None".to_owned(),
            other => shorten(other.type_name()),
        };
        Self::new(format_args!("expected {what}, found {found}"))
    }

    pub(super) fn too_deep() -> Self {
        Self::new(TooDeep)
    }

    pub(super) fn at_index(mut self, index: usize) -> Self {
        self.0.path.push(format!("[{index}]"));
        self
    }

    pub(super) fn at_name(mut self, name: &str) -> Self {
        let mut chars = name.chars();
        let plain = chars.next().is_some_and(|first| first == '_' || first.is_alphabetic())
            && chars.all(|char| char == '_' || char.is_alphanumeric());
        let name = shorten(name);
        self.0.path.push(if plain { format!(".{name}") } else { format!("[{name:?}]") });
        self
    }

    pub(super) fn at_key(self, key: &Value) -> Self {
        match key {
            Value::Str(name) => self.at_name(name),
            key => self.at(format!("[{}]", describe(key))),
        }
    }

    pub(super) fn in_key(self, key: &Value) -> Self {
        self.at(format!(" (key {})", describe(key)))
    }

    fn at(mut self, segment: String) -> Self {
        self.0.path.push(segment);
        self
    }
}

impl Display for Detail {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.path.is_empty() {
            f.write_str("at ")?;
            for segment in self.path.iter().rev() {
                f.write_str(segment)?;
            }
            f.write_str(": ")?;
        }
        f.write_str(&self.message)
    }
}

impl ser::Error for ValueError {
    fn custom<T: Display>(message: T) -> Self {
        Self::new(message)
    }
}

impl de::Error for ValueError {
    fn custom<T: Display>(message: T) -> Self {
        Self::new(message)
    }

    fn invalid_type(found: de::Unexpected<'_>, expected: &dyn de::Expected) -> Self {
        use de::Unexpected as U;
        let found = match found {
            U::Bool(_) => "bool",
            U::Unsigned(_) | U::Signed(_) => "int",
            U::Float(_) => "float",
            U::Char(_) | U::Str(_) => "str",
            U::Bytes(_) => "bytes",
            U::Unit | U::Option => "None",
            U::Seq => "list",
            U::Map => "dict",
            other => return Self::new(format_args!("expected {expected}, found {other}")),
        };
        Self::new(format_args!("expected {expected}, found {found}"))
    }

    fn invalid_value(found: de::Unexpected<'_>, expected: &dyn de::Expected) -> Self {
        let found = match found {
            de::Unexpected::Str(text) => format!("{:?}", shorten(text)),
            other => other.to_string(),
        };
        Self::new(format_args!("expected {expected}, found {found}"))
    }

    fn invalid_length(length: usize, expected: &dyn de::Expected) -> Self {
        Self::new(format_args!("expected {expected}, found {length} items"))
    }
}

/// The message for data that nests deeper than [`Value::MAX_DEPTH`].
pub(super) struct TooDeep;

impl Display for TooDeep {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "nested deeper than {} levels", Value::MAX_DEPTH)
    }
}

fn describe(key: &Value) -> String {
    match key {
        Value::Bool(true) => "True".to_owned(),
        Value::Bool(false) => "False".to_owned(),
        Value::None => "None".to_owned(),
        Value::Int(number) => number.to_string(),
        Value::BigInt(text) => shorten(text),
        Value::Float(number) => format!("{number:?}"),
        Value::Str(text) => format!("{:?}", shorten(text)),
        other => format!("<{}>", shorten(other.type_name())),
    }
}

/// Cuts text that a message quotes, since guest code decides how long it is.
pub(super) fn shorten(text: &str) -> String {
    const LONGEST: usize = 60;
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}...", &text[..end]),
        None => text.to_owned(),
    }
}
