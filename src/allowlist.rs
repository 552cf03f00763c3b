//! The curated library: which modules guest code can import, how each is provided, and why.

use serde::Serialize;

/// One module of the allowlist.
///
/// ```
/// let math = taipan::modules().iter().find(|m| m.name == "math").unwrap();
/// assert_eq!(math.provided.to_string(), "native");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Module {
    /// The dotted name.
    pub name: &'static str,
    /// How it comes to be.
    pub provided: Provided,
    /// Who may import it.
    pub tier: Tier,
    /// Why it is here.
    pub why: &'static str,
}

/// How a module is provided.
///
/// ```
/// assert_eq!(taipan::Provided::Shim.to_string(), "shim");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Provided {
    /// RustPython's own native module.
    Native,
    /// CPython's library module, compiled at build time.
    Frozen,
    /// A harmless module of taipan's own, written in Python.
    Shim,
    /// A native module of taipan's own in the place of RustPython's.
    Replaced,
}

/// Who may import a module.
///
/// ```
/// assert_eq!(taipan::Tier::Extra.to_string(), "extra");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Tier {
    /// Every run, unless its policy denies it.
    Standard,
    /// A part of a standard module; there for the library, harmless to import.
    Support,
    /// Only a run whose policy allows it by name.
    Extra,
}

macro_rules! display_lowercase {
    ($type:ty { $($variant:ident => $text:literal),* }) => {
        impl std::fmt::Display for $type {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(match self { $(<$type>::$variant => $text),* })
            }
        }
    };
}
display_lowercase!(Provided { Native => "native", Frozen => "frozen", Shim => "shim", Replaced => "replaced" });
display_lowercase!(Tier { Standard => "standard", Support => "support", Extra => "extra" });

/// A well-known module that is not part of taipan, and what to do instead.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Refused {
    pub(crate) name: &'static str,
    pub(crate) why: &'static str,
    pub(crate) instead: &'static str,
}

include!(concat!(env!("OUT_DIR"), "/allowlist.rs"));

/// The allowlist, sorted by name.
///
/// ```
/// assert!(taipan::modules().iter().any(|m| m.name == "json"));
/// assert!(!taipan::modules().iter().any(|m| m.name == "socket"));
/// ```
#[must_use]
pub fn modules() -> &'static [Module] {
    MODULES
}

/// The entry of a name.
pub(crate) fn find(name: &str) -> Option<&'static Module> {
    MODULES.binary_search_by(|m| m.name.cmp(name)).ok().map(|i| &MODULES[i])
}

/// The reason why a well-known name, or the package it lies in, is refused.
pub(crate) fn find_refused(name: &str) -> Option<&'static Refused> {
    let mut name = name;
    loop {
        if let Ok(i) = REFUSED.binary_search_by(|r| r.name.cmp(name)) {
            return Some(&REFUSED[i]);
        }
        name = &name[..name.rfind('.')?];
    }
}
