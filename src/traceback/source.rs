//! The source lines of a frame with the carets under them.

use std::collections::BTreeSet;

use super::Frame;
use super::anchors::{Anchors, anchors, is_obvious};
use super::pytext::{ceil_boundary, dedent, indent, is_blank, is_space, lines};
use super::width::columns;

const INDENT: &str = "    ";

/// The lines below `File "...", line N, in name`, each with its line end. Empty when no source is known.
pub(super) fn block(frame: &Frame) -> String {
    let text = text(frame);
    let dedented = dedent(&text);
    if is_blank(&dedented) {
        return String::new();
    }
    let (Some(column), Some(end_column)) = (frame.column, frame.end_column) else {
        let first = text.split('\n').next().unwrap_or_default().trim_matches(is_space);
        return indent(first, INDENT, |line| !is_blank(line)) + "\n";
    };
    let excerpt = Excerpt::new(frame, &text, &dedented, column, end_column);
    let shown = excerpt.render();
    indent(&dedent(&shown), INDENT, |_| true)
}

/// The lines of the frame's statement, right-trimmed, each with a line end.
fn text(frame: &Frame) -> String {
    let mut text = String::new();
    for line in frame.source.iter().take(frame.height()) {
        text.push_str(line.trim_end_matches(is_space));
        text.push('\n');
    }
    text
}

/// Where carets go in the lines of one statement.
struct Excerpt<'a> {
    lines: Vec<&'a str>,
    /// The byte of the first line where the instruction starts.
    start: usize,
    /// The byte of the last line where it ends.
    end: usize,
    anchors: Option<Anchors>,
    has_carets: bool,
}

impl<'a> Excerpt<'a> {
    fn new(frame: &Frame, text: &str, dedented: &'a str, column: u32, end_column: u32) -> Self {
        let original: Vec<&str> = lines(text).collect();
        let height = frame.height().min(frame.source.len());
        let dedented: Vec<&str> = lines(dedented).take(height).collect();
        let first = original[0];
        let last = original.get(height - 1).or(original.last()).copied().unwrap_or_default();

        let last_dedented = dedented[dedented.len() - 1];
        // In characters, as CPython counts: only the first line tells how much was taken off.
        let margin = length(first).saturating_sub(length(dedented[0]));
        let shifted = |line: &str, column: u32, dedented: &str| {
            let byte = usize::try_from(column).unwrap_or(usize::MAX);
            let before = length(&line[..ceil_boundary(line, byte)]);
            let mut rest = dedented.char_indices().skip(before.saturating_sub(margin));
            rest.next().map_or(dedented.len(), |(at, _)| at)
        };
        let start = shifted(first, column, dedented[0]);
        let end = shifted(last, end_column, last_dedented);

        let joined = dedented.join("\n");
        let segment = joined.get(start..joined.len() - (last_dedented.len() - end));
        let anchors = anchors(segment.unwrap_or_default());
        let mut excerpt = Self { lines: dedented, start, end, anchors, has_carets: false };
        excerpt.has_carets = excerpt.wants_carets();
        excerpt
    }

    /// Whether carets tell more than the lines do.
    fn wants_carets(&self) -> bool {
        let (first, last) = (self.lines[0], self.lines[self.lines.len() - 1]);
        let (before, until) = (&first[..self.start], &last[..self.end]);
        if is_obvious(&self.lines, length(before), length(until)) {
            return false;
        }
        self.anchors.is_some() || !is_blank(before) || !is_blank(&last[self.end..])
    }

    /// The first line, the last one and those around the anchors; a single line between two of them too, more as a count.
    fn render(&self) -> String {
        let last = self.lines.len() - 1;
        let mut significant = BTreeSet::from([0, last]);
        for (line, _) in self.anchors.iter().flat_map(|found| [found.start, found.end]) {
            significant.extend(line.saturating_sub(1)..=(line + 1).min(last));
        }
        let mut out = String::new();
        let mut previous = 0;
        for line in significant {
            match line - previous {
                0 | 1 => {}
                2 => self.push_line(&mut out, line - 1),
                gap => out.push_str(&format!("...<{} lines>...\n", gap - 1)),
            }
            self.push_line(&mut out, line);
            previous = line;
        }
        out
    }

    fn push_line(&self, out: &mut String, line: usize) {
        out.push_str(self.lines[line]);
        out.push('\n');
        if self.has_carets {
            self.push_carets(out, line);
            out.push('\n');
        }
    }

    fn push_carets(&self, out: &mut String, line: usize) {
        let text = self.lines[line];
        let width = if line == self.lines.len() - 1 { columns(text, self.end) } else { columns(text, text.len()) };
        let mut blank = text.chars().take_while(|&c| is_space(c)).count();
        if line == 0 {
            blank = blank.max(columns(text, self.start));
        }
        let pointed = self.anchors.as_ref().map(|found| {
            let start = (found.start.0, self.column_of(found.start));
            let end = (found.end.0, self.column_of(found.end));
            start..end
        });
        out.extend((0..width).map(|column| match &pointed {
            _ if column < blank => ' ',
            Some(range) if !range.contains(&(line, column)) => '~',
            _ => '^',
        }));
    }

    /// The terminal column of a place in the segment.
    fn column_of(&self, (line, byte): (usize, usize)) -> usize {
        let text = self.lines[line.min(self.lines.len() - 1)];
        let byte = byte + if line == 0 { self.start } else { 0 };
        columns(text, ceil_boundary(text, byte))
    }
}

fn length(text: &str) -> usize {
    text.chars().count()
}
