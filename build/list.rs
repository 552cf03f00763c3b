//! Reads the allowlist's data, checks it, and writes it as Rust tables sorted by name.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use serde::Deserialize;
use serde::de::DeserializeOwned;

/// All of the data, by name.
pub(crate) struct List {
    pub(crate) modules: BTreeMap<String, Module>,
    refused: BTreeMap<String, Refused>,
    calls: BTreeMap<String, Call>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Module {
    pub(crate) provided: Provided,
    tier: Tier,
    why: String,
}

#[derive(Deserialize, Clone, Copy, Debug, PartialEq)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Provided {
    Native,
    Frozen,
    Shim,
    Replaced,
    Alias,
}

#[derive(Deserialize, Clone, Copy, Debug)]
#[serde(rename_all = "lowercase")]
enum Tier {
    Standard,
    Support,
    Extra,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Refused {
    why: String,
    #[serde(default)]
    instead: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Call {
    #[serde(default)]
    raises: Raises,
    why: String,
    #[serde(default)]
    instead: String,
}

#[derive(Deserialize, Clone, Copy, Debug, Default)]
enum Raises {
    #[default]
    PermissionError,
    RuntimeError,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Modules {
    modules: BTreeMap<String, Module>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RefusedModules {
    refused: BTreeMap<String, Refused>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Calls {
    calls: BTreeMap<String, Call>,
}

/// Reads and checks the data in `folder`.
pub(crate) fn read(folder: &Path) -> List {
    let Modules { modules } = parse(&folder.join("modules.toml"));
    let RefusedModules { refused } = parse(&folder.join("refused.toml"));
    let Calls { calls } = parse(&folder.join("calls.toml"));
    for name in refused.keys() {
        assert!(!modules.contains_key(name), "`{name}` is both listed and refused");
    }
    let reasons = modules.iter().map(|(name, m)| (name, &m.why));
    let reasons = reasons.chain(refused.iter().map(|(name, r)| (name, &r.why)));
    for (name, why) in reasons.chain(calls.iter().map(|(name, c)| (name, &c.why))) {
        assert!(!why.trim().is_empty(), "`{name}` says no reason");
    }
    List { modules, refused, calls }
}

fn parse<T: DeserializeOwned>(path: &Path) -> T {
    let text = fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    toml::from_str(&text).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

impl List {
    /// The tables as Rust source.
    pub(crate) fn table(&self) -> String {
        let mut out = String::from("static MODULES: &[Module] = &[\n");
        for (name, Module { provided, tier, why }) in &self.modules {
            let line = format!("provided: Provided::{provided:?}, tier: Tier::{tier:?}, why: {why:?}");
            push(&mut out, &format!("Module {{ name: {name:?}, {line} }}"));
        }
        out.push_str("];\nstatic REFUSED: &[Refused] = &[\n");
        for (name, Refused { why, instead }) in &self.refused {
            push(&mut out, &format!("Refused {{ name: {name:?}, why: {why:?}, instead: {instead:?} }}"));
        }
        out.push_str("];\nstatic CALLS: &[Call] = &[\n");
        for (name, Call { raises, why, instead }) in &self.calls {
            let line = format!("raises: Raises::{raises:?}, why: {why:?}, instead: {instead:?}");
            push(&mut out, &format!("Call {{ name: {name:?}, {line} }}"));
        }
        out.push_str("];\n");
        out
    }
}

fn push(out: &mut String, entry: &str) {
    writeln!(out, "{entry},").expect("a string takes any text");
}
