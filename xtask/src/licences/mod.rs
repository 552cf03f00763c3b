//! Writes `THIRD-PARTY.md`, or checks that it says what would be written.

mod extras;
mod policy;
mod render;
mod shipped;
mod texts;

use std::fs;
use std::path::Path;

use crate::{Error, Verb};
use policy::Policy;
pub(crate) use shipped::packages;
use texts::Text;

pub(crate) const VERB: Verb = Verb {
    name: "licences",
    usage: "licences [--check]",
    about: "write THIRD-PARTY.md, or fail if it is out of date",
    run,
};

const OUTPUT: &str = "THIRD-PARTY.md";

/// One thing of someone else's that taipan contains: a crate, or an entry of `tools/licences-extra.toml`.
#[derive(Debug, PartialEq)]
pub(crate) struct Entry {
    name: String,
    version: String,
    /// The licence its authors declare, an SPDX expression.
    declared: String,
    /// What of it applies here, for example the `Apache-2.0` of `MIT OR Apache-2.0`.
    chosen: Vec<String>,
    texts: Vec<Text>,
    /// What it is, for what is not a crate.
    what: Option<String>,
}

fn run(arguments: &[String]) -> Result<(), Error> {
    let check = match arguments {
        [] => false,
        [flag] if flag == "--check" => true,
        _ => return Err(format!("usage: cargo xtask {}", VERB.usage).into()),
    };
    let root = crate::root()?;
    let text = generate(&root)?;
    let path = root.join(OUTPUT);
    if !check {
        return Ok(fs::write(path, text)?);
    }
    let found = fs::read_to_string(path).unwrap_or_default();
    match first_difference(&found, &text) {
        None => Ok(()),
        Some(line) => {
            Err(format!("{OUTPUT} does not match the dependencies, first in line {line}: run `make licences`").into())
        }
    }
}

fn generate(root: &Path) -> Result<String, Error> {
    let policy = Policy::read(&root.join("deny.toml"))?;
    let extras = extras::Extras::read(&root.join("tools/licences-extra.toml"))?;
    let packages = packages(root)?;
    let mut crates = Vec::new();
    for package in &packages {
        crates.push(package.entry(&policy)?);
    }
    let others = extras.entries(root, &packages, &policy)?;
    Ok(render::markdown(&crates, &others, &extras.notes))
}

/// The number of the first line that differs, from 1.
fn first_difference(left: &str, right: &str) -> Option<usize> {
    if left == right {
        return None;
    }
    let same = left.split('\n').zip(right.split('\n'));
    Some(same.take_while(|(left, right)| left == right).count() + 1)
}

#[cfg(test)]
mod tests {
    use super::first_difference;

    #[test]
    fn the_first_different_line_is_named() {
        assert_eq!(first_difference("a\nb\n", "a\nb\n"), None);
        assert_eq!(first_difference("a\nb\n", "a\nc\n"), Some(2));
        assert_eq!(first_difference("", "a\n"), Some(1));
        assert_eq!(first_difference("a\n", "a\nb\n"), Some(2));
    }
}
