//! What the readers of documents share: a block of code and its name.

use std::collections::HashMap;

/// A block of Python in a document.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Block {
    /// The line of the document at which its code begins, counted from 1.
    pub(crate) line: usize,
    /// The heading above it, and which block below that it is.
    pub(crate) name: String,
    /// The code, without the indentation of the block.
    pub(crate) code: String,
    /// The directives before it, as TOML.
    pub(crate) directives: String,
    /// The line at which those begin.
    pub(crate) directives_line: usize,
}

/// What a document holds; or the line at which it breaks off, and why.
pub(crate) type Blocks = Result<Vec<Block>, (usize, String)>;

/// Whether a block of this language is Python.
pub(crate) fn is_python(language: &str) -> bool {
    matches!(language.to_ascii_lowercase().as_str(), "python" | "python3" | "py" | "py3" | "pycon" | "python-repl")
}

/// Whether code is a session with an interpreter.
pub(crate) fn is_session(code: &str) -> bool {
    code.lines().find(|line| !line.trim().is_empty()).is_some_and(|line| line.trim_start().starts_with(">>>"))
}

/// Gives blocks the name of the heading above them and a number.
#[derive(Debug, Default)]
pub(crate) struct Names {
    heading: String,
    used: HashMap<String, usize>,
}

impl Names {
    pub(crate) fn heading(&mut self, text: &str) {
        self.heading = slug(text);
    }

    pub(crate) fn next(&mut self) -> String {
        let heading = if self.heading.is_empty() { "block" } else { &self.heading };
        let number = self.used.entry(heading.to_owned()).or_default();
        *number += 1;
        format!("{heading}-{number}")
    }
}

/// A heading as a word: small letters and digits, with `-` for what is between them.
fn slug(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        if c.is_alphanumeric() || c == '_' {
            out.extend(c.to_lowercase());
        } else if !out.is_empty() && !out.ends_with('-') {
            out.push('-');
        }
    }
    out.trim_end_matches('-').to_owned()
}

/// Directives with each on a line of its own, also if they stand on one with `,` between them.
pub(crate) fn spread(directives: &str) -> String {
    if directives.trim().contains('\n') || !directives.contains(',') {
        return directives.to_owned();
    }
    let table = toml::from_str::<toml::Table>(&format!("all = {{{directives}}}")).ok();
    let all = table.and_then(|mut table| table.remove("all")).and_then(|all| toml::to_string(&all).ok());
    all.unwrap_or_else(|| directives.to_owned())
}

/// Lines without the indentation that the first of them has.
pub(crate) fn dedent(lines: &[&str]) -> String {
    let margin = lines.iter().filter(|line| !line.trim().is_empty()).map(|line| indent(line)).min().unwrap_or(0);
    let mut text = String::new();
    for line in lines {
        text.push_str(line.get(margin..).unwrap_or_default());
        text.push('\n');
    }
    text
}

/// How many spaces a line begins with.
pub(crate) fn indent(line: &str) -> usize {
    line.len() - line.trim_start_matches(' ').len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_are_named_by_their_headings() {
        let mut names = Names::default();
        assert_eq!(names.next(), "block-1");
        names.heading("What's `new`?  (2)");
        assert_eq!([names.next(), names.next()], ["what-s-new-2-1", "what-s-new-2-2"]);
        names.heading("Größe");
        assert_eq!(names.next(), "größe-1");
        names.heading("What's `new`?  (2)");
        assert_eq!(names.next(), "what-s-new-2-3");
    }

    #[test]
    fn directives_may_share_a_line() {
        assert_eq!(spread(" fuel = 7, name = \"a, b\" "), "fuel = 7\nname = \"a, b\"\n");
        assert_eq!(spread(" tags = [\"a\", \"b\"] "), "tags = [\"a\", \"b\"]\n");
        assert_eq!(spread(" fuel = 7"), " fuel = 7");
        assert_eq!(spread(" fuel = 7,, "), " fuel = 7,, ");
    }

    #[test]
    fn indentation_is_taken_off() {
        assert_eq!(dedent(&["  a", "", "    b"]), "a\n\n  b\n");
        assert_eq!(dedent(&["    a", "  b"]), "  a\nb\n");
    }
}
