//! How deep a value nests as JSON.

use super::Value;
use super::tag::{Entries, Key, PLAIN_INTS};

impl Value {
    /// Whether it has more arrays and objects within each other than so many as JSON, its tags among them.
    pub(crate) fn is_deeper_than(&self, most: usize) -> bool {
        let Some(most) = most.checked_sub(self.levels()) else { return true };
        let entries = match self {
            Value::List(items) | Value::Tuple(items) | Value::Set(items) | Value::FrozenSet(items) => {
                return items.iter().any(|item| item.is_deeper_than(most));
            }
            Value::Dict(entries) => Entries::Dict(entries),
            Value::Dataclass { fields, .. } => Entries::Fields(fields),
            _ => return false,
        };
        let key_is_deeper = |key| matches!(key, Key::Value(key) if key.is_deeper_than(most));
        entries.iter().any(|(key, value)| key_is_deeper(key) || value.is_deeper_than(most))
    }

    /// How many of them are its own, and not of what is in it.
    fn levels(&self) -> usize {
        match self {
            Value::None | Value::Bool(_) | Value::Str(_) => 0,
            Value::Int(number) => usize::from(!PLAIN_INTS.contains(number)),
            Value::Float(number) => usize::from(!number.is_finite()),
            Value::List(_) => 1,
            Value::Tuple(_) | Value::Set(_) | Value::FrozenSet(_) => 2,
            Value::Dict(entries) => {
                if Entries::Dict(entries).is_plain() {
                    1
                } else {
                    3
                }
            }
            Value::Dataclass { fields, .. } => {
                if Entries::Fields(fields).is_plain() {
                    2
                } else {
                    4
                }
            }
            Value::Complex { re, im } => 2 + usize::from(!re.is_finite() || !im.is_finite()),
            Value::TimeDelta { days, seconds, microseconds } => {
                2 + usize::from([days, seconds, microseconds].into_iter().any(|part| !PLAIN_INTS.contains(part)))
            }
            Value::BigInt(_)
            | Value::Surrogates(_)
            | Value::Bytes(_)
            | Value::ByteArray(_)
            | Value::Decimal(_)
            | Value::Fraction { .. }
            | Value::Date(_)
            | Value::Time(_)
            | Value::DateTime(_)
            | Value::Other { .. } => 1,
        }
    }
}
