//! Values that only Rust code can make and the guest can't be given: text that is not what its kind says.

use super::name::check_name;
use crate::value::Value;

/// What is wrong with a value, if something is.
pub(super) fn mistake(value: &Value) -> Option<String> {
    match value {
        Value::List(items) | Value::Tuple(items) | Value::Set(items) | Value::FrozenSet(items) => {
            items.iter().find_map(mistake)
        }
        Value::Dict(pairs) => pairs.iter().find_map(|(key, value)| mistake(key).or_else(|| mistake(value))),
        Value::Dataclass { fields, .. } => fields.iter().find_map(|(name, value)| match check_name(name) {
            Err(why) => Some(format!("a field of a dataclass: {why}")),
            Ok(()) => mistake(value),
        }),
        value => value.misstatement(),
    }
}
