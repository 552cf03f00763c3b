//! The curated library: which modules guest code can import, how each is provided, and why.

use serde::Serialize;

/// One module of the allowlist.
///
/// ```
/// let math = taipan::modules().iter().find(|m| m.name == "math").unwrap();
/// assert_eq!(math.provided.to_string(), "native");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
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
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
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
    /// Another name of a module that is on the list as well.
    Alias,
}

/// Who may import a module.
///
/// ```
/// assert_eq!(taipan::Tier::Extra.to_string(), "extra");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
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
display_lowercase!(Provided {
    Native => "native",
    Frozen => "frozen",
    Shim => "shim",
    Replaced => "replaced",
    Alias => "alias"
});
display_lowercase!(Tier { Standard => "standard", Support => "support", Extra => "extra" });

/// A well-known module that is not part of taipan, and what to do instead.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Refused {
    pub(crate) name: &'static str,
    pub(crate) why: &'static str,
    pub(crate) instead: &'static str,
}

/// A function of a listed module that policy refuses, and what to do instead.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Call {
    pub(crate) name: &'static str,
    pub(crate) raises: Raises,
    pub(crate) why: &'static str,
    pub(crate) instead: &'static str,
}

/// The exception that a refused function raises: what CPython raises where the system does not permit the call.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Raises {
    PermissionError,
    RuntimeError,
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

/// The entry of a refused function, by its full name.
pub(crate) fn find_call(name: &str) -> Option<&'static Call> {
    CALLS.binary_search_by(|c| c.name.cmp(name)).ok().map(|i| &CALLS[i])
}

/// Why something is refused, and what to use instead where there is something.
pub(crate) fn reason(why: &str, instead: &str) -> String {
    if instead.is_empty() { why.to_owned() } else { format!("{why}; {instead}") }
}

/// The listed name that is least far from one that is not, where one is near.
pub(crate) fn nearest(name: &str) -> Option<&'static str> {
    crate::nearest::nearest(name, MODULES.iter().filter(|m| m.tier != Tier::Support).map(|m| m.name))
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

#[cfg(test)]
mod tests {
    use super::{CALLS, MODULES, REFUSED, find, nearest};

    #[test]
    fn each_entry_says_why_in_words_of_its_own() {
        let reasons = MODULES.iter().map(|m| (m.name, m.why));
        let refusals = REFUSED.iter().map(|r| (r.name, r.why)).chain(CALLS.iter().map(|c| (c.name, c.why)));
        for (name, why) in reasons.chain(refusals) {
            assert!(why.len() >= 4 && why != "todo" && why.trim() == why && !why.ends_with('.'), "{name}: {why:?}");
        }
    }

    #[test]
    fn listed_names_have_listed_packages() {
        for module in MODULES {
            if let Some(dot) = module.name.rfind('.') {
                assert!(find(&module.name[..dot]).is_some(), "{}", module.name);
            }
        }
    }

    #[test]
    fn no_refused_name_is_listed() {
        for refused in REFUSED {
            assert!(find(refused.name).is_none(), "{}", refused.name);
        }
        assert!(REFUSED.len() >= 120, "{}", REFUSED.len());
    }

    #[test]
    fn the_nearest_name_is_a_likely_one() {
        assert_eq!(nearest("jsn"), Some("json"));
        assert_eq!(nearest("dataclass"), Some("dataclasses"));
        assert_eq!(nearest("frobnicate"), None);
    }
}
