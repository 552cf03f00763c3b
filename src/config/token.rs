//! Tokens of the configuration file.

use toml::de::{DeInteger, DeValue};

use super::TokenEntry;
use crate::hex;
use crate::nearest::nearest;

/// Requests in any minute where the file says nothing.
const PER_MINUTE: u32 = 600;

/// Reads the table of a token.
pub(super) fn read(name: &str, value: &DeValue<'_>) -> Result<TokenEntry, String> {
    const FIELDS: [&str; 4] = ["sha256", "policy", "per_minute", "sessions"];
    let DeValue::Table(table) = value else {
        return Err(format!("a token is a table; write [tokens.{name}] on a line"));
    };
    let (mut sha256, mut policy, mut per_minute, mut sessions) = (None, None, PER_MINUTE, None);
    for (field, value) in table {
        let field = field.get_ref().as_ref();
        let fail = |text: &str| format!("`tokens.{name}.{field}`: {text}");
        match (field, value.get_ref()) {
            ("sha256", DeValue::String(text)) => {
                sha256 = Some(
                    hex::decode_hash(text)
                        .ok_or_else(|| fail("64 hexadecimal digits, as `taipan token` prints them"))?,
                );
            }
            ("policy", DeValue::String(text)) => policy = Some(text.to_string()),
            ("per_minute", DeValue::Integer(number)) => {
                per_minute = counted(number).ok_or_else(|| fail("a whole number from 1"))?;
            }
            ("sessions", DeValue::Integer(number)) => {
                sessions = Some(counted(number).ok_or_else(|| fail("a whole number from 1"))?);
            }
            ("sha256" | "policy" | "per_minute" | "sessions", other) => {
                return Err(fail(&format!("{} is not what it takes", other.type_str())));
            }
            _ => {
                let text = match nearest(field, FIELDS) {
                    Some(near) => format!("did you mean `{near}`?"),
                    None => format!("a token has {}", FIELDS.join(", ")),
                };
                return Err(format!("unknown key `tokens.{name}.{field}`; {text}"));
            }
        }
    }
    let sha256 = sha256.ok_or_else(|| format!("the token `{name}` has no sha256; `taipan token {name}` makes one"))?;
    Ok(TokenEntry { sha256, policy, per_minute, sessions })
}

/// A number of at least one.
fn counted(number: &DeInteger<'_>) -> Option<u32> {
    number.as_str().replace('_', "").parse().ok().filter(|number| *number > 0)
}
