//! Finds the Python blocks of a document, and the results below them.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, Parser, Tag, TagEnd};

use crate::format::INFO;

/// A fenced block of Python.
#[derive(Debug, PartialEq)]
pub(super) struct Block {
    /// Where its fence stands.
    pub(super) start: usize,
    /// Where its last line ends, before the line end.
    pub(super) end: usize,
    pub(super) code: String,
    /// The characters of its fence, where nothing closes it.
    pub(super) unclosed: Option<String>,
    /// What an earlier run wrote below: up to where it ends, before the line end.
    pub(super) result_end: Option<usize>,
}

/// Any fenced block.
struct Fenced {
    range: Range<usize>,
    info: String,
    code: String,
}

pub(super) fn python(text: &str) -> Vec<Block> {
    let all = fenced(text);
    let mut blocks = Vec::new();
    for (at, fenced) in all.iter().enumerate() {
        let language = fenced.info.split([' ', '\t', ',', '{']).next().unwrap_or_default();
        if !["python", "py", "python3"].iter().any(|name| language.eq_ignore_ascii_case(name)) {
            continue;
        }
        let (end, unclosed) = end(text, fenced);
        let below = all.get(at + 1).filter(|next| {
            let between = text.get(end..next.range.start).unwrap_or("?");
            next.info.trim() == INFO && between.chars().all(|c| c.is_whitespace() || c == '>')
        });
        blocks.push(Block {
            start: fenced.range.start,
            end,
            code: fenced.code.clone(),
            unclosed,
            result_end: below.map(|next| self::end(text, next).0),
        });
    }
    blocks
}

fn fenced(text: &str) -> Vec<Fenced> {
    let mut found = Vec::new();
    let mut open: Option<Fenced> = None;
    for (event, range) in Parser::new(text).into_offset_iter() {
        match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) => {
                open = Some(Fenced { range, info: info.into_string(), code: String::new() });
            }
            Event::Text(part) => {
                if let Some(open) = &mut open {
                    open.code.push_str(&part);
                }
            }
            Event::End(TagEnd::CodeBlock) => found.extend(open.take()),
            _ => {}
        }
    }
    found
}

/// Where a block's last line ends; with the fence that would close it, where none does.
fn end(text: &str, block: &Fenced) -> (usize, Option<String>) {
    let whole = text[block.range.clone()].trim_end_matches(['\n', '\r']);
    let end = block.range.start + whole.len();
    let mark = if whole.starts_with('~') { '~' } else { '`' };
    let length = whole.chars().take_while(|c| *c == mark).count();
    let last = whole.rsplit('\n').next().unwrap_or_default();
    let last = last.trim_start_matches([' ', '\t', '>']).trim_end();
    let closed = whole.contains('\n') && last.chars().all(|c| c == mark) && last.chars().count() >= length;
    (end, (!closed).then(|| mark.to_string().repeat(length)))
}
