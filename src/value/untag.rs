//! The values that tagged objects are read as.

use base64::{Engine as _, engine::general_purpose::STANDARD as BASE64};

use super::error::shorten;
use super::surrogates::points;
use super::tag::{NUMBER, TYPE};
use super::{Value, text};

/// The value that an untagged or tagged object stands for.
pub(super) fn from_object(entries: Vec<(Value, Value)>) -> Result<Value, String> {
    if entries.iter().any(|(key, _)| key.as_str() == Some(TYPE)) {
        return untag(entries);
    }
    match number(&entries) {
        Some(number) => number,
        None => Ok(Value::Dict(entries)),
    }
}

/// The number that these entries hold as text, if that is what they are for.
pub(super) fn number(entries: &[(Value, Value)]) -> Option<Result<Value, String>> {
    match entries {
        [(Value::Str(key), Value::Str(text))] if key == NUMBER => {
            Some(text::number(text).ok_or_else(|| format!("number {:?} is out of range", shorten(text))))
        }
        _ => None,
    }
}

/// The value that a tag stands for.
pub(super) fn untag(entries: Vec<(Value, Value)>) -> Result<Value, String> {
    let mut rest = Vec::new();
    let mut kind = None;
    for (key, value) in entries {
        match (key, value) {
            (Value::Str(key), Value::Str(value)) if key == TYPE && kind.is_none() => {
                kind = Some(value);
            }
            (Value::Str(key), _) if key == TYPE && kind.is_some() => {
                return Err(format!("{TYPE:?} is given twice"));
            }
            (Value::Str(key), value) if key == TYPE => {
                return Err(format!("{TYPE:?} must be a string, found {}", shorten(value.type_name())));
            }
            entry => rest.push(entry),
        }
    }
    let kind = kind.unwrap_or_default();
    let mut members = Members(rest);
    members
        .value(&kind)
        .and_then(|value| members.finish().map(|()| value))
        .map_err(|problem| format!("{TYPE} {:?}: {problem}", shorten(&kind)))
}

/// The members of a tag that are still to be read.
struct Members(Vec<(Value, Value)>);

impl Members {
    fn value(&mut self, kind: &str) -> Result<Value, String> {
        Ok(match kind {
            "int" => self.text("an int", text::int)?,
            "float" => self.text("\"nan\", \"inf\" or \"-inf\"", |text| match text {
                "nan" => Some(Value::Float(f64::NAN)),
                "inf" => Some(Value::Float(f64::INFINITY)),
                "-inf" => Some(Value::Float(f64::NEG_INFINITY)),
                _ => None,
            })?,
            "complex" => {
                let [re, im] = self.parts("two numbers", Value::as_f64)?;
                Value::Complex { re, im }
            }
            "str" => self.checked("text with escaped surrogates", |text| points(text).is_some(), Value::Surrogates)?,
            "bytes" => self.text("base64", |text| BASE64.decode(text).ok().map(Value::Bytes))?,
            "bytearray" => self.text("base64", |text| BASE64.decode(text).ok().map(Value::ByteArray))?,
            "tuple" => Value::Tuple(self.items()?),
            "set" => Value::Set(self.items()?),
            "frozenset" => Value::FrozenSet(self.items()?),
            "dict" => Value::Dict(self.pairs()?),
            "decimal" => self.checked("a decimal number", text::is_decimal, Value::Decimal)?,
            "fraction" => self.text("a fraction", |text| {
                let (numerator, denominator) = text::fraction(text)?;
                Some(Value::Fraction { numerator: numerator.to_owned(), denominator: denominator.to_owned() })
            })?,
            "date" => self.checked("a date", text::is_date, Value::Date)?,
            "time" => self.checked("a time", text::is_time, Value::Time)?,
            "datetime" => self.checked("a datetime", text::is_datetime, Value::DateTime)?,
            "timedelta" => {
                let [days, seconds, microseconds] = self.parts("three ints", Value::as_i64)?;
                Value::TimeDelta { days, seconds, microseconds }
            }
            "dataclass" => Value::Dataclass { name: self.string("name")?, fields: self.fields()? },
            "object" => Value::Other { type_name: self.string("name")?, repr: self.string("repr")? },
            _ => return Err("unknown tag".to_owned()),
        })
    }

    /// Fails if a member is left, which is unknown or repeated.
    fn finish(&self) -> Result<(), String> {
        match self.0.first() {
            None => Ok(()),
            Some((Value::Str(member), _)) => Err(format!("unexpected member {:?}", shorten(member))),
            Some((key, _)) => Err(format!("unexpected member of type {}", shorten(key.type_name()))),
        }
    }

    fn take(&mut self, member: &str) -> Result<Value, String> {
        let index = self.0.iter().position(|(key, _)| key.as_str() == Some(member));
        match index {
            Some(index) => Ok(self.0.remove(index).1),
            None => Err(format!("member {member:?} is missing")),
        }
    }

    fn string(&mut self, member: &str) -> Result<String, String> {
        match self.take(member)? {
            Value::Str(text) => Ok(text),
            other => Err(format!("{member:?} must be a string, found {}", shorten(other.type_name()))),
        }
    }

    fn text(&mut self, what: &str, parse: impl Fn(&str) -> Option<Value>) -> Result<Value, String> {
        let text = self.string("value")?;
        parse(&text).ok_or_else(|| format!("{:?} is not {what}", shorten(&text)))
    }

    fn checked(
        &mut self,
        what: &str,
        check: impl Fn(&str) -> bool,
        make: impl Fn(String) -> Value,
    ) -> Result<Value, String> {
        self.text(what, |text| check(text).then(|| make(text.to_owned())))
    }

    fn items(&mut self) -> Result<Vec<Value>, String> {
        match self.take("value")? {
            Value::List(items) => Ok(items),
            other => Err(format!("\"value\" must be an array, found {}", shorten(other.type_name()))),
        }
    }

    fn parts<T, const N: usize>(&mut self, what: &str, part: impl Fn(&Value) -> Option<T>) -> Result<[T; N], String> {
        let items = self.items()?;
        items
            .iter()
            .map(part)
            .collect::<Option<Vec<T>>>()
            .and_then(|parts| parts.try_into().ok())
            .ok_or_else(|| format!("\"value\" must be an array of {what}"))
    }

    fn pairs(&mut self) -> Result<Vec<(Value, Value)>, String> {
        self.items()?
            .into_iter()
            .map(|item| match item {
                Value::List(pair) => <[Value; 2]>::try_from(pair).ok(),
                _ => None,
            })
            .map(|pair| pair.map(Into::into).ok_or_else(|| "\"value\" must be an array of pairs".to_owned()))
            .collect()
    }

    fn fields(&mut self) -> Result<Vec<(String, Value)>, String> {
        let problem = || "\"value\" must be an object".to_owned();
        let Value::Dict(entries) = self.take("value")? else {
            return Err(problem());
        };
        entries
            .into_iter()
            .map(|(key, value)| match key {
                Value::Str(name) => Ok((name, value)),
                _ => Err(problem()),
            })
            .collect()
    }
}
