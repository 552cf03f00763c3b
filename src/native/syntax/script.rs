//! The source that a syntax error is in: its lines and, when they are asked for, its tokens.

use std::cell::OnceCell;
use std::ops::Range;

use ruff_python_ast::token::TokenKind;
use ruff_python_parser::{Mode, ParseOptions, parse_unchecked};
use ruff_text_size::Ranged;

/// The largest text that is lexed again for a better place of an error, in bytes.
const MAX_LEXED: usize = 1 << 20;

/// A token and where it is, in bytes.
#[derive(Clone, Debug)]
pub(super) struct Token {
    pub(super) kind: TokenKind,
    pub(super) range: Range<usize>,
}

/// Source text with what corrections ask of it.
pub(super) struct Script<'a> {
    pub(super) text: &'a str,
    starts: Vec<usize>,
    parsed: OnceCell<(Vec<Token>, Option<usize>)>,
}

impl<'a> Script<'a> {
    pub(super) fn new(text: &'a str) -> Script<'a> {
        let starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Script { text, starts, parsed: OnceCell::new() }
    }

    /// A line without its end, counted from 1.
    pub(super) fn line(&self, line: usize) -> Option<&'a str> {
        let start = *self.starts.get(line.checked_sub(1)?)?;
        self.text[start..].split('\n').next()
    }

    /// The byte of a character of a line, both counted from 1; at most the line's end.
    pub(super) fn byte(&self, line: usize, offset: usize) -> Option<usize> {
        let text = self.line(line)?;
        let within = text.char_indices().nth(offset.checked_sub(1)?).map_or(text.len(), |(at, _)| at);
        Some(self.starts[line - 1] + within)
    }

    /// The line and the character that a byte is at, counted from 1.
    pub(super) fn place(&self, byte: usize) -> (i64, i64) {
        let line = self.starts.partition_point(|start| *start <= byte);
        let before = self.text.get(self.starts[line - 1]..byte).unwrap_or_default();
        (line as i64, before.chars().count() as i64 + 1)
    }

    /// The tokens, comments and blank line ends left out.
    pub(super) fn tokens(&self) -> &[Token] {
        &self.parsed().0
    }

    /// The byte at which the parser first fails.
    pub(super) fn first_error(&self) -> Option<usize> {
        self.parsed().1
    }

    fn parsed(&self) -> &(Vec<Token>, Option<usize>) {
        self.parsed.get_or_init(|| {
            // The guard against deep nesting has let the text pass, so it can be parsed.
            if self.text.len() > MAX_LEXED {
                return (Vec::new(), None);
            }
            let parsed = parse_unchecked(self.text, ParseOptions::from(Mode::Module));
            let all = parsed.tokens().iter();
            let tokens = all
                .filter(|token| !matches!(token.kind(), TokenKind::Comment | TokenKind::NonLogicalNewline))
                .map(|token| Token {
                    kind: token.kind(),
                    range: token.range().start().to_usize()..token.range().end().to_usize(),
                });
            (tokens.collect(), parsed.errors().first().map(|error| error.location.start().to_usize()))
        })
    }

    /// The index of the first token that ends after a byte.
    pub(super) fn token_at(&self, byte: usize) -> usize {
        self.tokens().partition_point(|token| token.range.end <= byte)
    }

    /// The index of the first token from `from` on, outside of brackets that open after it, for which `stop` holds or
    /// that closes a bracket opened before it.
    pub(super) fn forward(&self, from: usize, stop: impl Fn(TokenKind) -> bool) -> usize {
        let tokens = self.tokens();
        let mut depth = 0_usize;
        for (i, token) in tokens.iter().enumerate().skip(from) {
            if is_opening(token.kind) {
                depth += 1;
            } else if is_closing(token.kind) {
                if depth == 0 {
                    return i;
                }
                depth -= 1;
            } else if depth == 0 && (stop(token.kind) || is_line_end(token.kind)) {
                return i;
            }
        }
        tokens.len()
    }

    /// The index of the first token of the run that ends before `before` and has, outside of brackets, no token for
    /// which `stop` holds.
    pub(super) fn backward(&self, before: usize, stop: impl Fn(TokenKind) -> bool) -> usize {
        let tokens = self.tokens();
        let mut depth = 0_usize;
        for i in (0..before.min(tokens.len())).rev() {
            let kind = tokens[i].kind;
            if is_closing(kind) {
                depth += 1;
            } else if is_opening(kind) {
                if depth == 0 {
                    return i + 1;
                }
                depth -= 1;
            } else if depth == 0 && (stop(kind) || is_line_end(kind)) {
                return i + 1;
            }
        }
        0
    }
}

/// Whether an expression may end with the token.
pub(super) fn ends_operand(kind: TokenKind) -> bool {
    use TokenKind::{Complex, Ellipsis, FStringEnd, False, Float, Int, Name, None, Rbrace, Rpar, Rsqb, String, True};
    matches!(
        kind,
        Complex | Ellipsis | FStringEnd | False | Float | Int | Name | None | Rbrace | Rpar | Rsqb | String | True
    )
}

/// Whether the token can only be the start of another expression when it follows one.
pub(super) fn begins_operand(kind: TokenKind) -> bool {
    use TokenKind::{
        Complex, Ellipsis, FStringStart, False, Float, Int, Lambda, Lbrace, Name, None, String, Tilde, True,
    };
    matches!(
        kind,
        Complex | Ellipsis | FStringStart | False | Float | Int | Lambda | Lbrace | Name | None | String | Tilde | True
    )
}

fn is_opening(kind: TokenKind) -> bool {
    matches!(kind, TokenKind::Lpar | TokenKind::Lsqb | TokenKind::Lbrace | TokenKind::FStringStart)
}

fn is_closing(kind: TokenKind) -> bool {
    matches!(kind, TokenKind::Rpar | TokenKind::Rsqb | TokenKind::Rbrace | TokenKind::FStringEnd)
}

fn is_line_end(kind: TokenKind) -> bool {
    use TokenKind::{Dedent, EndOfFile, Indent, Newline, Semi};
    matches!(kind, Newline | Semi | EndOfFile | Indent | Dedent)
}
