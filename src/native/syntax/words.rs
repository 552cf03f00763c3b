//! Corrects what a syntax error says.

use ruff_python_ast::token::TokenKind;

use super::fault::Fault;
use super::marks::{begins_disjunction, ends_bitwise_or, missing_comma};
use super::script::{Script, begins_operand, ends_operand};

const COMPARISON_MEANT: &str = " here. Maybe you meant '==' instead of '='?";
const COMMA_FORGOTTEN: &str = "invalid syntax. Perhaps you forgot a comma?";

pub(super) fn correct(fault: &mut Fault, script: &Script<'_>) {
    if let Some(message) = plain(&fault.message) {
        fault.message = message.to_owned();
    }
    if fault.message.starts_with("unterminated triple-quoted ")
        && let Some((words, _)) = fault.message.split_once(" (detected at line ")
    {
        let last = script.text.strip_suffix('\n').unwrap_or(script.text).split('\n').count();
        fault.message = format!("{words} (detected at line {last})");
    }
    assignment(fault, script);
    foreign(fault, script);
    never_closed(fault, script);
    match fault.message.as_str() {
        "invalid syntax" => {
            let _ = stray_character(fault, script)
                .or_else(|| in_expected(fault, script))
                .or_else(|| colon_expected(fault, script))
                .or_else(|| comma_forgotten(fault, script));
        }
        COMMA_FORGOTTEN => {
            let _ = colon_expected(fault, script).or_else(|| no_comma_forgotten(fault, script));
        }
        "expression cannot contain assignment, perhaps you meant \"==\"?" => {
            let _ = comma_forgotten(fault, script);
        }
        _ => {}
    }
}

/// Messages that differ in words alone.
fn plain(message: &str) -> Option<&'static str> {
    Some(match message {
        "unexpected indentation" => "unexpected indent",
        "expected an imaginary number in complex literal pattern" => "imaginary number required in complex literal",
        "expected a real number in complex literal pattern" => "real number required in complex literal",
        _ => return None,
    })
}

/// The parser's own words, for which CPython has none.
fn foreign(fault: &mut Fault, script: &Script<'_>) -> Option<()> {
    let tokens = script.tokens();
    let at = script.token_at(fault.start(script)?);
    let message = fault.message.as_str();
    let point = if message == "unparenthesized tuple expression cannot be used here" {
        Some(script.forward(at, |kind| kind == TokenKind::Comma))
    } else if message == "trailing comma not allowed without surrounding parentheses" {
        let next = at + usize::from(tokens.get(at)?.kind == TokenKind::Comma);
        let next = tokens.get(next)?;
        if next.kind == TokenKind::Newline {
            fault.mark(next.range.start..next.range.start + 1, script);
            return None;
        }
        Some(script.token_at(next.range.start))
    } else if message == "star import must be the only import" || message == "expected a pattern" {
        Some(at + 1)
    } else if message == "pattern cannot follow a double star pattern" {
        Some(at)
    } else if message.starts_with("Expected one or more names after") {
        if tokens.get(at).is_none_or(|token| token.kind == TokenKind::Newline) {
            return None;
        }
        None
    } else if message.contains('`')
        || message == "expected index or slice expression"
        || message.ends_with("statement must have at least one name")
        || message.ends_with("statement must have at least one target")
        || message.starts_with("expected class, function definition or async")
    {
        None
    } else {
        return None;
    };
    fault.message = String::from("invalid syntax");
    if let Some(token) = point.and_then(|point| tokens.get(point)) {
        fault.mark(token.range.clone(), script);
    }
    Some(())
}

/// An opening bracket is blamed only for what goes wrong on a later line.
fn never_closed(fault: &mut Fault, script: &Script<'_>) -> Option<()> {
    if !fault.message.ends_with("was never closed") {
        return None;
    }
    let token = script.tokens().get(script.token_at(script.first_error()?))?;
    let (line, _) = script.place(token.range.start);
    let is_end = matches!(token.kind, TokenKind::EndOfFile | TokenKind::Newline);
    if is_end || line != fault.line || token.range.start <= fault.start(script)? {
        return None;
    }
    fault.mark(token.range.clone(), script);
    fault.message = String::from("invalid syntax");
    Some(())
}

/// A character outside of strings and comments that no Python has, such as a curly quote.
fn stray_character(fault: &mut Fault, script: &Script<'_>) -> Option<()> {
    let start = fault.start(script)?;
    let mut unknown = script.tokens().iter().filter(|token| token.kind == TokenKind::Unknown);
    let at = unknown.find(|token| token.range.start >= start.saturating_sub(1))?.range.start;
    let character = script.text[at..].chars().next().filter(|c| !c.is_ascii())?;
    fault.mark(at..at + character.len_utf8(), script);
    let code = u32::from(character);
    fault.message = if is_printable(character) {
        format!("invalid character '{character}' (U+{code:04X})")
    } else {
        format!("invalid non-printable character U+{code:04X}")
    };
    Some(())
}

fn is_printable(c: char) -> bool {
    !c.is_whitespace()
        && !c.is_control()
        && !matches!(u32::from(c), 0xad | 0x200b..=0x200f | 0x202a..=0x202e | 0x2060..=0x206f | 0xe000..=0xf8ff | 0xfeff | 0xfff9..=0xfffb)
}

/// Whether a comparison may have been meant by an assignment to what is no target: `f() = 2`, but not `a = f() = 2`.
fn assignment(fault: &mut Fault, script: &Script<'_>) -> Option<()> {
    let target = fault.message.strip_prefix("cannot assign to ")?;
    let target = target.strip_suffix(COMPARISON_MEANT).unwrap_or(target).to_owned();
    let (end_line, end_offset) = (usize::try_from(fault.end_line?).ok()?, usize::try_from(fault.end_offset?).ok()?);
    let (start, end) = (fault.start(script)?, script.byte(end_line, end_offset)?);
    let (first, assign) = (script.token_at(start), script.token_at(end));
    let tokens = script.tokens();
    let is = |index: usize, kind| tokens.get(index).is_some_and(|token| token.kind == kind);
    let is_whole = script.backward(first, begins_disjunction) == first
        && first.checked_sub(1).is_none_or(|before| !is(before, TokenKind::Equal) && !is(before, TokenKind::Comma));
    let after = script.forward(assign + 1, ends_bitwise_or);
    let no_operator = script.forward(first, |kind| ends_bitwise_or(kind) || kind == TokenKind::Lambda) >= assign;
    let meant = is_whole
        && is(assign, TokenKind::Equal)
        && !is(after, TokenKind::Equal)
        && !is(after, TokenKind::ColonEqual)
        && no_operator
        && !matches!(
            target.as_str(),
            "True" | "False" | "None" | "tuple" | "list" | "generator expression" | "__debug__"
        );
    fault.message = format!("cannot assign to {target}{}", if meant { COMPARISON_MEANT } else { "" });
    Some(())
}

/// `[x for x]`.
fn in_expected(fault: &mut Fault, script: &Script<'_>) -> Option<()> {
    let tokens = script.tokens();
    let at = script.token_at(fault.start(script)?);
    let names = script.backward(at, |kind| !matches!(kind, TokenKind::Name | TokenKind::Comma));
    let is_bracketed = script.forward(at, |_| false) == at;
    let follows_for = tokens.get(names.checked_sub(1)?)?.kind == TokenKind::For;
    (names < at && follows_for && is_bracketed).then(|| {
        fault.message = String::from("'in' expected after for-loop variables");
    })
}

/// `else if x:`, `try x:`, `def f() return 1`.
fn colon_expected(fault: &mut Fault, script: &Script<'_>) -> Option<()> {
    let tokens = script.tokens();
    let at = script.token_at(fault.start(script)?);
    let before = tokens.get(at.checked_sub(1)?)?;
    if matches!(before.kind, TokenKind::Else | TokenKind::Try | TokenKind::Finally) {
        let is_clause = before.kind != TokenKind::Else || script.backward(at, |_| false) + 1 == at;
        return is_clause.then(|| fault.message = String::from("expected ':'"));
    }
    let def = (0..at).rev().find(|i| tokens[*i].kind == TokenKind::Def)?;
    let open = def + 2;
    if tokens.get(open)?.kind != TokenKind::Lpar {
        return None;
    }
    let after = script.forward(open + 1, |_| false) + 1;
    let token = tokens.get(after)?;
    let is_here = after == at || after + 1 == at;
    if !is_here || matches!(token.kind, TokenKind::Colon | TokenKind::Rarrow) {
        return None;
    }
    fault.mark(token.range.clone(), script);
    fault.message = String::from("expected ':'");
    Some(())
}

/// Two expressions side by side within brackets.
fn comma_forgotten(fault: &mut Fault, script: &Script<'_>) -> Option<()> {
    let tokens = script.tokens();
    let at = script.token_at(fault.start(script)?);
    let second = (at..at + 4).find(|i| {
        let sides = i.checked_sub(1).and_then(|before| tokens.get(before)).zip(tokens.get(*i));
        sides.is_some_and(|(before, after)| {
            ends_operand(before.kind)
                && begins_operand(after.kind)
                && !(before.kind == TokenKind::String && after.kind == TokenKind::String)
        })
    })?;
    let start = script.backward(second, |_| false);
    let opening = tokens.get(start.checked_sub(1)?)?.kind;
    if !matches!(opening, TokenKind::Lpar | TokenKind::Lsqb | TokenKind::Lbrace) {
        return None;
    }
    fault.mark(tokens[second].range.clone(), script);
    fault.message = String::from(COMMA_FORGOTTEN);
    no_comma_forgotten(fault, script);
    Some(())
}

/// A name before a text is more likely a misspelt prefix than a forgotten comma.
fn no_comma_forgotten(fault: &mut Fault, script: &Script<'_>) -> Option<()> {
    let (first, second) = missing_comma(fault, script)?;
    let tokens = script.tokens();
    if first.checked_sub(1).is_some_and(|before| tokens[before].kind == TokenKind::For) {
        fault.mark(tokens[second].range.clone(), script);
        fault.message = String::from("'in' expected after for-loop variables");
    } else if first + 1 == second && tokens[first].kind == TokenKind::Name && tokens[second].kind == TokenKind::String {
        fault.mark(tokens[second].range.clone(), script);
        fault.message = String::from("invalid syntax");
    }
    Some(())
}
