//! Conversions between values and the standard Rust types.

use std::collections::{BTreeMap, HashMap};
use std::hash::BuildHasher;

use serde::de::DeserializeOwned;

use super::{Value, ValueError, text};

macro_rules! from_int {
    ($($type:ty)*) => {$(
        impl From<$type> for Value {
            fn from(value: $type) -> Self {
                match i64::try_from(value) {
                    Ok(value) => Self::Int(value),
                    Err(_) => Self::BigInt(value.to_string()),
                }
            }
        }
    )*};
}

from_int!(i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize);

macro_rules! from_each {
    ($($type:ty: $value:ident => $result:expr;)*) => {$(
        impl From<$type> for Value {
            fn from($value: $type) -> Self {
                $result
            }
        }
    )*};
}

from_each! {
    (): _nothing => Self::None;
    bool: value => Self::Bool(value);
    f32: value => Self::Float(value.into());
    f64: value => Self::Float(value);
    &str: value => Self::Str(value.to_owned());
    String: value => Self::Str(value);
}

impl<T: Into<Value>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::None, Into::into)
    }
}

/// Makes a list, also from bytes; for `bytes` use [`Value::Bytes`].
impl<T: Into<Value>> From<Vec<T>> for Value {
    fn from(items: Vec<T>) -> Self {
        Self::List(items.into_iter().map(Into::into).collect())
    }
}

/// Makes a list, also from bytes; for `bytes` use [`Value::Bytes`].
impl<T: Into<Value>, const N: usize> From<[T; N]> for Value {
    fn from(items: [T; N]) -> Self {
        Self::List(items.into_iter().map(Into::into).collect())
    }
}

/// Makes a list, also from bytes; for `bytes` use [`Value::Bytes`].
impl<T: Into<Value> + Clone> From<&[T]> for Value {
    fn from(items: &[T]) -> Self {
        Self::List(items.iter().cloned().map(Into::into).collect())
    }
}

/// Makes a dict in the order of the keys, so that the same map gives the same dict in every process.
impl<V: Into<Value>, S> From<HashMap<String, V, S>> for Value {
    fn from(map: HashMap<String, V, S>) -> Self {
        map.into_iter().collect::<BTreeMap<_, _>>().into()
    }
}

/// Makes a dict in the order of the keys.
impl<V: Into<Value>> From<BTreeMap<String, V>> for Value {
    fn from(map: BTreeMap<String, V>) -> Self {
        Self::Dict(map.into_iter().map(|(key, value)| (Self::Str(key), value.into())).collect())
    }
}

/// Takes every object as a dict. To read the tags of the JSON form, deserialize the JSON as a [`Value`] instead.
impl From<serde_json::Value> for Value {
    fn from(value: serde_json::Value) -> Self {
        use serde_json::Value as Json;
        match value {
            Json::Null => Self::None,
            Json::Bool(value) => Self::Bool(value),
            Json::Number(number) => from_number(&number),
            Json::String(value) => Self::Str(value),
            Json::Array(items) => items.into(),
            Json::Object(entries) => {
                Self::Dict(entries.into_iter().map(|(key, value)| (Self::Str(key), value.into())).collect())
            }
        }
    }
}

fn from_number(number: &serde_json::Number) -> Value {
    if let Some(small) = number.as_i64() {
        return Value::Int(small);
    }
    // As text, since another crate may have switched on serde_json's numbers of any size.
    let digits = number.to_string();
    text::number(&digits).unwrap_or_else(|| Value::Float(digits.parse().unwrap_or(f64::NAN)))
}

macro_rules! try_into_each {
    ($(($($generics:tt)*) $type:ty;)*) => {$(
        /// Reads the value as [`Value::deserialize_into`] does.
        impl<$($generics)*> TryFrom<Value> for $type {
            type Error = ValueError;

            fn try_from(value: Value) -> Result<Self, ValueError> {
                value.deserialize_into()
            }
        }
    )*};
}

try_into_each! {
    () bool;
    () i8;
    () i16;
    () i32;
    () i64;
    () i128;
    () isize;
    () u8;
    () u16;
    () u32;
    () u64;
    () u128;
    () usize;
    () f32;
    () f64;
    () String;
    (T: DeserializeOwned) Vec<T>;
    (V: DeserializeOwned, S: BuildHasher + Default) HashMap<String, V, S>;
    (V: DeserializeOwned) BTreeMap<String, V>;
}

macro_rules! tuples {
    ($(($($name:ident)*))*) => {$(
        impl<$($name: Into<Value>),*> From<($($name,)*)> for Value {
            #[allow(non_snake_case)]
            fn from(($($name,)*): ($($name,)*)) -> Self {
                Self::Tuple(vec![$($name.into()),*])
            }
        }

        try_into_each! { ($($name: DeserializeOwned),*) ($($name,)*); }
    )*};
}

tuples! { (A) (A B) (A B C) (A B C D) }
