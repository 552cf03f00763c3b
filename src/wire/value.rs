//! A value as a tag and what belongs to it.

use super::{Malformed, Reader, Wire, Writer};
use crate::value::Value;

impl Wire for Value {
    fn write(&self, writer: &mut Writer) {
        match self {
            Value::None => writer.byte(0),
            Value::Bool(truth) => tagged(1, truth, writer),
            Value::Int(int) => tagged(2, int, writer),
            Value::BigInt(digits) => tagged(3, digits, writer),
            Value::Float(float) => tagged(4, float, writer),
            Value::Complex { re, im } => {
                tagged(5, re, writer);
                im.write(writer);
            }
            Value::Str(text) => tagged(6, text, writer),
            Value::Bytes(bytes) => {
                writer.byte(7);
                writer.blob(bytes);
            }
            Value::List(items) => tagged(8, items, writer),
            Value::Tuple(items) => tagged(9, items, writer),
            Value::Set(items) => tagged(10, items, writer),
            Value::FrozenSet(items) => tagged(11, items, writer),
            Value::Dict(pairs) => tagged(12, pairs, writer),
            Value::Decimal(text) => tagged(13, text, writer),
            Value::Fraction { numerator, denominator } => {
                tagged(14, numerator, writer);
                denominator.write(writer);
            }
            Value::Date(text) => tagged(15, text, writer),
            Value::Time(text) => tagged(16, text, writer),
            Value::DateTime(text) => tagged(17, text, writer),
            Value::TimeDelta { days, seconds, microseconds } => {
                tagged(18, days, writer);
                seconds.write(writer);
                microseconds.write(writer);
            }
            Value::Dataclass { name, fields } => {
                tagged(19, name, writer);
                fields.write(writer);
            }
            Value::Other { type_name, repr } => {
                tagged(20, type_name, writer);
                repr.write(writer);
            }
            Value::Surrogates(text) => tagged(21, text, writer),
            Value::ByteArray(bytes) => {
                writer.byte(22);
                writer.blob(bytes);
            }
        }
    }

    fn read(reader: &mut Reader<'_>) -> Result<Value, Malformed> {
        reader.nested(|reader| {
            Ok(match reader.byte()? {
                0 => Value::None,
                1 => Value::Bool(Wire::read(reader)?),
                2 => Value::Int(Wire::read(reader)?),
                3 => Value::BigInt(Wire::read(reader)?),
                4 => Value::Float(Wire::read(reader)?),
                5 => Value::Complex { re: Wire::read(reader)?, im: Wire::read(reader)? },
                6 => Value::Str(Wire::read(reader)?),
                7 => Value::Bytes(reader.blob()?.to_vec()),
                8 => Value::List(Wire::read(reader)?),
                9 => Value::Tuple(Wire::read(reader)?),
                10 => Value::Set(Wire::read(reader)?),
                11 => Value::FrozenSet(Wire::read(reader)?),
                12 => Value::Dict(Wire::read(reader)?),
                13 => Value::Decimal(Wire::read(reader)?),
                14 => Value::Fraction { numerator: Wire::read(reader)?, denominator: Wire::read(reader)? },
                15 => Value::Date(Wire::read(reader)?),
                16 => Value::Time(Wire::read(reader)?),
                17 => Value::DateTime(Wire::read(reader)?),
                18 => Value::TimeDelta {
                    days: Wire::read(reader)?,
                    seconds: Wire::read(reader)?,
                    microseconds: Wire::read(reader)?,
                },
                19 => Value::Dataclass { name: Wire::read(reader)?, fields: Wire::read(reader)? },
                20 => Value::Other { type_name: Wire::read(reader)?, repr: Wire::read(reader)? },
                21 => Value::Surrogates(Wire::read(reader)?),
                22 => Value::ByteArray(reader.blob()?.to_vec()),
                _ => return Err(Malformed("an unknown kind of value")),
            })
        })
    }
}

fn tagged<T: Wire>(tag: u8, datum: &T, writer: &mut Writer) {
    writer.byte(tag);
    datum.write(writer);
}
