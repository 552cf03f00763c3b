//! Tokens of the configuration file.

use toml::de::DeValue;

use super::TokenEntry;
use crate::nearest::nearest;

/// Requests in any minute where the file says nothing.
const PER_MINUTE: u32 = 600;

/// Reads the table of a token.
pub(super) fn read(name: &str, value: &DeValue<'_>) -> Result<TokenEntry, String> {
    const FIELDS: [&str; 3] = ["sha256", "policy", "per_minute"];
    let DeValue::Table(table) = value else {
        return Err(format!("a token is a table; write [tokens.{name}] on a line"));
    };
    let (mut sha256, mut policy, mut per_minute) = (None, None, PER_MINUTE);
    for (field, value) in table {
        let field = field.get_ref().as_ref();
        let fail = |text: &str| format!("`tokens.{name}.{field}`: {text}");
        match (field, value.get_ref()) {
            ("sha256", DeValue::String(text)) => {
                sha256 = Some(hash(text).ok_or_else(|| fail("64 hexadecimal digits, as `taipan token` prints them"))?);
            }
            ("policy", DeValue::String(text)) => policy = Some(text.to_string()),
            ("per_minute", DeValue::Integer(number)) => {
                let number = number.as_str().replace('_', "").parse().ok().filter(|number| *number > 0);
                per_minute = number.ok_or_else(|| fail("a whole number from 1"))?;
            }
            ("sha256" | "policy" | "per_minute", other) => {
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
    Ok(TokenEntry { sha256, policy, per_minute })
}

fn hash(text: &str) -> Option<[u8; 32]> {
    let mut hash = [0; 32];
    if text.len() != 64 || !text.is_ascii() {
        return None;
    }
    for (at, byte) in hash.iter_mut().enumerate() {
        *byte = u8::from_str_radix(&text[2 * at..2 * at + 2], 16).ok()?;
    }
    Some(hash)
}
