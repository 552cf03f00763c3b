//! What `deny.toml` says of licences: those accepted, in order of preference, and those of crates that declare none.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde::Deserialize;
use spdx::{Expression, Licensee, ParseMode};

use crate::Error;

/// The licences part of `deny.toml`, so that the dependency check and the list never disagree.
#[derive(Debug)]
pub(crate) struct Policy {
    accepted: Vec<Licensee>,
    clarified: BTreeMap<String, String>,
}

#[derive(Deserialize)]
struct File {
    licenses: Licenses,
}

#[derive(Deserialize)]
struct Licenses {
    allow: Vec<String>,
    #[serde(default)]
    exceptions: Vec<Exception>,
    #[serde(default)]
    clarify: Vec<Clarification>,
}

#[derive(Deserialize)]
struct Exception {
    allow: Vec<String>,
}

#[derive(Deserialize)]
struct Clarification {
    #[serde(rename = "crate")]
    name: String,
    expression: String,
}

impl Policy {
    /// Reads the file.
    pub(crate) fn read(path: &Path) -> Result<Self, Error> {
        let text = fs::read_to_string(path).map_err(|error| format!("{path:?}: {error}"))?;
        Self::parse(&text)
    }

    fn parse(text: &str) -> Result<Self, Error> {
        let Licenses { mut allow, exceptions, clarify } = toml::from_str::<File>(text)?.licenses;
        // What is accepted by exception comes last: nothing is used under it that has another licence too.
        allow.extend(exceptions.into_iter().flat_map(|exception| exception.allow));
        let accepted = allow
            .iter()
            .map(|name| Licensee::parse(name).map_err(|error| format!("{name}: {error}")))
            .collect::<Result<_, _>>()?;
        let clarified = clarify.into_iter().map(|c| (c.name, c.expression));
        Ok(Self { accepted, clarified: clarified.collect() })
    }

    /// The licence expression of a crate: its own, or the one that `deny.toml` gives it.
    pub(crate) fn declared(&self, name: &str, own: Option<&str>) -> Result<String, Error> {
        let declared = own.or_else(|| self.clarified.get(name).map(String::as_str));
        Ok(declared.ok_or_else(|| format!("{name} declares no licence: add a clarification to deny.toml"))?.to_owned())
    }

    /// The fewest accepted licences that satisfy `expression`, the preferred ones first.
    pub(crate) fn choose(&self, expression: &str) -> Result<Vec<String>, Error> {
        let parsed =
            Expression::parse_mode(expression, ParseMode::LAX).map_err(|error| format!("{expression}: {error}"))?;
        let chosen = parsed.minimized_requirements(&self.accepted).map_err(|error| format!("{expression}: {error}"))?;
        Ok(chosen.iter().map(ToString::to_string).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::Policy;

    fn policy() -> Policy {
        Policy::parse(
            r#"
            [licenses]
            allow = ["Apache-2.0", "MIT", "Unicode-3.0"]
            exceptions = [{ allow = ["LGPL-3.0-only"], crate = "big" }]
            clarify = [{ crate = "silent", expression = "MIT", license-files = [] }]
            "#,
        )
        .unwrap()
    }

    #[test]
    fn the_preferred_licence_is_chosen() {
        let chosen = |expression| policy().choose(expression).unwrap();
        assert_eq!(chosen("MIT OR Apache-2.0"), ["Apache-2.0"]);
        assert_eq!(chosen("MIT/Apache-2.0"), ["Apache-2.0"]);
        assert_eq!(chosen("MIT OR GPL-3.0-only"), ["MIT"]);
        assert_eq!(chosen("(MIT OR Apache-2.0) AND Unicode-3.0"), ["Apache-2.0", "Unicode-3.0"]);
        assert_eq!(chosen("LGPL-3.0-only OR MIT"), ["MIT"]);
        assert_eq!(chosen("LGPL-3.0-only"), ["LGPL-3.0-only"]);
    }

    #[test]
    fn what_is_not_accepted_is_refused() {
        let error = policy().choose("GPL-3.0-only").unwrap_err().to_string();
        assert!(error.starts_with("GPL-3.0-only: "), "{error}");
    }

    #[test]
    fn a_silent_crate_needs_a_clarification() {
        assert_eq!(policy().declared("silent", None).unwrap(), "MIT");
        assert_eq!(policy().declared("x", Some("Zlib")).unwrap(), "Zlib");
        let error = policy().declared("other", None).unwrap_err().to_string();
        assert!(error.contains("other declares no licence"), "{error}");
    }
}
