//! The text of a syntax error: where it is, its line and the carets below.

use super::SyntaxDetail;
use super::pytext::is_space;

/// The most carets below a line that is empty. Below any other line they end where the line ends.
const MAX_CARETS: usize = 80;

/// `File "...", line N`, when the line is known.
pub(super) fn place(detail: &SyntaxDetail) -> Option<String> {
    let line = detail.line?;
    let file = detail.file.as_deref().filter(|file| !file.is_empty());
    Some(format!("  File \"{}\", line {line}\n", file.unwrap_or("<string>")))
}

/// The file's name in brackets, when only the file is known.
pub(super) fn suffix(detail: &SyntaxDetail) -> String {
    match (&detail.file, detail.line) {
        (Some(file), None) => format!(" ({file})"),
        _ => String::new(),
    }
}

/// The message, or CPython's stand-in for none.
pub(super) fn message(detail: &SyntaxDetail) -> &str {
    if detail.message.is_empty() { "<no detail available>" } else { &detail.message }
}

/// The line of source, `text`, and the one with carets.
pub(super) fn block(detail: &SyntaxDetail, text: &str) -> String {
    let whole = text.trim_end_matches('\n');
    let line = whole.trim_start_matches([' ', '\n', '\x0c']);
    let margin = whole.len() - line.len();
    let mut out = format!("    {line}\n");
    let Some((start, count)) = carets(detail, text, whole) else {
        return out;
    };
    let Some(blank) = usize::try_from(start - 1).ok().and_then(|column| column.checked_sub(margin)) else {
        return out;
    };
    out.push_str("    ");
    // White space is kept as it is, so that tabs line up.
    out.extend(line.chars().take(blank).map(|c| if is_space(c) { c } else { ' ' }));
    out.extend(std::iter::repeat_n('^', count));
    out.push('\n');
    out
}

/// The first character with a caret, counted from 1, and the number of carets. `whole` is `text` without its line end.
fn carets(detail: &SyntaxDetail, text: &str, whole: &str) -> Option<(i64, usize)> {
    let offset = detail.offset?;
    let past_end = length(whole) + 1;
    let end = match detail.end_offset {
        _ if detail.line != detail.end_line => past_end,
        None | Some(0) => offset,
        Some(end) => end,
    };
    let clamp = |offset: i64| {
        let is_outside = !text.is_empty() && offset > length(text);
        if is_outside { past_end } else { offset }
    };
    let (start, end) = (clamp(offset), clamp(end));
    if start < 1 {
        return None;
    }
    let count = usize::try_from(end.saturating_sub(start)).unwrap_or_default().max(1);
    let most = text.chars().count().max(MAX_CARETS);
    Some((start, count.min(most)))
}

fn length(text: &str) -> i64 {
    i64::try_from(text.chars().count()).unwrap_or(i64::MAX)
}
