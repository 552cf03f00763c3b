//! Writes results into a document.

use super::blocks::Block;

/// The text with a result below each block, in the place of an earlier one.
pub(super) fn write(text: &str, blocks: &[Block], results: &[String]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut copied = 0;
    for (block, result) in blocks.iter().zip(results) {
        out += &text[copied..block.end];
        copied = block.result_end.unwrap_or(block.end);
        let newline =
            if text[..block.end].ends_with('\r') || line_end(text, block.start) == "\r\n" { "\r\n" } else { "\n" };
        let prefix = prefix(text, block.start);
        if result.is_empty() {
            continue;
        }
        if let Some(fence) = &block.unclosed {
            out += &format!("{newline}{prefix}{fence}");
        }
        for line in result.lines() {
            out += newline;
            out += format!("{prefix}{line}").trim_end();
        }
    }
    out + &text[copied..]
}

/// The line end of the line that a place is in.
fn line_end(text: &str, at: usize) -> &str {
    match text[at..].find('\n') {
        Some(newline) if text[..at + newline].ends_with('\r') => "\r\n",
        _ => "\n",
    }
}

/// What stands before a block on each of its lines: quotes stay, the mark of a list item becomes its indent.
fn prefix(text: &str, start: usize) -> String {
    let line = text[..start].rfind('\n').map_or(0, |newline| newline + 1);
    text[line..start].chars().map(|c| if matches!(c, '>' | '\t') { c } else { ' ' }).collect()
}
