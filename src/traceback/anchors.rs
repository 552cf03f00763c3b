//! Which part of an expression failed: the operator, the brackets of a subscript or those of a call.

use ruff_python_ast::{Expr, Stmt};
use ruff_python_parser::parse_module;
use ruff_text_size::{Ranged, TextSize};

use super::nesting::is_flat;
use super::pytext::{is_space, lines};

/// A place in an expression: a line counted from 0, and a byte in it.
pub(super) type Place = (usize, usize);

/// The part to point at, up to but not including `end`; the rest of the expression is underlined.
#[derive(Debug, PartialEq)]
pub(super) struct Anchors {
    pub(super) start: Place,
    pub(super) end: Place,
}

/// What is put around an expression so that it may go over several lines.
const OPENING: &str = "(\n";

/// Finds the part to point at in `segment`, the text of one expression. `None` when it is another kind of expression, no valid one,
/// or nested too deep to be parsed.
pub(super) fn anchors(segment: &str) -> Option<Anchors> {
    let wrapped = format!("{OPENING}{segment}\n)");
    if !is_flat(&wrapped) {
        return None;
    }
    let parsed = parse_module(&wrapped).ok()?;
    let [Stmt::Expr(statement)] = parsed.suite().as_slice() else {
        return None;
    };
    let text = Segment { wrapped: &wrapped, lines: lines(segment).collect() };
    match &*statement.value {
        Expr::BinOp(operation) => text.operator(operation.left.end(), operation.right.start()),
        Expr::Subscript(subscript) => text.brackets(subscript.value.end(), '[', subscript.end()),
        Expr::Call(call) => text.brackets(call.func.end(), '(', call.end()),
        _ => None,
    }
}

struct Segment<'a> {
    wrapped: &'a str,
    lines: Vec<&'a str>,
}

impl Segment<'_> {
    /// One or two characters after the left operand.
    fn operator(&self, left_end: TextSize, right_start: TextSize) -> Option<Anchors> {
        let start = self.find(self.at_character(self.place(left_end)?)?, |c| !is_space(c) && c != ')')?;
        let right = self.place(right_start)?;
        let mut rest = self.lines[start.0][start.1..].chars();
        let mut end = (start.0, start.1 + rest.next()?.len_utf8());
        if let Some(second) = rest.next()
            && (right.0 > end.0 || end.1 < right.1)
            && !is_space(second)
            && !matches!(second, '\\' | '#')
        {
            end.1 += second.len_utf8();
        }
        Some(Anchors { start, end })
    }

    /// From the first `bracket` after what is called or subscripted to the end.
    fn brackets(&self, value_end: TextSize, bracket: char, end: TextSize) -> Option<Anchors> {
        let start = self.find(self.at_character(self.place(value_end)?)?, |c| c == bracket)?;
        Some(Anchors { start, end: self.place(end)? })
    }

    /// Where a byte of the wrapped text is in the segment.
    fn place(&self, offset: TextSize) -> Option<Place> {
        let before = self.wrapped.get(OPENING.len()..offset.to_usize())?;
        let line = before.matches('\n').count();
        let byte = before.len() - before.rfind('\n').map_or(0, |at| at + 1);
        let text = self.lines.get(line)?;
        Some((line, super::pytext::ceil_boundary(text, byte)))
    }

    /// The place itself, or the start of the next line that is not empty when it is past the end of its line.
    fn at_character(&self, (line, byte): Place) -> Option<Place> {
        if byte < self.lines.get(line)?.len() {
            return Some((line, byte));
        }
        let next = line + 1;
        let skipped = self.lines.get(next..)?.iter().position(|text| !text.is_empty())?;
        Some((next + skipped, 0))
    }

    /// The first character from `place` on that is wanted and in no comment.
    fn find(&self, mut place: Place, wanted: impl Fn(char) -> bool) -> Option<Place> {
        loop {
            let (line, byte) = place;
            let c = self.lines[line][byte..].chars().next()?;
            place = match c {
                '\\' | '#' => self.at_character((line, usize::MAX))?,
                _ if wanted(c) => return Some(place),
                _ => self.at_character((line, byte + c.len_utf8()))?,
            };
        }
    }
}

/// Whether carets would say nothing: the failing expression, from `start` (in characters) to `end` (likewise, in the last line), is the
/// whole right side of `return name(...)` or of `name = name(...)`, or the lines hold no code at all.
pub(super) fn is_obvious(lines: &[&str], start: usize, end: usize) -> bool {
    let prefix: String = lines[0].chars().take(start).collect();
    let is_code = |line: &&str| {
        let rest = line.trim_start_matches([' ', '\t']);
        !rest.is_empty() && !rest.starts_with('#')
    };
    if !lines.iter().any(is_code) {
        return true;
    }
    // Only these two statements matter, and a parse of every line costs more than this look.
    if !prefix.contains("return") && !prefix.contains('=') {
        return false;
    }
    let source = lines.join("\n");
    if !is_flat(&source) {
        return false;
    }
    let Ok(parsed) = parse_module(&source) else {
        return false;
    };
    let call = match parsed.suite().first() {
        Some(Stmt::Return(statement)) => match statement.value.as_deref() {
            Some(Expr::Call(call)) if call.func.is_name_expr() => call,
            _ => return false,
        },
        Some(Stmt::Assign(statement)) => match (statement.targets.as_slice(), &*statement.value) {
            ([Expr::Name(_)], Expr::Call(call)) => call,
            _ => return false,
        },
        _ => return false,
    };
    // CPython compares byte columns with character columns here; so the answer is no where the two differ.
    let (first, last) = (call.start().to_usize(), call.end().to_usize());
    let last_line = source.len() - lines[lines.len() - 1].len();
    first == start && first <= lines[0].len() && last.checked_sub(last_line) == Some(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pointed(segment: &str) -> Option<(Place, Place)> {
        anchors(segment).map(|found| (found.start, found.end))
    }

    #[test]
    fn operators() {
        assert_eq!(pointed("a + b"), Some(((0, 2), (0, 3))));
        assert_eq!(pointed("a//b"), Some(((0, 1), (0, 3))));
        assert_eq!(pointed("a - (-b)"), Some(((0, 2), (0, 3))));
        assert_eq!(pointed("( é ) ** (b)"), Some(((0, 7), (0, 9))));
        assert_eq!(pointed("a # +\n  *\n  b"), Some(((1, 2), (1, 3))));
        assert_eq!(pointed("a \\\n << b"), Some(((1, 1), (1, 3))));
    }

    #[test]
    fn an_operator_takes_the_bracket_beside_it_as_in_cpython() {
        assert_eq!(pointed("a-(b)"), Some(((0, 1), (0, 3))));
    }

    #[test]
    fn brackets() {
        assert_eq!(pointed("a[b][c]"), Some(((0, 4), (0, 7))));
        assert_eq!(pointed("(f)(x)"), Some(((0, 3), (0, 6))));
        assert_eq!(pointed("f(\n  x,\n)"), Some(((0, 1), (2, 1))));
        assert_eq!(pointed("f # [(\\\n[0]"), Some(((1, 0), (1, 3))));
    }

    #[test]
    fn other_segments_have_none() {
        for segment in
            ["a.b", "-a", "a and b", "a < b", "raise f(x)", "x += 1", "", ")", "await f()", "f(x) for x in y"]
        {
            assert_eq!(pointed(segment), None, "{segment}");
        }
    }

    #[test]
    fn deep_segments_have_none() {
        assert_eq!(pointed(&format!("{}x", "f() + ".repeat(100_000))), None);
    }

    #[test]
    fn plain_calls_are_obvious() {
        assert!(is_obvious(&["return f(x)"], 7, 11));
        assert!(is_obvious(&["y = f(", "  x)"], 4, 4));
        assert!(is_obvious(&["# moved", ""], 0, 0));
        assert!(!is_obvious(&["return a.f(x)"], 7, 13));
        assert!(!is_obvious(&["return f(x) + 1"], 7, 11));
        assert!(!is_obvious(&["y = z = f(x)"], 8, 12));
        assert!(!is_obvious(&["é = f(x)"], 4, 8));
    }
}
