//! Corrects which part of the source a syntax error points at.

use ruff_python_ast::token::TokenKind;

use super::fault::Fault;
use super::script::{Script, begins_operand, ends_operand};

/// A correction gives up with `None` where the tokens are not what it expects; the error stays as it was.
pub(super) fn correct(fault: &mut Fault, script: &Script<'_>) {
    let message = fault.message.as_str();
    let _ = if message.starts_with("invalid syntax. Maybe you meant '==' or ':='") {
        maybe_comparison(fault, script)
    } else if message.ends_with("invalid syntax. Perhaps you forgot a comma?") {
        missing_comma(fault, script).map(drop)
    } else if message.starts_with("positional argument follows keyword argument") {
        end_of_call(fault, script)
    } else if message.starts_with("iterable argument unpacking follows") {
        from_comma(fault, script)
    } else if message.starts_with("Missing parentheses in call to") {
        rest_of_statement(fault, script)
    } else if message == "expected 'else' after 'if' expression" {
        conditional(fault, script)
    } else if message.starts_with("multiple exception types must be parenthesized") {
        until(TokenKind::Colon, false, fault, script)
    } else if message.ends_with("lambda expressions are not allowed without parentheses") {
        until(TokenKind::Colon, true, fault, script)
    } else if message.starts_with("expression cannot contain assignment") {
        until(TokenKind::Equal, true, fault, script)
    } else if matches!(message, "cannot assign to True" | "cannot assign to False" | "cannot assign to None") {
        keyword_argument(fault, script)
    } else if message.starts_with("did you forget parentheses around the comprehension") {
        until(TokenKind::For, false, fault, script)
    } else if message == "inconsistent use of tabs and spaces in indentation" {
        (fault.offset, fault.end_offset) = (1, Some(2));
        None
    } else if message.starts_with("f-string: expecting '}'") {
        end_of_string(fault, script)
    } else if message == "':' expected after dictionary key" {
        end_of_key(fault, script)
    } else if message == "* argument may appear only once"
        || message.starts_with("dict unpacking cannot be used in dict comp")
    {
        stars(fault, script)
    } else if message == "expected 'except' or 'finally' block" {
        last_line(fault, script)
    } else {
        None
    };
}

fn maybe_comparison(fault: &mut Fault, script: &Script<'_>) -> Option<()> {
    let start = fault.start(script)?;
    let first = script.token_at(start);
    let assign = script.forward(first, |kind| kind == TokenKind::Equal);
    let end = script.forward(assign + 1, ends_bitwise_or);
    fault.mark(start..script.tokens().get(end.checked_sub(1)?)?.range.end, script);
    Some(())
}

/// Marks both expressions and gives the tokens that they begin with.
pub(super) fn missing_comma(fault: &mut Fault, script: &Script<'_>) -> Option<(usize, usize)> {
    let tokens = script.tokens();
    let mut second = script.token_at(fault.start(script)?);
    let mut first = script.backward(second, begins_disjunction);
    if first == second {
        let adjacent = |i: &usize| {
            tokens.get(*i).is_some_and(|token| ends_operand(tokens[*i - 1].kind) && begins_operand(token.kind))
        };
        second = (second + 1..tokens.len()).find(adjacent)?;
        first = script.backward(second, begins_disjunction);
    }
    let end = script.forward(second, ends_expression);
    fault.mark(tokens.get(first)?.range.start..tokens.get(end.checked_sub(1)?)?.range.end, script);
    Some((first, second))
}

fn from_comma(fault: &mut Fault, script: &Script<'_>) -> Option<()> {
    let tokens = script.tokens();
    let star = script.token_at(fault.start(script)?);
    let comma = (0..=star).rev().find(|i| tokens[*i].kind == TokenKind::Comma)?;
    let close = script.forward(star, |_| false);
    fault.mark(tokens[comma].range.start..tokens.get(close.checked_sub(1)?)?.range.end, script);
    Some(())
}

/// In a call, the `=` belongs to it.
fn keyword_argument(fault: &mut Fault, script: &Script<'_>) -> Option<()> {
    let tokens = script.tokens();
    let name = script.token_at(fault.start(script)?);
    let is_argument = matches!(tokens.get(name.checked_sub(1)?)?.kind, TokenKind::Lpar | TokenKind::Comma);
    let assign = tokens.get(name + 1).filter(|token| is_argument && token.kind == TokenKind::Equal)?;
    let closes = tokens.get(script.forward(name, |_| false))?.kind == TokenKind::Rpar;
    closes.then(|| fault.mark(tokens[name].range.start..assign.range.end, script))
}

fn end_of_key(fault: &mut Fault, script: &Script<'_>) -> Option<()> {
    let next = script.token_at(fault.start(script)?);
    let key = script.tokens().get(next.checked_sub(1)?)?;
    ends_operand(key.kind).then(|| fault.mark(key.range.end - 1..key.range.end, script))
}

fn stars(fault: &mut Fault, script: &Script<'_>) -> Option<()> {
    let at = script.token_at(fault.start(script)?);
    let tokens = script.tokens();
    let stars = |token: &&super::script::Token| matches!(token.kind, TokenKind::Star | TokenKind::DoubleStar);
    let star = tokens.get(at..)?.iter().find(stars)?;
    fault.mark(star.range.clone(), script);
    Some(())
}

/// What is missing at the end of the text is missed in its last line, at no column.
fn last_line(fault: &mut Fault, script: &Script<'_>) -> Option<()> {
    let end = script.text.trim_end().len();
    (fault.start(script)? >= end).then(|| {
        fault.mark(end..end, script);
        (fault.offset, fault.end_offset) = (0, Some(0));
    })
}

fn end_of_call(fault: &mut Fault, script: &Script<'_>) -> Option<()> {
    let argument = script.token_at(fault.start(script)?);
    let close = script.tokens().get(script.forward(argument, |_| false))?;
    (close.kind == TokenKind::Rpar).then(|| fault.mark(close.range.clone(), script))
}

fn rest_of_statement(fault: &mut Fault, script: &Script<'_>) -> Option<()> {
    let start = fault.start(script)?;
    let end = script.forward(script.token_at(start), |_| false);
    fault.mark(start..script.tokens().get(end.checked_sub(1)?)?.range.end, script);
    Some(())
}

fn conditional(fault: &mut Fault, script: &Script<'_>) -> Option<()> {
    let tokens = script.tokens();
    let at = script.token_at(fault.start(script)?);
    let end = script.forward(at, ends_expression);
    let start = script.backward(at, |kind| kind != TokenKind::If && begins_disjunction(kind));
    let has_if = tokens.get(start..end)?.iter().any(|token| token.kind == TokenKind::If);
    let range = tokens.get(start)?.range.start..tokens.get(end.checked_sub(1)?)?.range.end;
    has_if.then(|| fault.mark(range, script))
}

/// To the next token of a kind, that one taken in or not.
fn until(kind: TokenKind, is_part: bool, fault: &mut Fault, script: &Script<'_>) -> Option<()> {
    let tokens = script.tokens();
    let start = fault.start(script)?;
    let stop = script.forward(script.token_at(start), |found| found == kind);
    let last = tokens.get(stop)?;
    let end = if is_part { last.range.end } else { tokens.get(stop.checked_sub(1)?)?.range.end };
    (last.kind == kind).then(|| fault.mark(start..end, script))
}

/// CPython notices at the quote that would close the string.
fn end_of_string(fault: &mut Fault, script: &Script<'_>) -> Option<()> {
    let brace = fault.start(script)?;
    let line = script.text[..brace].rfind('\n').map_or(0, |at| at + 1);
    let opening = script.text[line..brace].rfind(['"', '\''])? + line;
    let quote = &script.text[opening..=opening];
    let end = brace + script.text[brace..].split('\n').next()?.find(quote)?;
    fault.mark(end..end + 1, script);
    Some(())
}

/// Whether the token ends an operand of comparisons.
pub(super) fn ends_bitwise_or(kind: TokenKind) -> bool {
    use TokenKind::{
        And, Colon, ColonEqual, Comma, Else, EqEqual, Equal, For, Greater, GreaterEqual, If, In, Is, Less, LessEqual,
        Not, NotEqual, Or,
    };
    matches!(
        kind,
        And | Colon
            | ColonEqual
            | Comma
            | Else
            | EqEqual
            | Equal
            | For
            | Greater
            | GreaterEqual
            | If
            | In
            | Is
            | Less
            | LessEqual
            | Not
            | NotEqual
            | Or
    )
}

fn ends_expression(kind: TokenKind) -> bool {
    use TokenKind::{Async, Colon, ColonEqual, Comma, Equal, For};
    matches!(kind, Async | Colon | ColonEqual | Comma | Equal | For)
}

/// Whether an operand of `and`, `or` and `if` can begin after the token.
pub(super) fn begins_disjunction(kind: TokenKind) -> bool {
    use TokenKind::{
        Assert, Async, Await, Colon, ColonEqual, Comma, Del, DoubleStar, Elif, Else, Equal, For, If, Lambda, Raise,
        Return, Star, While, With, Yield,
    };
    matches!(
        kind,
        Assert
            | Async
            | Await
            | Colon
            | ColonEqual
            | Comma
            | Del
            | DoubleStar
            | Elif
            | Else
            | Equal
            | For
            | If
            | Lambda
            | Raise
            | Return
            | Star
            | While
            | With
            | Yield
    )
}
