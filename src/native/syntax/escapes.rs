//! The errors of escapes in text literals, which CPython gives in the words of its codec.

use ruff_python_ast::token::TokenKind;

use super::fault::Fault;
use super::script::Script;

pub(super) fn correct(fault: &mut Fault, script: &Script<'_>) {
    if fault.message.starts_with("(unicode error)") || fault.message.starts_with("(value error)") {
        if let Some(start) = fault.start(script)
            && let Some(token) = script.tokens().get(script.token_at(start)).filter(|t| t.kind == TokenKind::String)
        {
            fault.mark(token.range.clone(), script);
        }
        return;
    }
    if !matches!(fault.message.as_str(), "got unexpected unicode" | "invalid unicode escape" | "unicode error") {
        return;
    }
    let Some(start) = fault.start(script) else { return };
    let line = script.text[..start].rfind('\n').map_or(0, |at| at + 1);
    let of_line = script.tokens().iter().skip_while(|token| token.range.end <= line);
    let broken =
        of_line.filter(|token| matches!(token.kind, TokenKind::String | TokenKind::Unknown)).find_map(|token| {
            let literal = &script.text[token.range.clone()];
            let opening = literal.find(['"', '\''])?;
            if literal[..opening].contains(['r', 'R']) {
                return None;
            }
            let is_bytes = literal[..opening].contains(['b', 'B']);
            let body = body(&literal[opening..]);
            let text = if is_bytes { in_bytes(body) } else { in_text(body) };
            text.map(|text| (token.range.clone(), text))
        });
    if let Some((range, text)) = broken {
        fault.mark(range, script);
        fault.message = text;
    }
}

/// What is between the quotes.
fn body(literal: &str) -> &str {
    for quotes in ["\"\"\"", "'''", "\"", "'"] {
        if let Some(rest) = literal.strip_prefix(quotes) {
            return rest.strip_suffix(quotes).unwrap_or(rest);
        }
    }
    literal
}

/// The first bad escape of a text, in the codec's words. Positions count as the codec does, for which each character
/// beyond ASCII is an escape of ten bytes.
fn in_text(body: &str) -> Option<String> {
    let mut position = 0;
    let mut rest = body;
    while let Some(c) = rest.chars().next() {
        if c != '\\' {
            position += if c.is_ascii() { 1 } else { 10 };
            rest = &rest[c.len_utf8()..];
            continue;
        }
        let kind = rest[1..].chars().next()?;
        if kind == 'N'
            && let Some(end) = rest.find('}')
        {
            // The lexer refused one of the names, and only one with a fault that is not found here is left.
            return Some(format!(
                "(unicode error) 'unicodeescape' codec can't decode bytes in position {position}-{}: unknown Unicode character name",
                position + end
            ));
        }
        let digits = match kind {
            'x' => 2,
            'u' => 4,
            'U' => 8,
            _ => {
                position += if kind.is_ascii() { 2 } else { 11 };
                rest = &rest[1 + kind.len_utf8()..];
                continue;
            }
        };
        let found = rest[2..].chars().take(digits).take_while(char::is_ascii_hexdigit).count();
        let last = position + 1 + found;
        let reason = if found < digits {
            format!("truncated \\{kind}{} escape", "X".repeat(digits))
        } else if kind == 'U' && u32::from_str_radix(&rest[2..10], 16).is_ok_and(|point| point > 0x10_ffff) {
            String::from("illegal Unicode character")
        } else {
            position += 2 + digits;
            rest = &rest[2 + digits..];
            continue;
        };
        return Some(format!(
            "(unicode error) 'unicodeescape' codec can't decode bytes in position {position}-{last}: {reason}"
        ));
    }
    None
}

fn in_bytes(body: &str) -> Option<String> {
    let mut at = 0;
    while let Some(escape) = body[at..].find('\\').map(|found| at + found) {
        let rest = &body[escape + 1..];
        if rest.starts_with('x') && rest[1..].chars().take(2).filter(char::is_ascii_hexdigit).count() < 2 {
            return Some(format!("(value error) invalid \\x escape at position {escape}"));
        }
        at = escape + 1 + rest.chars().next()?.len_utf8();
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_are_the_codec_s() {
        let error = |range, reason| {
            Some(format!("(unicode error) 'unicodeescape' codec can't decode bytes in position {range}: {reason}"))
        };
        assert_eq!(in_text(r"C:\Users\ann"), error("2-3", r"truncated \UXXXXXXXX escape"));
        assert_eq!(in_text(r"a\n\x4"), error("3-5", r"truncated \xXX escape"));
        assert_eq!(in_text(r"é\u12"), error("10-13", r"truncated \uXXXX escape"));
        assert_eq!(in_text(r"\U00110000"), error("0-9", "illegal Unicode character"));
        assert_eq!(in_text(r"\\x \u00e9 \d"), None);
        assert_eq!(in_bytes(r"ab\xg0"), Some(r"(value error) invalid \x escape at position 2".into()));
    }
}
