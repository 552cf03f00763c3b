//! Whether a text that is typed line by line goes on.

use ruff_python_ast::Stmt;
use ruff_python_ast::token::TokenKind;
use ruff_python_parser::{
    InterpolatedStringErrorType, LexicalErrorType, Mode, ParseErrorType, ParseOptions, parse_unchecked,
};
use ruff_text_size::{Ranged, TextSize};

use super::parse::too_deep;

/// What becomes of a text whose last line has been typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Typed {
    /// It is whole, or wrong: a run says which.
    Whole,
    /// A block is open, which an empty line ends.
    Block,
    /// A bracket, a string or a backslash at the end of a line is open.
    Open,
}

/// The parser's words where a block is missing at the end of a text, as they begin.
const WANTS_A_BLOCK: [&str; 3] = [
    "Expected an indented block after",
    "Expected class, function definition or async function definition after decorator",
    "Expected `except` or `finally` after `try` block",
];

/// What becomes of a text, without the newline that ends its last line.
pub(crate) fn typed(text: &str) -> Typed {
    if text.contains('\0') || too_deep(text) {
        return Typed::Whole;
    }
    let parsed = parse_unchecked(text, ParseOptions::from(Mode::Module));
    let block = if text.is_empty() || text.ends_with('\n') { Typed::Whole } else { Typed::Block };
    let Some(first) = parsed.errors().first() else {
        return match parsed.syntax() {
            ruff_python_ast::Mod::Module(module) if module.body.last().is_some_and(is_compound) => block,
            _ => Typed::Whole,
        };
    };
    let innermost_is_triple = || {
        let mut open = Vec::new();
        for token in parsed.tokens() {
            match token.kind() {
                TokenKind::FStringStart | TokenKind::TStringStart => open.push(token.is_triple_quoted_string()),
                TokenKind::FStringEnd | TokenKind::TStringEnd => drop(open.pop()),
                _ => {}
            }
        }
        open.last() == Some(&true)
    };
    let goes_on = match &first.error {
        ParseErrorType::Lexical(LexicalErrorType::Eof) => true,
        ParseErrorType::Lexical(LexicalErrorType::LineContinuationError) => ends_in_backslash(text),
        ParseErrorType::Lexical(LexicalErrorType::UnclosedStringError) => {
            let string = &text[usize::from(first.location.start())..];
            let quotes = string.trim_start_matches(|c: char| c.is_ascii_alphabetic());
            quotes.starts_with("'''") || quotes.starts_with("\"\"\"") || ends_in_backslash(text)
        }
        ParseErrorType::Lexical(LexicalErrorType::FStringError(error) | LexicalErrorType::TStringError(error)) => {
            match error {
                InterpolatedStringErrorType::UnterminatedTripleQuotedString => true,
                InterpolatedStringErrorType::UnterminatedString => innermost_is_triple() || ends_in_backslash(text),
                _ => false,
            }
        }
        _ => false,
    };
    if goes_on {
        return Typed::Open;
    }
    let is_after =
        |start: TextSize| parsed.tokens().iter().all(|token| token.start() <= start || is_layout(token.kind()));
    match &first.error {
        ParseErrorType::OtherError(words)
            if WANTS_A_BLOCK.iter().any(|wants| words.starts_with(wants)) && is_after(first.location.start()) =>
        {
            block
        }
        _ => Typed::Whole,
    }
}

/// Whether the newline after a text is none to Python.
fn ends_in_backslash(text: &str) -> bool {
    text.bytes().rev().take_while(|byte| *byte == b'\\').count() % 2 == 1
}

fn is_compound(statement: &Stmt) -> bool {
    matches!(
        statement,
        Stmt::FunctionDef(_)
            | Stmt::ClassDef(_)
            | Stmt::For(_)
            | Stmt::While(_)
            | Stmt::If(_)
            | Stmt::With(_)
            | Stmt::Match(_)
            | Stmt::Try(_)
    )
}

/// Whether a token is nothing but space, comments and the ends of lines.
fn is_layout(kind: TokenKind) -> bool {
    matches!(
        kind,
        TokenKind::Newline
            | TokenKind::NonLogicalNewline
            | TokenKind::Comment
            | TokenKind::Indent
            | TokenKind::Dedent
            | TokenKind::EndOfFile
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_open_goes_on() {
        for text in [
            "x = (1,",
            "x = (1,\n",
            "foo(a,\n  b",
            "x = {'a':",
            "def f(a,",
            "'''abc",
            "x = \"\"\"a\nb",
            "rb'''abc",
            "x = f'''abc {a}",
            "f'''{x",
            "f'''{(",
            "t'''{a",
            "x = 1 + \\",
            "x = 'a\\",
            "class A:\n    '''doc",
            "class A:\n    '''doc\n",
            "print('a'",
            "x = [\n# c\n",
            "if (a and",
            "f'a\\",
        ] {
            assert_eq!(typed(text), Typed::Open, "{text:?}");
        }
    }

    #[test]
    fn a_block_goes_on_until_an_empty_line() {
        for text in [
            "if x:",
            "if x: # c",
            "if x:\n    # c",
            "if x:\n    y",
            "def f():",
            "async def f():",
            "@x",
            "@x\n@y",
            "try:",
            "try:\n    x",
            "try:\n    x\nexcept:",
            "match x:",
            "match x:\n    case 1:\n        y",
            "class A: pass",
            "while True: pass",
            "for x in y: z",
            "with a as b: c",
            "x = 1\nif x:",
            "if x:\n    y\n\n    z",
        ] {
            assert_eq!(typed(text), Typed::Block, "{text:?}");
            assert_eq!(typed(&format!("{text}\n")), Typed::Whole, "{text:?} and an empty line");
        }
    }

    #[test]
    fn what_is_whole_or_wrong_is_run() {
        for text in [
            "",
            "1",
            "x = ",
            "# c",
            "a b",
            "(]",
            "x = = (",
            "'abc",
            "f'{x",
            "for",
            "class A",
            "with open(x) as f",
            "lambda:",
            "else:",
            "if x:\n    y\nz",
            "if x:\n    y\n  z",
            "x = 1; y = 2",
            "'a\\\\",
            "\0",
            "if x\n(",
            "f'''{x}'''",
            "def f(:",
        ] {
            assert_eq!(typed(text), Typed::Whole, "{text:?}");
        }
        assert_eq!(typed(&"(".repeat(100_000)), Typed::Whole);
    }
}
