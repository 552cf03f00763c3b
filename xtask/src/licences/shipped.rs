//! Finds the crates that taipan is made of: what it depends on in any configuration, tests aside.

use std::collections::{BTreeMap, BTreeSet};
use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde::Deserialize;

use super::Entry;
use super::policy::Policy;
use super::texts;
use crate::{Error, locked};

/// A crate as `cargo metadata` describes it.
#[derive(Debug, Deserialize)]
pub(crate) struct Package {
    id: String,
    pub(crate) name: String,
    version: String,
    license: Option<String>,
    license_file: Option<PathBuf>,
    authors: Vec<String>,
    manifest_path: PathBuf,
    /// Where it comes from; none for the crates of this tree.
    source: Option<String>,
}

#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
    resolve: Resolve,
}

#[derive(Deserialize)]
struct Resolve {
    root: Option<String>,
    nodes: Vec<Node>,
}

#[derive(Deserialize)]
struct Node {
    id: String,
    deps: Vec<Dependency>,
}

#[derive(Deserialize)]
struct Dependency {
    pkg: String,
    dep_kinds: Vec<Kind>,
}

#[derive(Deserialize)]
struct Kind {
    kind: Option<String>,
}

impl Package {
    /// The folder of the crate's source.
    pub(crate) fn folder(&self) -> &Path {
        self.manifest_path.parent().unwrap_or(Path::new("."))
    }

    /// The crate's line and texts in the list.
    pub(crate) fn entry(&self, policy: &Policy) -> Result<Entry, Error> {
        let declared = policy.declared(&self.name, self.license.as_deref())?;
        let chosen = policy.choose(&declared)?;
        let texts = texts::of_folder(self.folder(), self.license_file.as_deref(), &chosen, &self.authors)?;
        Ok(Entry { name: self.name.clone(), version: self.version.clone(), declared, chosen, texts, what: None })
    }
}

/// The crates by name and version, those of every platform: the list must be the same wherever it is made.
pub(crate) fn packages(root: &Path) -> Result<Vec<Package>, Error> {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(cargo);
    command.args(["metadata", "--format-version=1", "--all-features"]).args(locked()).current_dir(root);
    let output = command.output()?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into());
    }
    let metadata: Metadata = serde_json::from_slice(&output.stdout)?;
    let reached = reach(&metadata.resolve)?;
    let mut packages: Vec<_> = metadata
        .packages
        .into_iter()
        .filter(|package| package.source.is_some() && reached.contains(&package.id))
        .collect();
    packages.sort_by(|a, b| (&a.name, &a.version).cmp(&(&b.name, &b.version)));
    Ok(packages)
}

/// Build dependencies count: the frozen library gets into the binary through one.
fn reach(resolve: &Resolve) -> Result<BTreeSet<String>, Error> {
    let root = resolve.root.as_ref().ok_or("there is no root package")?;
    let nodes: BTreeMap<_, _> = resolve.nodes.iter().map(|node| (&node.id, node)).collect();
    let mut reached = BTreeSet::new();
    let mut open = vec![root];
    while let Some(id) = open.pop() {
        if !reached.insert(id.clone()) {
            continue;
        }
        for dependency in nodes.get(id).into_iter().flat_map(|node| &node.deps) {
            let kinds = &dependency.dep_kinds;
            if kinds.iter().any(|kind| kind.kind.as_deref() != Some("dev")) {
                open.push(&dependency.pkg);
            }
        }
    }
    Ok(reached)
}

#[cfg(test)]
mod tests {
    use super::{Resolve, reach};

    #[test]
    fn build_dependencies_are_reached_and_dev_dependencies_are_not() {
        let resolve: Resolve = serde_json::from_str(
            r#"{"root": "me", "nodes": [
                {"id": "me", "deps": [
                    {"pkg": "normal", "dep_kinds": [{"kind": null}]},
                    {"pkg": "build", "dep_kinds": [{"kind": "dev"}, {"kind": "build"}]},
                    {"pkg": "dev", "dep_kinds": [{"kind": "dev"}]}]},
                {"id": "normal", "deps": [{"pkg": "deep", "dep_kinds": [{"kind": null}]}]},
                {"id": "build", "deps": []}, {"id": "dev", "deps": []}, {"id": "deep", "deps": []}]}"#,
        )
        .unwrap();
        let reached = reach(&resolve).unwrap();
        assert_eq!(reached.into_iter().collect::<Vec<_>>(), ["build", "deep", "me", "normal"]);
    }
}
