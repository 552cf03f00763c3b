//! Tells from a program's tokens whether the parser's word is the last on it.
//!
//! RustPython searches the text of each program for what its parser lets pass and CPython's does not, and for what draws a
//! warning. Its searches take as long as parsing, and most programs have nothing that they look for.

use ruff_python_ast::token::{Token, TokenKind, Tokens};
use ruff_text_size::{Ranged, TextSlice};
use rustpython_vm::compiler::CompileOpts;

/// f-strings within each other that are surely not too many.
const FEW_NESTED: usize = 100;

/// Whether RustPython's searches of a text that has been parsed would find nothing. Says no where they have to tell.
pub(crate) fn is_plain(text: &str, tokens: &Tokens) -> bool {
    let mut look = Look { text, nested: 0, in_case: false, in_import: false };
    let mut before = None;
    !text.starts_with('\u{feff}') && tokens.iter().all(|token| look.passes(token, before.replace(token)))
}

struct Look<'a> {
    text: &'a str,
    /// f-strings that are open.
    nested: usize,
    /// Whether a `case` has come by.
    in_case: bool,
    /// Whether the parenthesis of an import is open.
    in_import: bool,
}

impl Look<'_> {
    fn passes(&mut self, token: &Token, before: Option<&Token>) -> bool {
        use TokenKind as Kind;
        let text = || self.text.slice(token.range());
        let follows = |kind| before.is_some_and(|before| before.kind() == kind);
        match token.kind() {
            Kind::FStringStart | Kind::TStringStart => self.nested += 1,
            Kind::FStringEnd | Kind::TStringEnd => self.nested -= 1,
            Kind::Case => self.in_case = true,
            Kind::Lpar => self.in_import |= follows(Kind::Import),
            Kind::Rpar => self.in_import = false,
            _ => {}
        }
        let is_word = token.kind().is_keyword() || token.kind() == Kind::Name;
        let touches_a_number = before.is_some_and(|before| {
            matches!(before.kind(), Kind::Int | Kind::Float | Kind::Complex) && before.end() == token.start()
        });
        match token.kind() {
            _ if is_word && touches_a_number => false,
            Kind::FStringStart | Kind::TStringStart => self.nested < FEW_NESTED,
            Kind::String | Kind::FStringMiddle | Kind::TStringMiddle => {
                let flags = token.unwrap_string_flags();
                flags.is_raw_string() || escapes_are_known(text(), flags.is_byte_string())
            }
            Kind::Int => text().len() <= CompileOpts::default().int_max_str_digits,
            // `case {**_}` and `case x as _`
            Kind::DoubleStar | Kind::As => !self.in_case,
            // `from x import (*)`
            Kind::Star => !self.in_import,
            Kind::Yield => !follows(Kind::Comma),
            Kind::Name => !matches!(text(), "__debug__" | "barry_as_FLUFL"),
            _ => true,
        }
    }
}

/// Whether each backslash in a string begins an escape that Python knows, and in a text at the end of an f-string's part
/// is none of a brace.
fn escapes_are_known(text: &str, bytes: bool) -> bool {
    let mut rest = text.as_bytes();
    while let Some(at) = rest.iter().position(|byte| *byte == b'\\') {
        rest = match &rest[at + 1..] {
            // Octal beyond a byte draws a warning.
            [b'4'..=b'7', b'0'..=b'7', b'0'..=b'7', ..] | [] => return false,
            [
                b'\n' | b'\r' | b'\\' | b'\'' | b'"' | b'a' | b'b' | b'f' | b'n' | b'r' | b't' | b'v' | b'x',
                rest @ ..,
            ]
            | [b'0'..=b'7', rest @ ..] => rest,
            [b'N' | b'u' | b'U', rest @ ..] if !bytes => rest,
            _ => return false,
        };
    }
    true
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use ruff_python_ast::Mod;
    use ruff_python_parser::{Mode as ParserMode, Parsed};
    use ruff_source_file::{SourceFile, SourceFileBuilder};
    use rustpython_codegen::compile::compile_top;
    use rustpython_vm::compiler::{self, Mode};

    use super::*;
    use crate::native::source::parsed;

    fn program(text: &str) -> Option<(SourceFile, Parsed<Mod>)> {
        let source_file = SourceFileBuilder::new("f.py", text).finish();
        parsed(&source_file, ParserMode::Module).map(|program| (source_file, program))
    }

    fn plain(text: &str) -> bool {
        program(text).is_some_and(|(_, program)| is_plain(text, program.tokens()))
    }

    #[test]
    fn what_may_be_refused_or_warned_of_is_not_plain() {
        let doubtful = [
            "\u{feff}x = 1",
            r"'\d'",
            r"b'\u0041'",
            r"f'\{1}'",
            r"'\400'",
            "1if x else 2",
            "0x1for x in y",
            "[0x1for x in y]",
            "x = 1jif y else 2",
            "match x:\n    case {**_}: pass",
            "match x:\n    case 1 as _: pass",
            "from x import (*)",
            "def f():\n    x = 1, yield",
            "__debug__ = 1",
            "from __future__ import barry_as_FLUFL",
            &format!("x = {}", "9".repeat(4301)),
        ];
        assert_eq!(doubtful.map(|text| (text, plain(text))), doubtful.map(|text| (text, false)));
        let plain_ones = [
            "",
            "print('a\\n', \"\\x41\\u0041\\N{EM DASH}\\0\\377\", b'\\xff', r'\\d', f'{x=}\\t')",
            "x = 0x1f + 1_000 + 1e-9 + 2j + .5",
            "match x:\n    case [1, *rest] | {'a': 1}: pass",
            "from x import (a, b as c)\nimport d as e\nf(*a, **b, key=1)",
            "def f():\n    x = yield 1, 2\n    y = (1, (yield))",
        ];
        assert_eq!(plain_ones.map(|text| (text, plain(text))), plain_ones.map(|text| (text, true)));
    }

    /// The cases of the project with tokens left out, doubled and exchanged.
    #[test]
    fn rustpython_refuses_nothing_that_is_plain() {
        let cases = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
        let areas = fs::read_dir(cases).unwrap().flat_map(|area| fs::read_dir(area.unwrap().path()).unwrap());
        let mut paths: Vec<_> = areas.map(|file| file.unwrap().path()).collect();
        paths.retain(|path| path.extension().is_some_and(|extension| extension == "py"));
        paths.sort();
        let mut random = 1_u64;
        let mut below = |bound: usize| {
            random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (random >> 33) as usize % bound.max(1)
        };
        let (mut looked_at, mut refused) = (0, Vec::new());
        for path in paths {
            let text = fs::read_to_string(path).unwrap();
            let Some((_, program)) = program(&text) else { continue };
            let ranges: Vec<_> = program.tokens().iter().map(|token| token.range()).collect();
            for _ in 0..12 {
                let (one, other) = (ranges[below(ranges.len())], ranges[below(ranges.len())]);
                let mut mutant = text.clone();
                let put = match below(3) {
                    0 => String::new(),
                    1 => text[one].repeat(2),
                    _ => text[other].to_owned(),
                };
                mutant.replace_range(std::ops::Range::<usize>::from(one), &put);
                let Some((source_file, program)) = self::program(&mutant) else { continue };
                if !is_plain(&mutant, program.tokens()) {
                    continue;
                }
                looked_at += 1;
                let tree = program.into_syntax();
                let opts = CompileOpts::default;
                let compiles = compiler::unsupported_grammar_error(&tree, &source_file).is_none()
                    && compile_top(tree, source_file, Mode::Exec, opts()).is_ok();
                // An f-string's `=` is no assignment: the parser knows better.
                if compiles
                    && let Err(error) = compiler::compile(&mutant, Mode::Exec, "f.py", opts())
                    && !error.to_string().starts_with("expression cannot contain assignment")
                {
                    refused.push(format!("{error}: {mutant}"));
                }
            }
        }
        assert!(looked_at > 1000, "{looked_at}");
        assert_eq!(refused, [""; 0]);
    }
}
