//! Syntax errors.

use super::*;

#[test]
fn one_character() {
    let link = syntax_error(1, (4, 5), "1 +", "invalid syntax");
    check(
        [link],
        r#"  File "main.py", line 1
    1 +
       ^
SyntaxError: invalid syntax
"#,
    );
}

#[test]
fn at_a_tab() {
    let mut link = Link::new("IndentationError", "unexpected indent (main.py, line 1)");
    link.syntax = Some(SyntaxDetail {
        message: "unexpected indent".to_owned(),
        file: Some("main.py".to_owned()),
        line: Some(1),
        end_line: Some(1),
        offset: Some(1),
        end_offset: Some(-1),
        text: Some("\tx = )\n".to_owned()),
    });
    check(
        [link],
        "  File \"main.py\", line 1
    \tx = )
    ^
IndentationError: unexpected indent
",
    );
}

#[test]
fn behind_wide_characters() {
    let link = syntax_error(1, (8, 10), "é = 日本 日本", "invalid syntax");
    check(
        [link],
        r#"  File "main.py", line 1
    é = 日本 日本
           ^^
SyntaxError: invalid syntax
"#,
    );
}

#[test]
fn over_a_range() {
    let link = syntax_error(1, (3, 15), "f(x for x in y, 1)", "Generator expression must be parenthesized");
    check(
        [link],
        r#"  File "main.py", line 1
    f(x for x in y, 1)
      ^^^^^^^^^^^^
SyntaxError: Generator expression must be parenthesized
"#,
    );
}

#[test]
fn without_a_line() {
    let source = r#"raise SyntaxError('mine', ('file.py', None, 5, 'a b c d\n', 3, 8))
"#;
    let mut link = raised(source, &["<module> 1:0-1:66"], "SyntaxError", "mine (file.py)");
    link.syntax = Some(SyntaxDetail {
        message: "mine".to_owned(),
        file: Some("file.py".to_owned()),
        line: None,
        end_line: Some(3),
        offset: Some(5),
        end_offset: Some(8),
        text: Some("a b c d\n".to_owned()),
    });
    check(
        [link],
        r#"Traceback (most recent call last):
  File "main.py", line 1, in <module>
    raise SyntaxError('mine', ('file.py', None, 5, 'a b c d\n', 3, 8))
    a b c d
        ^^^
SyntaxError: mine (file.py)
"#,
    );
}

#[test]
fn without_end() {
    let link = syntax_error(1, (5, 0), "x = (1,", "'(' was never closed");
    check(
        [link],
        r#"  File "main.py", line 1
    x = (1,
        ^
SyntaxError: '(' was never closed
"#,
    );
}
