//! Parses and compiles source text without an interpreter; nothing runs.

use ruff_python_ast::token::TokenKind;
use ruff_python_ast::{Mod, ModModule};
use ruff_python_parser::lexer::lex;
use ruff_python_parser::{LexicalErrorType, Mode as ParserMode, ParseErrorType, ParseOptions, parse};
use rustpython_vm::compiler::{self, CompileError, CompileOpts, Mode};

use super::syntax::{self, Complaint};

/// Levels of nesting that the parser is given, each of which takes a few hundred bytes of its stack.
const LEVELS: usize = 3000;

/// The tree of a text that compiles.
pub(crate) fn parsed(text: &str, file: &str) -> Result<ModModule, Complaint> {
    let plain = |message: &str| Complaint { message: message.to_owned(), line: 1, column: 1 };
    if text.contains('\0') {
        return Err(plain("source code string cannot contain null bytes"));
    }
    if too_deep(text) {
        return Err(plain("an expression nests too deeply to be compiled"));
    }
    let tree = || match parse(text, ParseOptions::from(ParserMode::Module)).map(|parsed| parsed.into_syntax()) {
        Ok(Mod::Module(module)) => Ok(module),
        _ => Err(plain("invalid syntax")),
    };
    match compiler::compile(text, Mode::Exec, file, CompileOpts::default()) {
        Ok(_) => tree(),
        // An f-string's `=` is no assignment: the parser knows better.
        Err(error) if error.to_string().starts_with("expression cannot contain assignment") => {
            tree().map_err(|_| complaint(&error, text))
        }
        Err(error) => Err(complaint(&error, text)),
    }
}

fn complaint(error: &CompileError, text: &str) -> Complaint {
    let counts_bytes = matches!(error, CompileError::Codegen(_));
    syntax::plainly(&words(error), error.python_location(), error.python_end_location(), counts_bytes, text)
}

/// The words that RustPython's exception would have.
fn words(error: &CompileError) -> String {
    let CompileError::Parse(parse) = error else { return error.to_string() };
    let words = match &parse.error {
        ParseErrorType::ExpectedToken { expected: TokenKind::Colon, found: TokenKind::Newline } => "expected ':'",
        ParseErrorType::ExpectedToken { expected: TokenKind::Lpar, .. } => "expected '('",
        ParseErrorType::ExpectedToken { .. }
        | ParseErrorType::UnexpectedExpressionToken
        | ParseErrorType::ExpectedExpression
        | ParseErrorType::InvalidStarredExpressionUsage
        | ParseErrorType::InvalidDeleteTarget
        | ParseErrorType::SimpleStatementsOnSameLine
        | ParseErrorType::SimpleAndCompoundStatementOnSameLine
        | ParseErrorType::Lexical(LexicalErrorType::UnrecognizedToken { .. }) => "invalid syntax",
        ParseErrorType::OtherError(words) if words.starts_with("Expected a") => "invalid syntax",
        ParseErrorType::Lexical(LexicalErrorType::UnclosedStringError) => {
            return format!("unterminated string literal (detected at line {})", parse.location.line);
        }
        ParseErrorType::Lexical(LexicalErrorType::LineContinuationError) => {
            "unexpected character after line continuation character"
        }
        ParseErrorType::NonDefaultParamAfterDefaultParam => {
            "parameter without a default follows parameter with a default"
        }
        ParseErrorType::PositionalAfterKeywordArgument => "positional argument follows keyword argument",
        _ => return error.to_string(),
    };
    words.to_owned()
}

/// Whether operators, chains and brackets may nest deeper than the parser's stack bears. It lexes and does not recurse.
pub(super) fn too_deep(text: &str) -> bool {
    let mut lexer = lex(text, ParserMode::Module);
    // The levels of each open bracket since its last comma, and those of the line around them.
    let mut open = vec![0_usize];
    let mut levels = 0;
    loop {
        let kind = lexer.next_token();
        let depth = open.len();
        let Some(innermost) = open.last_mut() else { return false };
        match kind {
            TokenKind::EndOfFile => return false,
            TokenKind::Newline | TokenKind::Semi => {
                open = vec![0];
                levels = 0;
            }
            TokenKind::Comma => levels -= std::mem::take(innermost),
            TokenKind::Lpar | TokenKind::Lsqb | TokenKind::Lbrace => {
                *innermost += 1;
                levels += 1;
                open.push(0);
            }
            TokenKind::Rpar | TokenKind::Rsqb | TokenKind::Rbrace if depth > 1 => {
                levels -= open.pop().unwrap_or_default();
            }
            _ if kind.is_operator()
                || matches!(
                    kind,
                    TokenKind::Not | TokenKind::Await | TokenKind::Lambda | TokenKind::Else | TokenKind::Dot
                ) =>
            {
                *innermost += 1;
                levels += 1;
            }
            _ => {}
        }
        if levels > LEVELS {
            return true;
        }
    }
}
