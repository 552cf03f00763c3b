//! Values read as any type that serde can deserialize.

use std::fmt::Display;
use std::str::FromStr;

use serde::de::value::{MapAccessDeserializer, MapDeserializer, SeqDeserializer};
use serde::de::{self, Deserialize, Visitor};

use super::access::{Items, Map, TagMembers, Variant};
use super::error::shorten;
use super::tag::{Entries, TOKEN, Tag};
use super::{Value, ValueError};

impl Value {
    /// Reads the value as any serde type.
    ///
    /// - An int is read as any integer type that holds it, as a float, or as a string of its digits.
    /// - A float is read as a float only. A `Decimal` is read as a string or as the nearest float.
    /// - `Fraction` (`"1/3"`), `date`, `time` and `datetime` are read as strings, `bytes` and `bytearray` as bytes or a
    ///   sequence of integers. A str with lone surrogates is read as the string that stands for it.
    /// - A list or tuple is read as a sequence or a tuple, a set as a sequence, a tuple also as a struct by position.
    /// - A dict or a dataclass instance is read as a map or a struct. `None` is read as `()` or as an absent option.
    /// - A complex is a pair or a struct of `re` and `im`; a `timedelta` is a triple or a struct of `days`,
    ///   `seconds` and `microseconds`.
    /// - An enum is externally tagged: a str, or a dict of one entry.
    /// - A `Value` inside the type takes what is there, unchanged. Inside a flattened or untagged type it takes what
    ///   serde has made of it before: a tuple is a list there, and a `Decimal` a str.
    ///
    /// # Errors
    ///
    /// When the value doesn't fit the type, a number is out of its range, or the data nests deeper than
    /// [`MAX_DEPTH`](Value::MAX_DEPTH); here an option and a newtype count as a level too. The error names the place.
    ///
    /// ```
    /// use taipan::Value;
    ///
    /// #[derive(Debug, PartialEq, serde::Deserialize)]
    /// struct Row {
    ///     name: String,
    ///     price: f64,
    /// }
    ///
    /// let rows = Value::from(vec![Value::from(("tea", 3.5)), Value::from(("milk", "?"))]);
    /// let error = rows.deserialize_into::<Vec<Row>>().unwrap_err();
    /// assert_eq!(error.to_string(), "at [1][1]: expected a number, found str");
    ///
    /// let row: Row = rows.as_list().unwrap()[0].deserialize_into()?;
    /// assert_eq!(row, Row { name: "tea".into(), price: 3.5 });
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn deserialize_into<'de, T: Deserialize<'de>>(&'de self) -> Result<T, ValueError> {
        T::deserialize(Deserializer { value: self, depth: 0 })
    }
}

/// Reads a value that `depth` levels enclose.
#[derive(Clone, Copy)]
pub(super) struct Deserializer<'de> {
    pub(super) value: &'de Value,
    pub(super) depth: usize,
}

impl<'de> Deserializer<'de> {
    /// The depth of what this value encloses.
    fn inner_depth(self) -> Result<usize, ValueError> {
        if self.depth >= Value::MAX_DEPTH {
            return Err(ValueError::too_deep());
        }
        Ok(self.depth + 1)
    }

    fn deeper(self) -> Result<Self, ValueError> {
        Ok(Self { depth: self.inner_depth()?, ..self })
    }

    fn int<T>(self, least: T, most: T) -> Result<T, ValueError>
    where
        T: TryFrom<i64> + FromStr + Display,
    {
        let (int, text) = match self.value {
            Value::Int(number) => (T::try_from(*number).ok(), number.to_string()),
            Value::BigInt(digits) => (digits.parse().ok(), shorten(digits)),
            other => return Err(ValueError::expected("an integer", other)),
        };
        int.ok_or_else(|| ValueError::new(format_args!("expected an integer from {least} to {most}, found {text}")))
    }

    fn float(self) -> Result<f64, ValueError> {
        let (text, is_special) = match self.value {
            Value::Float(number) => return Ok(*number),
            Value::Int(number) => return Ok(*number as f64),
            Value::BigInt(digits) => (digits, false),
            Value::Decimal(text) => (text, text.contains(['n', 'N'])),
            other => return Err(ValueError::expected("a number", other)),
        };
        text.parse::<f64>().ok().filter(|number| number.is_finite() || is_special).ok_or_else(|| {
            ValueError::new(format_args!("expected a number within the range of a float, found {}", shorten(text)))
        })
    }

    fn items<V: Visitor<'de>>(self, items: &'de [Value], visitor: V) -> Result<V::Value, ValueError> {
        let mut access = Items::new(items, self.inner_depth()?);
        let result = visitor.visit_seq(&mut access)?;
        access.finish()?;
        Ok(result)
    }

    fn entries<V: Visitor<'de>>(self, entries: Entries<'de>, visitor: V) -> Result<V::Value, ValueError> {
        let mut access = Map::new(entries, self.inner_depth()?);
        let result = visitor.visit_map(&mut access)?;
        access.finish()?;
        Ok(result)
    }

    /// Visits `parts` as a sequence of plain numbers.
    fn parts<V: Visitor<'de>, T: de::IntoDeserializer<'de, ValueError>>(
        parts: impl IntoIterator<Item = T>,
        visitor: V,
    ) -> Result<V::Value, ValueError> {
        let mut access = SeqDeserializer::new(parts.into_iter());
        let result = visitor.visit_seq(&mut access)?;
        access.end()?;
        Ok(result)
    }
}

macro_rules! ints {
    ($($method:ident $visit:ident $type:ty)*) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ValueError> {
            visitor.$visit(self.int(<$type>::MIN, <$type>::MAX)?)
        }
    )*};
}

impl<'de> de::Deserializer<'de> for Deserializer<'de> {
    type Error = ValueError;

    ints! {
        deserialize_i8 visit_i8 i8
        deserialize_i16 visit_i16 i16
        deserialize_i32 visit_i32 i32
        deserialize_i64 visit_i64 i64
        deserialize_i128 visit_i128 i128
        deserialize_u8 visit_u8 u8
        deserialize_u16 visit_u16 u16
        deserialize_u32 visit_u32 u32
        deserialize_u64 visit_u64 u64
        deserialize_u128 visit_u128 u128
    }

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ValueError> {
        match self.value {
            Value::None => visitor.visit_unit(),
            Value::Bool(value) => visitor.visit_bool(*value),
            Value::Int(value) => visitor.visit_i64(*value),
            Value::BigInt(digits) => match digits.parse() {
                Ok(value) => visitor.visit_u64(value),
                Err(_) => visitor.visit_borrowed_str(digits),
            },
            Value::Float(value) => visitor.visit_f64(*value),
            Value::Bytes(value) | Value::ByteArray(value) => visitor.visit_borrowed_bytes(value),
            Value::List(_) | Value::Tuple(_) | Value::Set(_) | Value::FrozenSet(_) => self.deserialize_seq(visitor),
            Value::Str(_)
            | Value::Surrogates(_)
            | Value::Decimal(_)
            | Value::Fraction { .. }
            | Value::Date(_)
            | Value::Time(_)
            | Value::DateTime(_) => self.deserialize_str(visitor),
            Value::Dict(_) | Value::Dataclass { .. } | Value::Complex { .. } | Value::TimeDelta { .. } => {
                self.deserialize_map(visitor)
            }
            other @ Value::Other { .. } => Err(ValueError::expected("plain data", other)),
        }
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ValueError> {
        match self.value {
            Value::Bool(value) => visitor.visit_bool(*value),
            other => Err(ValueError::expected("a bool", other)),
        }
    }

    fn deserialize_f32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ValueError> {
        self.deserialize_f64(visitor)
    }

    fn deserialize_f64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ValueError> {
        visitor.visit_f64(self.float()?)
    }

    fn deserialize_char<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ValueError> {
        match self.value {
            Value::Str(value) => visitor.visit_borrowed_str(value),
            other => Err(ValueError::expected("a character", other)),
        }
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ValueError> {
        match self.value {
            Value::Str(text)
            | Value::Surrogates(text)
            | Value::BigInt(text)
            | Value::Decimal(text)
            | Value::Date(text)
            | Value::Time(text)
            | Value::DateTime(text) => visitor.visit_borrowed_str(text),
            Value::Int(number) => visitor.visit_string(number.to_string()),
            Value::Fraction { numerator, denominator } => visitor.visit_string(format!("{numerator}/{denominator}")),
            other => Err(ValueError::expected("a string", other)),
        }
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ValueError> {
        self.deserialize_str(visitor)
    }

    fn deserialize_bytes<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ValueError> {
        match self.value {
            Value::Bytes(value) | Value::ByteArray(value) => visitor.visit_borrowed_bytes(value),
            Value::List(items) | Value::Tuple(items) => self.items(items, visitor),
            other => Err(ValueError::expected("bytes", other)),
        }
    }

    fn deserialize_byte_buf<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ValueError> {
        self.deserialize_bytes(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ValueError> {
        match self.value {
            Value::None => visitor.visit_none(),
            _ => visitor.visit_some(self.deeper()?),
        }
    }

    fn deserialize_unit<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ValueError> {
        match self.value {
            Value::None => visitor.visit_unit(),
            other => Err(ValueError::expected("None", other)),
        }
    }

    fn deserialize_unit_struct<V: Visitor<'de>>(self, _name: &'static str, visitor: V) -> Result<V::Value, ValueError> {
        self.deserialize_unit(visitor)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, ValueError> {
        if name != TOKEN {
            return visitor.visit_newtype_struct(self.deeper()?);
        }
        match Tag::of(self.value) {
            Some(tag) => {
                let members = TagMembers::new(tag, self.inner_depth()?);
                visitor.visit_newtype_struct(MapAccessDeserializer::new(members))
            }
            None => self.deserialize_any(visitor),
        }
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ValueError> {
        match self.value {
            Value::List(items) | Value::Tuple(items) | Value::Set(items) | Value::FrozenSet(items) => {
                self.items(items, visitor)
            }
            Value::Bytes(bytes) | Value::ByteArray(bytes) => Self::parts(bytes.iter().copied(), visitor),
            Value::Complex { re, im } => Self::parts([*re, *im], visitor),
            Value::TimeDelta { days, seconds, microseconds } => Self::parts([*days, *seconds, *microseconds], visitor),
            other => Err(ValueError::expected("a list", other)),
        }
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, length: usize, visitor: V) -> Result<V::Value, ValueError> {
        match self.value {
            // Members of a set have no position.
            Value::Set(_) | Value::FrozenSet(_) => {
                Err(ValueError::expected(&format!("a tuple of {length}"), self.value))
            }
            _ => self.deserialize_seq(visitor),
        }
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        length: usize,
        visitor: V,
    ) -> Result<V::Value, ValueError> {
        self.deserialize_tuple(length, visitor)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ValueError> {
        match self.value {
            Value::Dict(entries) => self.entries(Entries::Dict(entries), visitor),
            Value::Dataclass { fields, .. } => self.entries(Entries::Fields(fields), visitor),
            Value::Complex { re, im } => {
                visitor.visit_map(MapDeserializer::new([("re", *re), ("im", *im)].into_iter()))
            }
            Value::TimeDelta { days, seconds, microseconds } => visitor.visit_map(MapDeserializer::new(
                [("days", *days), ("seconds", *seconds), ("microseconds", *microseconds)].into_iter(),
            )),
            other => Err(ValueError::expected("a dict", other)),
        }
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, ValueError> {
        match self.value {
            Value::Tuple(items) => self.items(items, visitor),
            _ => self.deserialize_map(visitor),
        }
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, ValueError> {
        let variant = match self.value {
            Value::Str(name) => Variant::new(name, None, self.depth),
            Value::Dict(entries) => match entries.as_slice() {
                [(Value::Str(name), content)] => Variant::new(name, Some(content), self.inner_depth()?),
                _ => {
                    return Err(ValueError::new("expected a dict of one entry with a str key"));
                }
            },
            other => {
                return Err(ValueError::expected("a str or a dict of one entry", other));
            }
        };
        visitor.visit_enum(variant)
    }

    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ValueError> {
        match self.value {
            Value::Str(name) => visitor.visit_borrowed_str(name),
            other => Err(ValueError::expected("a str", other)),
        }
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ValueError> {
        visitor.visit_unit()
    }
}
