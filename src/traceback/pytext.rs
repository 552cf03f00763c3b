//! What Python means by white space, lines, dedenting and indenting.

/// Whether `str.isspace` holds for the character: Unicode white space, and the four separators that Rust leaves out.
pub(super) fn is_space(c: char) -> bool {
    c.is_whitespace() || ('\x1c'..='\x1f').contains(&c)
}

/// Whether `str.isspace` holds for the text, or the text is empty.
pub(super) fn is_blank(text: &str) -> bool {
    text.chars().all(is_space)
}

fn breaks_line(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\x0b' | '\x0c' | '\x1c'..='\x1e' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// The lines of `str.splitlines(keepends=True)`.
pub(super) fn lines_with_ends(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let (at, c) = rest.char_indices().find(|&(_, c)| breaks_line(c)).unwrap_or((rest.len(), '\0'));
        let end = match c {
            _ if rest.is_empty() => return None,
            _ if at == rest.len() => at,
            '\r' if rest[at..].starts_with("\r\n") => at + 2,
            _ => at + c.len_utf8(),
        };
        let (line, tail) = rest.split_at(end);
        rest = tail;
        Some(line)
    })
}

/// The lines of `str.splitlines()`.
pub(super) fn lines(text: &str) -> impl Iterator<Item = &str> {
    lines_with_ends(text).map(|line| match line.strip_suffix("\r\n") {
        Some(line) => line,
        None => line.strip_suffix(breaks_line).unwrap_or(line),
    })
}

/// `textwrap.dedent`: takes off the tabs and spaces that all lines begin with; white lines become empty.
pub(super) fn dedent(text: &str) -> String {
    let mut margin: Option<&str> = None;
    for line in text.split('\n').filter(|line| !is_blank(line)) {
        let known = margin.unwrap_or(line);
        let shared = known.bytes().zip(line.bytes()).take_while(|&(a, b)| a == b && matches!(a, b' ' | b'\t')).count();
        margin = Some(&known[..shared]);
    }
    let margin = margin.map_or(0, str::len);
    let mut out = String::with_capacity(text.len());
    for (i, line) in text.split('\n').enumerate() {
        if i > 0 {
            out.push('\n');
        }
        if !is_blank(line) {
            out.push_str(&line[margin..]);
        }
    }
    out
}

/// `textwrap.indent` of the lines that `wanted` picks.
pub(super) fn indent(text: &str, prefix: &str, wanted: impl Fn(&str) -> bool) -> String {
    let mut out = String::with_capacity(text.len() + prefix.len());
    for line in lines_with_ends(text) {
        if wanted(line) {
            out.push_str(prefix);
        }
        out.push_str(line);
    }
    out
}

/// The first character boundary at or after `offset`, or the end of the text.
pub(super) fn ceil_boundary(text: &str, offset: usize) -> usize {
    (offset..text.len()).find(|&i| text.is_char_boundary(i)).unwrap_or(text.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_end_where_python_ends_them() {
        let text = "a\r\nb\rc\x0cd\u{2028}e\n\nf";
        assert_eq!(lines(text).collect::<Vec<_>>(), ["a", "b", "c", "d", "e", "", "f"]);
        assert_eq!(lines_with_ends(text).collect::<String>(), text);
        assert_eq!(lines("").count(), 0);
        assert_eq!(lines("\n").collect::<Vec<_>>(), [""]);
    }

    #[test]
    fn dedent_keeps_what_lines_do_not_share() {
        assert_eq!(dedent("  a\n    b\n \n  c"), "a\n  b\n\nc");
        assert_eq!(dedent("\ta\n  b"), "\ta\n  b");
        assert_eq!(dedent(" \t é\n \tx\n"), " é\nx\n");
        assert_eq!(dedent(""), "");
    }

    #[test]
    fn offsets_move_to_the_next_character() {
        assert_eq!(ceil_boundary("aé", 2), 3);
        assert_eq!(ceil_boundary("aé", 1), 1);
        assert_eq!(ceil_boundary("aé", usize::MAX), 3);
    }
}
