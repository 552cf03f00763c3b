//! The blocks of Python in a Markdown document.

use super::blocks::{Block, Blocks, Names, dedent, indent, is_python};

/// What a comment begins with that holds the directives of the next block.
const COMMENT: &str = "<!-- taipan:";

/// The fenced blocks whose first word says Python.
///
/// `<!-- taipan: skip = "why" -->` before a block holds its directives.
pub(crate) fn blocks(text: &str) -> Blocks {
    let lines: Vec<&str> = text.lines().collect();
    let (mut blocks, mut names) = (Vec::new(), Names::default());
    let (mut directives, mut directives_line) = (String::new(), 0);
    let mut at = 0;
    while at < lines.len() {
        let line = lines[at];
        let begun = at + 1;
        at += 1;
        if let Some(fence) = Fence::open(line) {
            let close = lines[at..].iter().position(|line| fence.closes(line));
            let python = is_python(fence.language);
            let Some(close) = close else {
                return if python { Err((begun, String::from("this block is not closed"))) } else { Ok(blocks) };
            };
            if python {
                let inside: Vec<&str> =
                    lines[at..at + close].iter().map(|line| &line[indent(line).min(fence.indent)..]).collect();
                blocks.push(Block {
                    line: begun + 1,
                    name: names.next(),
                    code: dedent(&inside),
                    directives: std::mem::take(&mut directives),
                    directives_line,
                });
            }
            directives.clear();
            at += close + 1;
        } else if let Some(rest) = line.trim_start().strip_prefix(COMMENT) {
            directives_line = begun;
            let mut part = rest;
            while !part.contains("-->") {
                directives.push_str(part);
                directives.push('\n');
                let Some(next) = lines.get(at) else {
                    return Err((begun, String::from("this comment is not closed")));
                };
                part = next;
                at += 1;
            }
            directives.push_str(part.split("-->").next().unwrap_or_default());
        } else if indent(line) < 4 && line.trim_start().starts_with('#') {
            let hashes = line.trim_start();
            let text = hashes.trim_start_matches('#');
            if text.starts_with([' ', '\t']) && hashes.len() - text.len() <= 6 {
                names.heading(text.trim().trim_end_matches('#'));
            }
        } else if !line.trim().is_empty() {
            directives.clear();
        }
    }
    Ok(blocks)
}

/// The line that opens a block.
struct Fence<'a> {
    mark: char,
    length: usize,
    indent: usize,
    language: &'a str,
}

impl Fence<'_> {
    fn open(line: &str) -> Option<Fence<'_>> {
        let rest = line.trim_start_matches(' ');
        let mark = rest.chars().next().filter(|mark| matches!(mark, '`' | '~'))?;
        let info = rest.trim_start_matches(mark);
        let length = rest.len() - info.len();
        if length < 3 || (mark == '`' && info.contains('`')) {
            return None;
        }
        let word = info.trim_start().trim_start_matches(['{', '.']);
        let end = word.find(|c: char| c.is_whitespace() || ",}{:".contains(c)).unwrap_or(word.len());
        Some(Fence { mark, length, indent: indent(line), language: &word[..end] })
    }

    fn closes(&self, line: &str) -> bool {
        let rest = line.trim();
        rest.len() >= self.length && rest.chars().all(|c| c == self.mark)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(text: &str) -> Vec<(usize, String, String)> {
        blocks(text).unwrap().into_iter().map(|block| (block.line, block.name, block.code)).collect()
    }

    #[test]
    fn fences_of_every_kind() {
        let text =
            "# Top\n\n```python\na\n```\n\n```rust\nb\n```\n- item\n\n  ~~~~ {.py title=x}\n  c\n  ~~~\n  ~~~~\n";
        assert_eq!(codes(text), [(4, "top-1".into(), "a\n".into()), (13, "top-2".into(), "c\n~~~\n".into())]);
        assert_eq!(codes("```python,ignore\n# Not a heading\n```\n\n```\n```python\n```\n").len(), 1);
        assert_eq!(codes("no ```python``` here\n"), []);
    }

    #[test]
    fn comments_hold_the_directives_of_the_next_block() {
        let text = "<!-- taipan: skip = \"why\" -->\n\n```py\na\n```\n```py\nb\n```\n<!-- taipan:\nfuel = 7\nseed = 1\n-->\n```py\nc\n```\n\
                    <!-- taipan: fuel = 1 -->\nwords\n```py\nd\n```\n";
        let blocks = blocks(text).unwrap();
        let found: Vec<_> = blocks.iter().map(|b| (b.directives.as_str(), b.directives_line)).collect();
        assert_eq!(found[0], (" skip = \"why\" ", 1));
        assert_eq!(found[1].0, "");
        assert_eq!(found[2], ("\nfuel = 7\nseed = 1\n", 9));
        assert_eq!(found[3].0, "");
    }

    #[test]
    fn what_is_not_closed_is_placed() {
        assert_eq!(blocks("a\n```python\nb\n"), Err((2, "this block is not closed".into())));
        assert_eq!(blocks("<!-- taipan: a\n"), Err((1, "this comment is not closed".into())));
        assert_eq!(blocks("```text\nb\n"), Ok(Vec::new()));
    }
}
