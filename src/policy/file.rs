//! Reads a policy from TOML text.

use super::Policy;
use crate::error::{Error, ErrorKind};
use crate::nearest::nearest;

const FIELDS: [&str; 4] = ["allow", "deny", "clock", "seed"];
const LIMITS: [&str; 8] = ["fuel", "deadline", "memory", "output", "recursion", "source", "value_bytes", "value_depth"];

impl Policy {
    /// Reads a policy from TOML.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidPolicy`], with the line, for malformed text, an unknown field, naming the nearest known
    /// one, or a value of the wrong type; without a line for a module that is not on the allowlist, or one that is
    /// both allowed and denied.
    ///
    /// ```
    /// use taipan::Policy;
    ///
    /// let error = Policy::from_toml("seed = 1\nclok = 'fixed'").unwrap_err();
    /// assert_eq!(error.to_string(), "invalid policy: line 2: unknown field `clok`; did you mean `clock`?");
    /// let error = Policy::from_toml("deny = ['jsn']").unwrap_err();
    /// assert_eq!(
    ///     error.to_string(),
    ///     "invalid policy: deny names `jsn`, which is not on the allowlist; did you mean `json`?"
    /// );
    /// ```
    pub fn from_toml(text: &str) -> Result<Policy, Error> {
        let policy: Policy =
            toml::from_str(text).map_err(|e| Error::new(ErrorKind::InvalidPolicy, explain(&e, text)))?;
        policy.validate()?;
        Ok(policy)
    }
}

fn explain(error: &toml::de::Error, text: &str) -> String {
    let at = error.span().map_or(0, |span| span.start.min(text.len()));
    let line = text.as_bytes()[..at].iter().filter(|byte| **byte == b'\n').count() + 1;
    format!("line {line}: {}", reason(error.message(), text.lines().nth(line - 1).unwrap_or_default()))
}

fn reason(message: &str, line: &str) -> String {
    if let Some(rest) = message.strip_prefix("unknown field `") {
        return unknown(rest.split('`').next().unwrap_or_default());
    }
    let field = line.split('=').next().unwrap_or_default().trim();
    if message.starts_with("invalid type") && matches!(field, "allow" | "deny") {
        return format!("`{field}` is a list of module names, such as {field} = ['asyncio']");
    }
    if message.starts_with("invalid type") && field == "clock" {
        return String::from("`clock` is text: 'system', 'fixed', or a time such as '2026-01-01T00:00:00Z'");
    }
    message.trim_end().replace('\n', "; ")
}

fn unknown(field: &str) -> String {
    if LIMITS.contains(&field) {
        return format!("`{field}` is a limit, not a part of a policy");
    }
    match nearest(field, FIELDS) {
        Some(known) => format!("unknown field `{field}`; did you mean `{known}`?"),
        None => format!("unknown field `{field}`; a policy has allow, deny, clock and seed"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn error(text: &str) -> String {
        Policy::from_toml(text).unwrap_err().to_string().replacen("invalid policy: ", "", 1)
    }

    #[test]
    fn unknown_fields() {
        assert_eq!(error("\n\ndenny = []"), "line 3: unknown field `denny`; did you mean `deny`?");
        assert_eq!(
            error("network = true"),
            "line 1: unknown field `network`; a policy has allow, deny, clock and seed"
        );
        assert_eq!(error("fuel = 7"), "line 1: `fuel` is a limit, not a part of a policy");
        assert_eq!(
            error("[policy]\nseed = 1"),
            "line 1: unknown field `policy`; a policy has allow, deny, clock and seed"
        );
    }

    #[test]
    fn wrong_values() {
        assert_eq!(error("deny = 're'"), "line 1: `deny` is a list of module names, such as deny = ['asyncio']");
        assert_eq!(error("seed = 1\nseed = 2"), "line 2: duplicate key");
        assert_eq!(error("seed = -1"), "line 1: a seed is `system` or a whole number");
        assert_eq!(
            error("seed = 'some'"),
            "line 1: `some` is not a seed; write system or a whole number from 0 to 18446744073709551615"
        );
        assert_eq!(
            error("clock = 5"),
            "line 1: `clock` is text: 'system', 'fixed', or a time such as '2026-01-01T00:00:00Z'"
        );
        assert_eq!(
            error("clock = 'noon'"),
            "line 1: `noon` is not a clock; write system, fixed, or a time such as 2026-01-01T00:00:00Z"
        );
    }

    #[test]
    fn malformed_text() {
        assert_eq!(error("seed = 1\ndeny = ["), "line 2: unclosed array, expected `]`");
        assert_eq!(error("deny: ['re']"), "line 1: key with no value, expected `=`");
    }
}
