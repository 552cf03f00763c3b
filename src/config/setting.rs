//! A value, its kind, and where it came from.

use std::fmt;
use std::time::Duration;

use serde::{Serialize, Serializer};

use crate::limits::duration_text;
use crate::outcome::Isolation;
use crate::policy::{Clock, Seed};
use crate::units::{parse_count, parse_size};

/// What a key takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Count,
    Size,
    Span,
    Clock,
    Seed,
    Flag,
    Isolation,
    List,
    Text,
}

impl Kind {
    /// A value of this kind from text, as a variable gives it; a list is divided at commas.
    pub(crate) fn parse(self, text: &str) -> Result<Value, String> {
        Ok(match self {
            Kind::Count => Value::Count(parse_count(text)?),
            Kind::Size => Value::Size(parse_size(text)?),
            Kind::Span => Value::Span(duration_text::parse(text)?),
            Kind::Clock => Value::Clock(text.parse()?),
            Kind::Seed => Value::Seed(text.parse()?),
            Kind::Flag => Value::Flag(match text {
                "true" => true,
                "false" => false,
                _ => return Err(format!("`{text}` is neither true nor false")),
            }),
            Kind::Isolation => Value::Isolation(match text {
                "wasm" => Isolation::Wasm,
                "native" => Isolation::Native,
                _ => return Err(format!("`{text}` is not an isolation; write wasm or native")),
            }),
            Kind::List => {
                Value::List(text.split(',').map(str::trim).filter(|item| !item.is_empty()).map(String::from).collect())
            }
            Kind::Text => Value::Text(text.to_owned()),
        })
    }
}

/// A value of a key.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Value {
    Count(u64),
    Size(u64),
    Span(Duration),
    Clock(Clock),
    Seed(Seed),
    Flag(bool),
    Isolation(Isolation),
    List(Vec<String>),
    Text(String),
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Value::Count(number) => number.fmt(f),
            Value::Size(bytes) => match [("GiB", 1_u64 << 30), ("MiB", 1 << 20), ("KiB", 1 << 10)]
                .iter()
                .find(|(_, factor)| *bytes >= *factor && bytes.is_multiple_of(*factor))
            {
                Some((unit, factor)) => write!(f, "{}{unit}", bytes / factor),
                None => bytes.fmt(f),
            },
            Value::Span(span) if span.as_millis().is_multiple_of(1000) => write!(f, "{}s", span.as_secs()),
            Value::Span(span) => write!(f, "{}ms", span.as_millis()),
            Value::Clock(clock) => clock.fmt(f),
            Value::Seed(seed) => seed.fmt(f),
            Value::Flag(flag) => flag.fmt(f),
            Value::Isolation(isolation) => isolation.fmt(f),
            Value::List(list) => list.join(",").fmt(f),
            Value::Text(text) => text.fmt(f),
        }
    }
}

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        match self {
            Value::Count(number) | Value::Size(number) => s.serialize_u64(*number),
            Value::Flag(flag) => s.serialize_bool(*flag),
            Value::List(list) => list.serialize(s),
            _ => s.collect_str(self),
        }
    }
}

/// Where a value came from, the strongest last.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Origin {
    Default,
    /// A line of the file.
    File(usize),
    Environment(&'static str),
    Flag(&'static str),
}

/// A value and where it came from.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Setting {
    pub(crate) value: Value,
    pub(crate) origin: Origin,
}
