//! Lays the list out as Markdown: a table, then every text once with the names of those it belongs to.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::Entry;
use super::texts::{Text, words};

const HEAD: &str = "\
# What taipan contains of others' work

Made by `make licences` from the crates that taipan is built from, for every platform, and from
`tools/licences-extra.toml`. Do not edit it. Where there is a choice of licences, *used under* names the one chosen;
its text is below.
";

/// The whole file.
pub(crate) fn markdown(crates: &[Entry], others: &[Entry], notes: &BTreeMap<String, String>) -> String {
    let mut out = String::from(HEAD);
    if !others.is_empty() {
        out.push_str("\n## Parts that are not crates\n\n");
        out.push_str("| part | version | licence | used under | what it is |\n|---|---|---|---|---|\n");
        for entry in others {
            let what = entry.what.as_deref().unwrap_or_default();
            put(&mut out, format_args!("{} {what} |\n", row(entry)));
        }
    }
    put(&mut out, format_args!("\n## {} crates\n\n", crates.len()));
    out.push_str("| crate | version | licence | used under |\n|---|---|---|---|\n");
    for entry in crates {
        put(&mut out, format_args!("{}\n", row(entry)));
    }
    let all: Vec<&Entry> = others.iter().chain(crates).collect();
    if !notes.is_empty() {
        out.push_str("\n## Notes\n");
        for (id, note) in notes {
            let names = names(all.iter().filter(|entry| entry.chosen.contains(id)));
            put(&mut out, format_args!("\n**{id}** ({names}): {}\n", note.trim()));
        }
    }
    out.push_str("\n## Texts\n");
    for (text, owners) in distinct(&all) {
        let names = names(owners.iter());
        put(&mut out, format_args!("\n### {}\n\nFor {names}.\n\n", text.title));
        put(&mut out, format_args!("```text\n{}\n```\n", text.body));
    }
    out
}

fn put(out: &mut String, text: std::fmt::Arguments<'_>) {
    // Writing into a string cannot err.
    let _ = out.write_fmt(text);
}

fn row(entry: &Entry) -> String {
    let Entry { name, version, declared, chosen, .. } = entry;
    format!("| {name} | {version} | {declared} | {} |", chosen.join(" and "))
}

fn names<'a>(entries: impl Iterator<Item = &'a &'a Entry>) -> String {
    let mut names: Vec<&str> = entries.map(|entry| entry.name.as_str()).collect();
    names.dedup();
    names.join(", ")
}

/// Each text once, by title, in the order of its first owner.
fn distinct<'a>(all: &[&'a Entry]) -> Vec<(&'a Text, Vec<&'a Entry>)> {
    let mut found: BTreeMap<String, usize> = BTreeMap::new();
    let mut groups: Vec<(&Text, Vec<&Entry>)> = Vec::new();
    for entry in all {
        for text in &entry.texts {
            let index = *found.entry(words(&text.body)).or_insert(groups.len());
            match groups.get_mut(index) {
                Some((_, owners)) => owners.push(entry),
                None => groups.push((text, vec![entry])),
            }
        }
    }
    groups.sort_by_key(|(text, _)| &text.title);
    groups
}

#[cfg(test)]
mod tests {
    use super::{Entry, Text, markdown};
    use std::collections::BTreeMap;

    fn entry(name: &str, body: &str) -> Entry {
        Entry {
            name: name.to_owned(),
            version: "1.0.0".to_owned(),
            declared: "MIT OR Zlib".to_owned(),
            chosen: vec!["MIT".to_owned()],
            texts: vec![Text { title: "MIT".to_owned(), body: body.to_owned() }],
            what: None,
        }
    }

    #[test]
    fn a_text_that_two_share_is_there_once() {
        let crates = [entry("ada", "do as you\nlike"), entry("bob", "do as you like"), entry("cy", "don't")];
        let text = markdown(&crates, &[], &BTreeMap::new());
        assert!(text.contains("| ada | 1.0.0 | MIT OR Zlib | MIT |\n"), "{text}");
        assert!(text.contains("### MIT\n\nFor ada, bob.\n\n```text\ndo as you\nlike\n```\n"), "{text}");
        assert!(text.contains("### MIT\n\nFor cy.\n"), "{text}");
        assert_eq!(text.matches("do as you").count(), 1);
    }

    #[test]
    fn a_note_names_whom_it_is_about() {
        let notes = BTreeMap::from([("MIT".to_owned(), "Be kind.".to_owned())]);
        let mut other = entry("clock", "text");
        other.what = Some("the time".to_owned());
        let text = markdown(&[entry("ada", "text")], &[other], &notes);
        assert!(text.contains("**MIT** (clock, ada): Be kind.\n"), "{text}");
        assert!(text.contains("| clock | 1.0.0 | MIT OR Zlib | MIT | the time |\n"), "{text}");
    }
}
