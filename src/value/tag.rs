//! The tagged objects that are written for what JSON can't say.

use std::borrow::Cow;

use base64::{Engine as _, engine::general_purpose::STANDARD as BASE64};
use serde::ser::{Serialize, SerializeMap, Serializer};

use super::Value;

/// The member that makes an object a tag.
pub(super) const TYPE: &str = "$type";

/// The newtype name by which this crate's own serde bridge knows a tag from an ordinary map.
///
/// Other formats write and read through a newtype, so they see the object alone.
pub(super) const TOKEN: &str = "$taipan::Value";

/// The member in which `serde_json` hands over the text of a number, where another crate in the build has switched on
/// its numbers of any size.
pub(super) const NUMBER: &str = "$serde_json::private::Number";

/// The ints that a JSON reader with 64-bit floats gets right.
pub(super) const PLAIN_INTS: std::ops::RangeInclusive<i64> = -(1 << 53)..=1 << 53;

/// The tagged form of a value, borrowed from it.
pub(super) struct Tag<'a> {
    pub(super) kind: &'static str,
    pub(super) name: Option<&'a str>,
    pub(super) body: Body<'a>,
}

/// What a tag holds.
pub(super) enum Body<'a> {
    Text(Cow<'a, str>),
    Repr(&'a str),
    Items(&'a [Value]),
    Floats([f64; 2]),
    Ints([i64; 3]),
    Pairs(Entries<'a>),
    Object(Entries<'a>),
    Nested(Box<Tag<'a>>),
}

/// The entries of a dict or the fields of a dataclass instance.
#[derive(Clone, Copy)]
pub(super) enum Entries<'a> {
    Dict(&'a [(Value, Value)]),
    Fields(&'a [(String, Value)]),
}

/// The key of one entry.
#[derive(Clone, Copy)]
pub(super) enum Key<'a> {
    Name(&'a str),
    Value(&'a Value),
}

impl<'a> Tag<'a> {
    /// The tagged form of `value`, or `None` where plain JSON says it all.
    pub(super) fn of(value: &'a Value) -> Option<Self> {
        let text = |text: &'a str| Body::Text(Cow::Borrowed(text));
        let mut name = None;
        let (kind, body) = match value {
            Value::Int(number) if !PLAIN_INTS.contains(number) => ("int", Body::Text(number.to_string().into())),
            Value::Float(number) if !number.is_finite() => ("float", text(float_text(*number))),
            Value::Dict(entries) if !Entries::Dict(entries).is_plain() => {
                return Some(Self::dict(Entries::Dict(entries)));
            }
            Value::None
            | Value::Bool(_)
            | Value::Int(_)
            | Value::Float(_)
            | Value::Str(_)
            | Value::List(_)
            | Value::Dict(_) => return None,
            Value::BigInt(digits) => ("int", text(digits)),
            Value::Complex { re, im } => ("complex", Body::Floats([*re, *im])),
            Value::Surrogates(escaped) => ("str", text(escaped)),
            Value::Bytes(bytes) => ("bytes", Body::Text(BASE64.encode(bytes).into())),
            Value::ByteArray(bytes) => ("bytearray", Body::Text(BASE64.encode(bytes).into())),
            Value::Tuple(items) => ("tuple", Body::Items(items)),
            Value::Set(items) => ("set", Body::Items(items)),
            Value::FrozenSet(items) => ("frozenset", Body::Items(items)),
            Value::Decimal(number) => ("decimal", text(number)),
            Value::Fraction { numerator, denominator } => {
                ("fraction", Body::Text(format!("{numerator}/{denominator}").into()))
            }
            Value::Date(iso) => ("date", text(iso)),
            Value::Time(iso) => ("time", text(iso)),
            Value::DateTime(iso) => ("datetime", text(iso)),
            Value::TimeDelta { days, seconds, microseconds } => {
                ("timedelta", Body::Ints([*days, *seconds, *microseconds]))
            }
            Value::Dataclass { name: class, fields } => {
                name = Some(class.as_str());
                let fields = Entries::Fields(fields);
                let body =
                    if fields.is_plain() { Body::Object(fields) } else { Body::Nested(Box::new(Self::dict(fields))) };
                ("dataclass", body)
            }
            Value::Other { type_name, repr } => {
                name = Some(type_name.as_str());
                ("object", Body::Repr(repr))
            }
        };
        Some(Self { kind, name, body })
    }

    fn dict(entries: Entries<'a>) -> Self {
        Self { kind: "dict", name: None, body: Body::Pairs(entries) }
    }
}

impl Body<'_> {
    /// The member that the body is written under.
    pub(super) fn member(&self) -> &'static str {
        match self {
            Self::Repr(_) => "repr",
            _ => "value",
        }
    }
}

impl<'a> Entries<'a> {
    pub(super) fn len(self) -> usize {
        match self {
            Self::Dict(entries) => entries.len(),
            Self::Fields(fields) => fields.len(),
        }
    }

    pub(super) fn get(self, index: usize) -> Option<(Key<'a>, &'a Value)> {
        match self {
            Self::Dict(entries) => entries.get(index).map(|(key, value)| (Key::Value(key), value)),
            Self::Fields(fields) => fields.get(index).map(|(name, value)| (Key::Name(name), value)),
        }
    }

    pub(super) fn iter(self) -> impl Iterator<Item = (Key<'a>, &'a Value)> {
        (0..self.len()).map_while(move |index| self.get(index))
    }

    /// Whether an untagged object can hold these entries.
    pub(super) fn is_plain(self) -> bool {
        self.iter().all(|(key, _)| match key {
            Key::Name(name) => is_plain_name(name),
            Key::Value(key) => key.as_str().is_some_and(is_plain_name),
        })
    }
}

impl Serialize for Tag<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        struct Members<'a>(&'a Tag<'a>);

        impl Serialize for Members<'_> {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let Tag { kind, name, body } = self.0;
                let mut map = serializer.serialize_map(Some(2 + usize::from(name.is_some())))?;
                map.serialize_entry(TYPE, kind)?;
                if let Some(name) = name {
                    map.serialize_entry("name", name)?;
                }
                map.serialize_entry(body.member(), body)?;
                map.end()
            }
        }

        serializer.serialize_newtype_struct(TOKEN, &Members(self))
    }
}

impl Serialize for Body<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        struct Pair<'a>(Key<'a>, &'a Value);

        impl Serialize for Pair<'_> {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                use serde::ser::SerializeSeq;
                let mut seq = serializer.serialize_seq(Some(2))?;
                seq.serialize_element(&self.0)?;
                seq.serialize_element(self.1)?;
                seq.end()
            }
        }

        match self {
            Self::Text(text) => serializer.serialize_str(text),
            Self::Repr(text) => serializer.serialize_str(text),
            Self::Items(items) => items.serialize(serializer),
            Self::Floats(parts) => serializer.collect_seq(parts.map(Value::Float)),
            Self::Ints(parts) => serializer.collect_seq(parts.map(Value::Int)),
            Self::Pairs(entries) => serializer.collect_seq(entries.iter().map(|(key, value)| Pair(key, value))),
            Self::Object(entries) => entries.serialize(serializer),
            Self::Nested(tag) => tag.serialize(serializer),
        }
    }
}

impl Serialize for Entries<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.len()))?;
        for (key, value) in self.iter() {
            map.serialize_entry(&key, value)?;
        }
        map.end()
    }
}

impl Serialize for Key<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Name(name) => serializer.serialize_str(name),
            Self::Value(value) => value.serialize(serializer),
        }
    }
}

fn is_plain_name(name: &str) -> bool {
    name != TYPE && name != NUMBER
}

fn float_text(number: f64) -> &'static str {
    if number.is_nan() {
        "nan"
    } else if number > 0.0 {
        "inf"
    } else {
        "-inf"
    }
}
