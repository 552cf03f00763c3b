//! Whether source is flat enough to be parsed: parsing and dropping a syntax tree both recurse.

use ruff_python_ast::token::TokenKind;
use ruff_python_parser::{Mode, lexer};

/// CPython's own bound on brackets within brackets.
const MAX_BRACKETS: usize = 200;

/// The most levels that a syntax tree may have; a level takes about 300 bytes of stack to drop.
const MAX_LEVELS: usize = 1000;

/// What an open bracket holds so far.
#[derive(Default)]
struct Level {
    /// Tokens since the last comma that can put one node below another.
    run: usize,
    /// The part of them that a comma does not end: a lambda's parameters have commas too.
    lambdas: usize,
}

/// Whether the tree of `source` stays within the bounds. It may say no to a tree that would; it never says yes to one that would not.
pub(crate) fn is_flat(source: &str) -> bool {
    let mut lexer = lexer::lex(source, Mode::Module);
    let mut open = vec![Level::default()];
    let mut total = 0;
    loop {
        let token = lexer.next_token();
        match token {
            TokenKind::EndOfFile => return true,
            TokenKind::Lpar
            | TokenKind::Lsqb
            | TokenKind::Lbrace
            | TokenKind::Indent
            | TokenKind::FStringStart
            | TokenKind::TStringStart => {
                open.push(Level::default());
                total += 1;
            }
            TokenKind::Rpar
            | TokenKind::Rsqb
            | TokenKind::Rbrace
            | TokenKind::Dedent
            | TokenKind::FStringEnd
            | TokenKind::TStringEnd => {
                if open.len() > 1 {
                    total -= 1 + open.pop().map_or(0, |level| level.run);
                }
                // A call or subscript puts what came before it one level deeper.
                total += 1;
                if let Some(level) = open.last_mut() {
                    level.run += 1;
                }
            }
            _ => {
                if let Some(level) = open.last_mut() {
                    match token {
                        TokenKind::Comma => {
                            total -= level.run - level.lambdas;
                            level.run = level.lambdas;
                        }
                        TokenKind::Newline | TokenKind::Semi => {
                            total -= level.run;
                            *level = Level::default();
                        }
                        TokenKind::Lambda => {
                            total += 1;
                            level.run += 1;
                            level.lambdas += 1;
                        }
                        _ if nests(token) => {
                            total += 1;
                            level.run += 1;
                        }
                        _ => {}
                    }
                }
            }
        }
        if open.len() > MAX_BRACKETS || total > MAX_LEVELS {
            return false;
        }
    }
}

/// Whether a token other than a bracket can put one node below another.
fn nests(token: TokenKind) -> bool {
    !matches!(
        token,
        TokenKind::Name
            | TokenKind::Int
            | TokenKind::Float
            | TokenKind::Complex
            | TokenKind::String
            | TokenKind::FStringMiddle
            | TokenKind::TStringMiddle
            | TokenKind::Comment
            | TokenKind::NonLogicalNewline
            | TokenKind::True
            | TokenKind::False
            | TokenKind::None
            | TokenKind::Ellipsis
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn siblings_do_not_count() {
        assert!(is_flat(&format!("f({})", "(-1, not x), a.b[c], ".repeat(5000))));
        assert!(is_flat(&"x = f(1) + 2; y = 3\n".repeat(5000)));
        assert!(is_flat(&"\"(((((\"\n".repeat(5000)));
    }

    #[test]
    fn every_kind_of_nesting_counts() {
        for (before, after) in [
            ("(", ")"),
            ("[", "]"),
            ("{1:", "}"),
            ("f(", ")"),
            ("f[1:", "]"),
            ("-", ""),
            ("not ", ""),
            ("await ", ""),
            ("lambda:", ""),
            ("lambda a, b: ", ""),
            ("lambda a=1, b=", ""),
            ("1 if 1 else ", ""),
            ("1**", ""),
            ("1+", ""),
            ("a.", ""),
            ("()", ""),
            ("f\"{", "}\""),
            ("[1 for x in ", "]"),
            ("(x:=", ")"),
            ("(yield ", ")"),
            ("(\")\"+", ")"),
        ] {
            let source = format!("{}1{}", before.repeat(1100), after.repeat(1100));
            assert!(!is_flat(&source), "{before}");
        }
    }

    #[test]
    fn the_bounds_leave_room() {
        assert!(is_flat(&format!("{}1{}", "(".repeat(190), ")".repeat(190))));
        assert!(is_flat(&format!("1{}", " + 1".repeat(900))));
    }
}
