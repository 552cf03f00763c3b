//! A line of the source between its neighbours.

use std::fmt::Write as _;

/// How many lines are shown before the line, and after it.
const NEIGHBOURS: usize = 2;

/// The most that is shown of one line, in characters.
const LINE: usize = 160;

/// The line, counted from 1, marked and between its neighbours; empty where the source has no such line.
pub(super) fn excerpt(source: &str, line: u32) -> String {
    let line = line as usize;
    let lines: Vec<&str> = source.lines().collect();
    if line == 0 || line > lines.len() {
        return String::new();
    }
    let first = line.saturating_sub(NEIGHBOURS).max(1);
    let last = (line + NEIGHBOURS).min(lines.len());
    let width = last.to_string().len();
    let mut text = String::new();
    for number in first..=last {
        let mark = if number == line { '>' } else { ' ' };
        let whole = lines[number - 1];
        let shown: String = whole.chars().take(LINE).collect();
        let more = if shown.len() < whole.len() { " ..." } else { "" };
        let row = format!("{mark} {number:width$} | {shown}{more}");
        let _ = writeln!(text, "{}", row.trim_end());
    }
    text
}

#[cfg(test)]
mod tests {
    use super::excerpt;

    #[test]
    fn neighbours_are_shown() {
        let source: String = (1..=12).map(|n| format!("line{n}\r\n")).collect();
        assert_eq!(excerpt(&source, 1), "> 1 | line1\n  2 | line2\n  3 | line3\n");
        assert_eq!(excerpt(&source, 9), "   7 | line7\n   8 | line8\n>  9 | line9\n  10 | line10\n  11 | line11\n");
        assert_eq!(excerpt(&source, 12), "  10 | line10\n  11 | line11\n> 12 | line12\n");
        assert_eq!((excerpt(&source, 0), excerpt(&source, 13), excerpt("", 1)), Default::default());
        assert_eq!(excerpt("a\n\nb", 1), "> 1 | a\n  2 |\n  3 | b\n");
        assert_eq!(excerpt(&"é".repeat(200), 1), format!("> 1 | {} ...\n", "é".repeat(160)));
    }
}
