//! Values from any type that serde can serialize.

use serde::ser::{self, Serialize};

use super::tag::TOKEN;
use super::untag::{number, untag};
use super::{Value, ValueError};

impl Value {
    /// Makes a value from any serde type.
    ///
    /// - Every integer is an int of the same value, every `f32` the `f64` of the same value.
    /// - A struct is a dict of its fields, a unit struct or `()` is `None`, a newtype is what it holds.
    /// - An enum is externally tagged: `"Name"`, or a dict of one entry from the variant's name to its content.
    /// - A sequence is a list. A tuple, a tuple struct and a Rust array, which serde takes for a tuple, are tuples.
    /// - A map is a dict in the order the map gives its entries, with keys of any type. A `HashMap` gives
    ///   them in an order that changes from run to run; use a `BTreeMap` where that matters.
    /// - A [`Value`] stays what it is.
    ///
    /// # Errors
    ///
    /// When the type's own code reports one, or when the data nests deeper than [`MAX_DEPTH`](Value::MAX_DEPTH);
    /// here an option and a newtype count as a level too.
    ///
    /// ```
    /// use taipan::Value;
    ///
    /// #[derive(serde::Serialize)]
    /// struct Loan {
    ///     years: u8,
    ///     rate: f64,
    /// }
    ///
    /// let loan = Value::from_serialize(&Loan { years: 30, rate: 4.5 })?;
    /// assert_eq!(loan.get("years"), Some(&Value::Int(30)));
    /// assert_eq!(loan.get("rate"), Some(&Value::Float(4.5)));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn from_serialize<T: Serialize + ?Sized>(value: &T) -> Result<Self, ValueError> {
        value.serialize(Serializer { depth: 0 })
    }
}

/// Makes the value of something that `depth` levels enclose.
#[derive(Clone, Copy)]
struct Serializer {
    depth: usize,
}

impl Serializer {
    fn deeper(self) -> Result<Self, ValueError> {
        if self.depth >= Value::MAX_DEPTH {
            return Err(ValueError::too_deep());
        }
        Ok(Self { depth: self.depth + 1 })
    }

    fn sequence(
        self,
        length: Option<usize>,
        finish: fn(Vec<Value>) -> Value,
        variant: Option<&'static str>,
    ) -> Result<Sequence, ValueError> {
        Ok(Sequence { items: Vec::with_capacity(length.unwrap_or(0)), nested: self.deeper()?, finish, variant })
    }

    fn entries(self, length: Option<usize>, variant: Option<&'static str>) -> Result<Entries, ValueError> {
        Ok(Entries {
            entries: Vec::with_capacity(length.unwrap_or(0)),
            key: Value::None,
            nested: self.deeper()?,
            variant,
        })
    }
}

macro_rules! serialize_each {
    ($($method:ident $type:ty)*) => {$(
        fn $method(self, value: $type) -> Result<Value, ValueError> {
            Ok(Value::from(value))
        }
    )*};
}

impl ser::Serializer for Serializer {
    type Ok = Value;
    type Error = ValueError;
    type SerializeSeq = Sequence;
    type SerializeTuple = Sequence;
    type SerializeTupleStruct = Sequence;
    type SerializeTupleVariant = Sequence;
    type SerializeMap = Entries;
    type SerializeStruct = Entries;
    type SerializeStructVariant = Entries;

    serialize_each! {
        serialize_bool bool
        serialize_i8 i8
        serialize_i16 i16
        serialize_i32 i32
        serialize_i64 i64
        serialize_i128 i128
        serialize_u8 u8
        serialize_u16 u16
        serialize_u32 u32
        serialize_u64 u64
        serialize_u128 u128
        serialize_f32 f32
        serialize_f64 f64
        serialize_str &str
    }

    fn serialize_char(self, value: char) -> Result<Value, ValueError> {
        Ok(Value::Str(value.into()))
    }

    fn serialize_bytes(self, value: &[u8]) -> Result<Value, ValueError> {
        Ok(Value::Bytes(value.to_owned()))
    }

    fn serialize_none(self) -> Result<Value, ValueError> {
        Ok(Value::None)
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<Value, ValueError> {
        value.serialize(self.deeper()?)
    }

    fn serialize_unit(self) -> Result<Value, ValueError> {
        Ok(Value::None)
    }

    fn serialize_unit_struct(self, _name: &'static str) -> Result<Value, ValueError> {
        Ok(Value::None)
    }

    fn serialize_unit_variant(
        self,
        _name: &'static str,
        _index: u32,
        variant: &'static str,
    ) -> Result<Value, ValueError> {
        Ok(Value::from(variant))
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        name: &'static str,
        value: &T,
    ) -> Result<Value, ValueError> {
        if name != TOKEN {
            return value.serialize(self.deeper()?);
        }
        match value.serialize(self)? {
            Value::Dict(members) => untag(members).map_err(ValueError::new),
            other => Ok(other),
        }
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _name: &'static str,
        _index: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<Value, ValueError> {
        let content = value.serialize(self.deeper()?)?;
        Ok(in_variant(Some(variant), content))
    }

    fn serialize_seq(self, length: Option<usize>) -> Result<Sequence, ValueError> {
        self.sequence(length, Value::List, None)
    }

    fn serialize_tuple(self, length: usize) -> Result<Sequence, ValueError> {
        self.sequence(Some(length), Value::Tuple, None)
    }

    fn serialize_tuple_struct(self, _name: &'static str, length: usize) -> Result<Sequence, ValueError> {
        self.sequence(Some(length), Value::Tuple, None)
    }

    fn serialize_tuple_variant(
        self,
        _name: &'static str,
        _index: u32,
        variant: &'static str,
        length: usize,
    ) -> Result<Sequence, ValueError> {
        self.sequence(Some(length), Value::Tuple, Some(variant))
    }

    fn serialize_map(self, length: Option<usize>) -> Result<Entries, ValueError> {
        self.entries(length, None)
    }

    fn serialize_struct(self, _name: &'static str, length: usize) -> Result<Entries, ValueError> {
        self.entries(Some(length), None)
    }

    fn serialize_struct_variant(
        self,
        _name: &'static str,
        _index: u32,
        variant: &'static str,
        length: usize,
    ) -> Result<Entries, ValueError> {
        self.entries(Some(length), Some(variant))
    }
}

fn in_variant(variant: Option<&'static str>, content: Value) -> Value {
    match variant {
        Some(variant) => Value::Dict(vec![(variant.into(), content)]),
        None => content,
    }
}

/// A list or tuple that is being filled.
struct Sequence {
    items: Vec<Value>,
    nested: Serializer,
    finish: fn(Vec<Value>) -> Value,
    variant: Option<&'static str>,
}

macro_rules! serialize_items {
    ($($trait:ident $method:ident)*) => {$(
        impl ser::$trait for Sequence {
            type Ok = Value;
            type Error = ValueError;

            fn $method<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), ValueError> {
                self.items.push(value.serialize(self.nested)?);
                Ok(())
            }

            fn end(self) -> Result<Value, ValueError> {
                Ok(in_variant(self.variant, (self.finish)(self.items)))
            }
        }
    )*};
}

serialize_items! {
    SerializeSeq serialize_element
    SerializeTuple serialize_element
    SerializeTupleStruct serialize_field
    SerializeTupleVariant serialize_field
}

/// A dict that is being filled.
struct Entries {
    entries: Vec<(Value, Value)>,
    key: Value,
    nested: Serializer,
    variant: Option<&'static str>,
}

impl ser::SerializeMap for Entries {
    type Ok = Value;
    type Error = ValueError;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), ValueError> {
        self.key = key.serialize(self.nested)?;
        Ok(())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), ValueError> {
        let value = value.serialize(self.nested)?;
        self.entries.push((std::mem::take(&mut self.key), value));
        Ok(())
    }

    fn end(self) -> Result<Value, ValueError> {
        Ok(Value::Dict(self.entries))
    }
}

macro_rules! serialize_fields {
    ($($trait:ident)*) => {$(
        impl ser::$trait for Entries {
            type Ok = Value;
            type Error = ValueError;

            fn serialize_field<T: Serialize + ?Sized>(
                &mut self,
                name: &'static str,
                value: &T,
            ) -> Result<(), ValueError> {
                self.entries.push((name.into(), value.serialize(self.nested)?));
                Ok(())
            }

            fn end(self) -> Result<Value, ValueError> {
                match number(&self.entries) {
                    Some(number) => number.map_err(ValueError::new),
                    None => Ok(in_variant(self.variant, Value::Dict(self.entries))),
                }
            }
        }
    )*};
}

serialize_fields! { SerializeStruct SerializeStructVariant }
