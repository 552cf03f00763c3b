//! The blocks of Python in a reStructuredText document.

use super::blocks::{Block, Names, dedent, indent, is_python};

/// What a comment begins with that holds the directives of the next block.
const COMMENT: &str = ".. taipan:";

/// The blocks of the directives `code-block`, `code`, `sourcecode` and `testcode` that hold programs. Sessions are left out:
/// those of a document are one case.
pub(crate) fn blocks(text: &str) -> Vec<Block> {
    let lines: Vec<&str> = text.lines().collect();
    let (mut blocks, mut names) = (Vec::new(), Names::default());
    let (mut directives, mut directives_line) = (String::new(), 0);
    let mut at = 0;
    while at < lines.len() {
        let line = lines[at].trim_end();
        at += 1;
        if let Some(rest) = line.trim_start().strip_prefix(COMMENT) {
            rest.clone_into(&mut directives);
            directives_line = at;
            continue;
        }
        if is_python_directive(line) {
            let (code, first, next) = body(&lines, at, indent(line));
            at = next;
            if !code.is_empty() && !super::blocks::is_session(&dedent(&code)) {
                blocks.push(Block {
                    line: first + 1,
                    name: names.next(),
                    code: dedent(&code),
                    directives: std::mem::take(&mut directives),
                    directives_line,
                });
            }
            directives.clear();
        } else if lines.get(at).is_some_and(|under| is_underline(under, line)) {
            names.heading(line);
        } else if !line.trim().is_empty() {
            directives.clear();
        }
    }
    blocks
}

fn is_python_directive(line: &str) -> bool {
    let Some((name, argument)) = line.trim_start().strip_prefix(".. ").and_then(|rest| rest.split_once("::")) else {
        return false;
    };
    match name {
        "code-block" | "code" | "sourcecode" => is_python(argument.trim()),
        "testcode" => true,
        _ => false,
    }
}

/// A heading's second line is at least as long as the first and of one mark.
fn is_underline(under: &str, title: &str) -> bool {
    let under = under.trim_end();
    let mark = under.chars().next().unwrap_or(' ');
    !title.trim().is_empty()
        && under.len() >= title.trim_end().chars().count().max(3)
        && "=-`:.'\"~^_*+#".contains(mark)
        && under.chars().all(|c| c == mark)
        && title.chars().any(char::is_alphanumeric)
}

/// The lines of a directive's body without its options, the index of the first, and that of the line behind them.
fn body<'a>(lines: &[&'a str], from: usize, margin: usize) -> (Vec<&'a str>, usize, usize) {
    let inside = |line: &&str| line.trim().is_empty() || indent(line) > margin;
    let end = from + lines[from..].iter().take_while(|line| inside(line)).count();
    let mut first = from;
    while first < end && lines[first].trim_start().starts_with(':') {
        first += 1;
    }
    while first < end && lines[first].trim().is_empty() {
        first += 1;
    }
    let mut last = end;
    while last > first && lines[last - 1].trim().is_empty() {
        last -= 1;
    }
    (lines[first..last].to_vec(), first, end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn directives_hold_programs() {
        let text = "Top\n===\n\n.. code-block:: python\n   :caption: x\n\n   a = 1\n\n   b\n\nText.\n\n.. code:: rust\n\n   c\n\n\
                    .. taipan: fuel = 7\n.. testcode::\n\n  d\n\n.. code-block:: python\n\n   >>> e\n";
        let blocks = blocks(text);
        let found: Vec<_> = blocks.iter().map(|b| (b.line, b.name.as_str(), b.code.as_str())).collect();
        assert_eq!(found, [(7, "top-1", "a = 1\n\nb\n"), (20, "top-2", "d\n")]);
        assert_eq!((blocks[1].directives.as_str(), blocks[1].directives_line), (" fuel = 7", 17));
        assert_eq!(blocks[0].directives, "");
    }
}
