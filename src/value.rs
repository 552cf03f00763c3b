//! Plain data that crosses between host and guest.

mod access;
mod convert;
mod de;
mod depth;
mod error;
mod json;
#[cfg(test)]
mod json_tests;
mod moment;
#[cfg(test)]
mod properties;
mod ser;
mod surrogates;
mod tag;
#[cfg(test)]
mod tests;
mod text;
mod untag;

pub use error::ValueError;
pub(crate) use moment::{FOLD, Moment, is_zone};
pub(crate) use surrogates::{escape as escape_surrogates, points as points_of};

/// Plain data that crosses between host and guest: an input of a run, or its result.
///
/// A value owns all it holds and refers to no interpreter. Use [`From`] to build one from Rust data,
/// [`from_serialize`](Value::from_serialize) to build one from any serde type, the `as_` methods to look at it, and
/// [`deserialize_into`](Value::deserialize_into) to read it as a Rust type.
///
/// # Equality
///
/// Equality is by structure, not by Python's `==`. `Int(1)`, `Float(1.0)` and `Bool(true)` differ from each other.
/// The order of dict entries and of set members counts. Floats compare as in Rust, so a NaN is not equal to
/// itself, nor is a value that holds one, and `-0.0` equals `0.0`.
///
/// # JSON
///
/// The JSON form keeps everything except the sign and the payload of a NaN.
/// What JSON can't say is an object with a `"$type"` member:
///
/// | value | JSON |
/// |---|---|
/// | None, bool, str, list | `null`, `true` or `false`, a string, an array |
/// | int from -2^53 to 2^53 | a number without a fraction |
/// | any other int | `{"$type": "int", "value": "9007199254740993"}` |
/// | finite float | a number with a fraction or an exponent |
/// | any other float | `{"$type": "float", "value": "nan"}`, also `"inf"` and `"-inf"` |
/// | dict whose keys are all str, none of them `"$type"` | an object |
/// | any other dict | `{"$type": "dict", "value": [[1, "one"]]}` |
/// | tuple, set, frozenset | `{"$type": "tuple", "value": [1, 2]}` |
/// | complex | `{"$type": "complex", "value": [0.0, 1.0]}` |
/// | str with lone surrogates | `{"$type": "str", "value": "\\udc80"}` |
/// | bytes, bytearray, as base64 with padding | `{"$type": "bytes", "value": "AP8="}` |
/// | Decimal | `{"$type": "decimal", "value": "0.1"}` |
/// | Fraction | `{"$type": "fraction", "value": "1/3"}` |
/// | date, time, datetime | `{"$type": "date", "value": "2026-01-01"}` |
/// | timedelta: days, seconds, microseconds | `{"$type": "timedelta", "value": [1, 0, 0]}` |
/// | dataclass instance | `{"$type": "dataclass", "name": "Point", "value": {"x": 1}}` |
/// | anything else | `{"$type": "object", "name": "re.Pattern", "repr": "re.compile('a')"}` |
///
/// Reading refuses an unknown `"$type"`, a member that its tag does not have, and text that is not what the tag says.
/// An untagged number without a fraction that is beyond 64 bits is read as a float, because that is how
/// `serde_json` reads it; `-0` is read as the float `-0.0` for the same reason.
///
/// Arrays and objects may nest 128 deep when `serde_json` reads text, and [`MAX_DEPTH`](Value::MAX_DEPTH) deep whatever
/// the source. A tag counts: a tuple takes two levels, a tagged dict three.
/// Formats that don't describe themselves can write a value but not read it.
///
/// # Examples
///
/// ```
/// use taipan::Value;
///
/// let row = Value::from(("widget", 3, 9.5));
/// assert_eq!(row.type_name(), "tuple");
///
/// let json = serde_json::to_string(&row)?;
/// assert_eq!(json, r#"{"$type":"tuple","value":["widget",3,9.5]}"#);
/// assert_eq!(serde_json::from_str::<Value>(&json)?, row);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub enum Value {
    /// `None`. The default.
    #[default]
    None,
    /// A `bool`.
    Bool(bool),
    /// An `int` that fits 64 bits.
    Int(i64),
    /// An `int` that does not fit an `i64`, as decimal digits after an optional `-`, without leading zeros.
    ///
    /// Conversions choose between this and [`Int`](Value::Int), so that each int has one form.
    BigInt(String),
    /// A `float`.
    Float(f64),
    /// A `complex`.
    Complex {
        /// The real part.
        re: f64,
        /// The imaginary part.
        im: f64,
    },
    /// A `str`.
    Str(String),
    /// A `str` with lone surrogates, which UTF-8 has no place for: each is written `\udc80`, with four digits in lower case, and
    /// each backslash twice.
    Surrogates(String),
    /// A `bytes`.
    Bytes(Vec<u8>),
    /// A `bytearray`.
    ByteArray(Vec<u8>),
    /// A `list`.
    List(Vec<Value>),
    /// A `tuple`.
    Tuple(Vec<Value>),
    /// A `set`, in the order the guest iterates it.
    Set(Vec<Value>),
    /// A `frozenset`, in the order the guest iterates it.
    FrozenSet(Vec<Value>),
    /// A `dict`, in insertion order. Keys may be any value.
    ///
    /// A key that is repeated counts with its last entry, as in Python's `dict(pairs)`.
    Dict(Vec<(Value, Value)>),
    /// A `decimal.Decimal`, as Python's `str` writes it.
    Decimal(String),
    /// A `fractions.Fraction`. Both parts are written like a [`BigInt`](Value::BigInt) of any size.
    Fraction {
        /// The numerator, which carries the sign.
        numerator: String,
        /// The denominator, above zero.
        denominator: String,
    },
    /// A `datetime.date`, as its `isoformat()`.
    Date(String),
    /// A `datetime.time`, written like a [`DateTime`](Value::DateTime) without its date.
    Time(String),
    /// A `datetime.datetime`, as its `isoformat()`. Where its time zone is a `ZoneInfo`, the name follows as in RFC 9557, and
    /// where its `fold` is 1, `[fold=1]`: `2026-10-25T02:30:00+01:00[Europe/Paris][fold=1]`. Of any other time zone its offset
    /// from UTC is kept. The guest is given the one of two equal times that has the offset, also without a `fold`.
    DateTime(String),
    /// A `datetime.timedelta`, the sum of its three parts.
    TimeDelta {
        /// Whole days, below zero for a negative duration.
        days: i64,
        /// Seconds. Python keeps them from 0 to 86,399.
        seconds: i64,
        /// Microseconds. Python keeps them from 0 to 999,999.
        microseconds: i64,
    },
    /// An instance of a dataclass. The guest is given one of its module's class of that name, where that has these fields, and
    /// else of a class that is made for it.
    Dataclass {
        /// The class name, without its module.
        name: String,
        /// The fields in the order of their definition.
        fields: Vec<(String, Value)>,
    },
    /// An object of any other type, of which only the text is known. The guest can't be given one.
    Other {
        /// The type, as `module.Type`.
        type_name: String,
        /// What Python's `repr` wrote.
        repr: String,
    },
}

impl Value {
    /// The deepest nesting of arrays and objects that conversions through serde take: 200 levels.
    ///
    /// ```
    /// use taipan::Value;
    ///
    /// let mut deep = Value::None;
    /// for _ in 0..=Value::MAX_DEPTH {
    ///     deep = Value::List(vec![deep]);
    /// }
    /// assert!(Value::from_serialize(&deep).is_err());
    /// ```
    pub const MAX_DEPTH: usize = 200;

    /// Whether this is `None`.
    ///
    /// ```
    /// use taipan::Value;
    ///
    /// assert!(Value::from(()).is_none());
    /// assert!(!Value::from(0).is_none());
    /// ```
    #[must_use]
    pub fn is_none(&self) -> bool {
        matches!(self, Self::None)
    }

    /// The truth value of a `bool`. An `int` has none here.
    ///
    /// ```
    /// use taipan::Value;
    ///
    /// assert_eq!(Value::from(true).as_bool(), Some(true));
    /// assert_eq!(Value::from(1).as_bool(), None);
    /// ```
    #[must_use]
    pub fn as_bool(&self) -> Option<bool> {
        match self {
            Self::Bool(value) => Some(*value),
            _ => None,
        }
    }

    /// An `int` that fits 64 bits. A `bool` or a `float` is not taken for one.
    ///
    /// ```
    /// use taipan::Value;
    ///
    /// assert_eq!(Value::from(285).as_i64(), Some(285));
    /// assert_eq!(Value::from(285.0).as_i64(), None);
    /// assert_eq!(Value::from(u64::MAX).as_i64(), None);
    /// ```
    #[must_use]
    pub fn as_i64(&self) -> Option<i64> {
        match self {
            Self::Int(value) => Some(*value),
            _ => None,
        }
    }

    /// A `float`, or the float nearest to an `int` of 64 bits.
    ///
    /// ```
    /// use taipan::Value;
    ///
    /// assert_eq!(Value::from(0.5).as_f64(), Some(0.5));
    /// assert_eq!(Value::from(2).as_f64(), Some(2.0));
    /// assert_eq!(Value::from("2").as_f64(), None);
    /// ```
    #[must_use]
    pub fn as_f64(&self) -> Option<f64> {
        match self {
            Self::Float(value) => Some(*value),
            Self::Int(value) => Some(*value as f64),
            _ => None,
        }
    }

    /// The text of a `str`. Types that are kept as text, such as `Decimal`, are not taken for one.
    ///
    /// ```
    /// use taipan::Value;
    ///
    /// assert_eq!(Value::from("a").as_str(), Some("a"));
    /// assert_eq!(Value::Decimal("0.1".into()).as_str(), None);
    /// ```
    #[must_use]
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Self::Str(value) => Some(value),
            _ => None,
        }
    }

    /// The content of a `bytes` or a `bytearray`.
    ///
    /// ```
    /// use taipan::Value;
    ///
    /// assert_eq!(Value::Bytes(vec![0, 255]).as_bytes(), Some(&[0, 255][..]));
    /// assert_eq!(Value::from("a").as_bytes(), None);
    /// ```
    #[must_use]
    pub fn as_bytes(&self) -> Option<&[u8]> {
        match self {
            Self::Bytes(value) | Self::ByteArray(value) => Some(value),
            _ => None,
        }
    }

    /// The items of a `list` or a `tuple`. Sets have no order to rely on and are left out.
    ///
    /// ```
    /// use taipan::Value;
    ///
    /// assert_eq!(Value::from(vec![1]).as_list(), Some(&[Value::Int(1)][..]));
    /// assert_eq!(Value::from((1,)).as_list(), Some(&[Value::Int(1)][..]));
    /// assert_eq!(Value::Set(vec![]).as_list(), None);
    /// ```
    #[must_use]
    pub fn as_list(&self) -> Option<&[Value]> {
        match self {
            Self::List(items) | Self::Tuple(items) => Some(items),
            _ => None,
        }
    }

    /// The entry of a `dict` under a `str` key, or the field of a dataclass instance.
    ///
    /// The search is linear in the number of entries.
    ///
    /// ```
    /// use std::collections::BTreeMap;
    /// use taipan::Value;
    ///
    /// let loan = Value::from(BTreeMap::from([("rate".to_string(), 4.5)]));
    /// assert_eq!(loan.get("rate"), Some(&Value::Float(4.5)));
    /// assert_eq!(loan.get("years"), None);
    /// ```
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Value> {
        match self {
            Self::Dict(entries) => {
                entries.iter().rev().find(|(name, _)| name.as_str() == Some(key)).map(|(_, value)| value)
            }
            Self::Dataclass { fields, .. } => fields.iter().rev().find(|(name, _)| name == key).map(|(_, value)| value),
            _ => None,
        }
    }

    /// The name of the Python type, as `type(x).__name__` gives it; for [`Other`](Value::Other) with its module.
    ///
    /// ```
    /// use taipan::Value;
    ///
    /// assert_eq!(Value::from(1).type_name(), "int");
    /// assert_eq!(Value::from(()).type_name(), "NoneType");
    /// ```
    #[must_use]
    pub fn type_name(&self) -> &str {
        match self {
            Self::None => "NoneType",
            Self::Bool(_) => "bool",
            Self::Int(_) | Self::BigInt(_) => "int",
            Self::Float(_) => "float",
            Self::Complex { .. } => "complex",
            Self::Str(_) | Self::Surrogates(_) => "str",
            Self::Bytes(_) => "bytes",
            Self::ByteArray(_) => "bytearray",
            Self::List(_) => "list",
            Self::Tuple(_) => "tuple",
            Self::Set(_) => "set",
            Self::FrozenSet(_) => "frozenset",
            Self::Dict(_) => "dict",
            Self::Decimal(_) => "Decimal",
            Self::Fraction { .. } => "Fraction",
            Self::Date(_) => "date",
            Self::Time(_) => "time",
            Self::DateTime(_) => "datetime",
            Self::TimeDelta { .. } => "timedelta",
            Self::Dataclass { name, .. } => name,
            Self::Other { type_name, .. } => type_name,
        }
    }
}
