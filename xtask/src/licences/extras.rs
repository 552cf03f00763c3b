//! Reads `tools/licences-extra.toml`: what taipan contains that is not a crate, and what is to be said of a licence.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde::Deserialize;

use super::Entry;
use super::policy::Policy;
use super::shipped::Package;
use super::texts;
use crate::Error;

/// The file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Extras {
    /// Sentences under the list, by licence identifier.
    #[serde(default)]
    pub(crate) notes: BTreeMap<String, String>,
    #[serde(default, rename = "entry")]
    entries: Vec<Extra>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Extra {
    name: String,
    #[serde(default)]
    version: String,
    licence: String,
    what: String,
    /// The licence's file; without it the standard text is used.
    file: Option<String>,
    /// The crate in whose source `file` is; without it, this tree.
    #[serde(rename = "crate")]
    package: Option<String>,
}

impl Extras {
    /// Reads the file.
    pub(crate) fn read(path: &Path) -> Result<Self, Error> {
        let text = fs::read_to_string(path).map_err(|error| format!("{path:?}: {error}"))?;
        Ok(toml::from_str(&text)?)
    }

    /// The entries with their texts.
    pub(crate) fn entries(&self, root: &Path, packages: &[Package], policy: &Policy) -> Result<Vec<Entry>, Error> {
        let entries = self.entries.iter();
        entries.map(|extra| extra.entry(root, packages, policy)).collect()
    }
}

impl Extra {
    fn entry(&self, root: &Path, packages: &[Package], policy: &Policy) -> Result<Entry, Error> {
        let folder = match &self.package {
            None => root,
            Some(name) => packages
                .iter()
                .find(|package| package.name == *name)
                .map(Package::folder)
                .ok_or_else(|| format!("{}: taipan has no crate {name}", self.name))?,
        };
        let chosen = policy.choose(&self.licence)?;
        let texts = match &self.file {
            None => texts::standard(&chosen, &[]),
            Some(file) => vec![texts::of_file(&folder.join(file), &chosen)?],
        };
        Ok(Entry {
            name: self.name.clone(),
            version: self.version.clone(),
            declared: self.licence.clone(),
            chosen,
            texts,
            what: Some(self.what.clone()),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Extras;

    #[test]
    fn a_misspelt_field_is_refused() {
        let text = "[[entry]]\nname = 'a'\nlicense = 'MIT'\nwhat = 'b'\n";
        let error = toml::from_str::<Extras>(text).unwrap_err().to_string();
        assert!(error.contains("unknown field `license`"), "{error}");
    }
}
