//! The whole text: the links of a chain one after the other, groups with their members inside a frame of lines.

use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt::{self, Write};
use std::rc::Rc;

use super::pytext::{ceil_boundary, indent};
use super::stack::{Entry, entries};
use super::{
    Frame, Link, MAX_GROUP_DEPTH, MAX_GROUP_WIDTH, MAX_LINKS, MAX_MESSAGE, MAX_SOURCE, Relation, Traceback, source,
    syntax,
};

/// Writes a traceback as CPython would.
pub(super) fn write(traceback: &Traceback, out: &mut dyn Write) -> fmt::Result {
    Printer { out, depth: 0, needs_closing: false, source_left: MAX_SOURCE }.traceback(traceback)
}

struct Printer<'w> {
    out: &'w mut dyn Write,
    /// How many groups the text is in.
    depth: usize,
    /// Whether the line that closes a group is still to be written. The innermost of the groups that end together writes it.
    needs_closing: bool,
    /// Bytes of source that may still be written.
    source_left: usize,
}

impl Printer<'_> {
    /// The recursion through `group` ends at [`MAX_GROUP_DEPTH`].
    fn traceback(&mut self, traceback: &Traceback) -> fmt::Result {
        let links = &traceback.links;
        let left_out = links.len().saturating_sub(MAX_LINKS);
        let kept = links.len() - left_out;
        for (i, link) in links.iter().enumerate() {
            if left_out > 0 && i == kept / 2 {
                self.emit(&format!("\n[{left_out} exceptions left out]\n"))?;
            }
            if left_out > 0 && (kept / 2..kept / 2 + left_out).contains(&i) {
                continue;
            }
            match link.relation {
                _ if i == 0 => {}
                Relation::Start => {}
                Relation::Cause => {
                    self.emit("\nThe above exception was the direct cause of the following exception:\n\n")?
                }
                Relation::Context => {
                    self.emit("\nDuring handling of the above exception, another exception occurred:\n\n")?
                }
            }
            if !link.is_group() {
                self.exception(link, "Traceback (most recent call last):\n", '|')?;
            } else if self.depth > MAX_GROUP_DEPTH {
                self.emit(&format!("... (max_group_depth is {MAX_GROUP_DEPTH})\n"))?;
            } else {
                self.group(link)?;
            }
        }
        Ok(())
    }

    fn group(&mut self, link: &Link) -> fmt::Result {
        let is_outermost = self.depth == 0;
        let margin = if is_outermost { '+' } else { '|' };
        self.depth += usize::from(is_outermost);
        self.exception(link, "Exception Group Traceback (most recent call last):\n", margin)?;

        let total = link.members.len().saturating_add(link.omitted_members);
        let shown = link.members.len().min(MAX_GROUP_WIDTH);
        let blocks = shown + usize::from(shown < total);
        self.needs_closing = false;
        for i in 0..blocks {
            let is_last = i + 1 == blocks;
            self.needs_closing |= is_last;
            let corner = if i == 0 { "+-" } else { "  " };
            let title = if i < shown { (i + 1).to_string() } else { "...".to_owned() };
            self.rule(&format!("{corner}+---------------- {title} ----------------\n"))?;
            self.depth += 1;
            if i < shown {
                self.traceback(&link.members[i])?;
            } else {
                let plural = if total - shown > 1 { "s" } else { "" };
                self.emit(&format!("and {} more exception{plural}\n", total - shown))?;
            }
            if is_last && self.needs_closing {
                self.rule("+------------------------------------\n")?;
                self.needs_closing = false;
            }
            self.depth -= 1;
        }
        self.depth -= usize::from(is_outermost);
        Ok(())
    }

    /// A link's own text, without what came before it and without members.
    fn exception(&mut self, link: &Link, header: &str, margin: char) -> fmt::Result {
        if !link.frames.is_empty() {
            self.emit_with(header, margin)?;
            self.frames(&link.frames)?;
        }
        if let Some(detail) = &link.syntax {
            if let Some(place) = syntax::place(detail) {
                self.emit(&place)?;
            }
            if let Some(text) = &detail.text {
                self.source(text.len(), text.len(), || syntax::block(detail, text))?;
            }
            let message = clipped(syntax::message(detail));
            self.emit(&format!("{}: {message}{}\n", link.type_name, syntax::suffix(detail)))?;
        } else {
            let suggestion = link.suggestion.as_deref().unwrap_or_default();
            if link.message.is_empty() && suggestion.is_empty() {
                self.emit(&format!("{}\n", link.type_name))?;
            } else {
                self.emit(&format!("{}: {}{suggestion}\n", link.type_name, clipped(&link.message)))?;
            }
        }
        for note in &link.notes {
            self.emit(&format!("{}\n", clipped(note)))?;
        }
        Ok(())
    }

    fn frames(&mut self, frames: &[Frame]) -> fmt::Result {
        // Mutual recursion repeats frames without making a run of them.
        let mut blocks: HashMap<&Frame, Rc<str>> = HashMap::new();
        for entry in entries(frames) {
            self.emit(&entry.line())?;
            let Entry::Frame(frame) = entry else { continue };
            let Some(first) = frame.source.first() else {
                continue;
            };
            let known = frame.source.iter().map(String::len).sum();
            self.source(known, first.len(), || {
                let block = blocks.entry(frame).or_insert_with(|| source::block(frame).into());
                Rc::clone(block)
            })?;
        }
        Ok(())
    }

    /// Source and carets, or how many bytes of source are `known` but beyond the bound. `least` is what a block needs at the least.
    fn source<T: AsRef<str>>(&mut self, known: usize, least: usize, block: impl FnOnce() -> T) -> fmt::Result {
        if least < self.source_left {
            let block = block();
            let block = block.as_ref();
            if let Some(left) = self.source_left.checked_sub(block.len()) {
                self.source_left = left;
                return self.emit(block);
            }
            // Another block of this size would be made in vain too.
            self.source_left = least;
        }
        self.emit(&format!("    [{known} bytes of source left out]\n"))
    }

    fn emit(&mut self, text: &str) -> fmt::Result {
        self.emit_with(text, '|')
    }

    /// Writes lines, inside a group each behind the group's margin.
    fn emit_with(&mut self, text: &str, margin: char) -> fmt::Result {
        if self.depth == 0 {
            return self.out.write_str(text);
        }
        let prefix = format!("{}{margin} ", "  ".repeat(self.depth));
        self.out.write_str(&indent(text, &prefix, |_| true))
    }

    /// Writes a line of a group's frame.
    fn rule(&mut self, text: &str) -> fmt::Result {
        write!(self.out, "{}{text}", "  ".repeat(self.depth))
    }
}

/// The message, or its first [`MAX_MESSAGE`] bytes and how much is missing.
fn clipped(message: &str) -> Cow<'_, str> {
    if message.len() <= MAX_MESSAGE {
        return Cow::Borrowed(message);
    }
    let end = ceil_boundary(message, MAX_MESSAGE);
    Cow::Owned(format!("{} [{} bytes left out]", &message[..end], message.len() - end))
}
