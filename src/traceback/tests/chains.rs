//! Causes, contexts, notes and groups.

use super::*;

#[test]
fn cause() {
    let source = "try:
    1/0
except ZeroDivisionError as e:
    raise ValueError('bad') from e
";
    let first = raised(source, &["<module> 2:4-2:7"], "ZeroDivisionError", "division by zero");
    let mut last = raised(source, &["<module> 4:4-4:34"], "ValueError", "bad");
    last.relation = Relation::Cause;
    check(
        [first, last],
        r#"Traceback (most recent call last):
  File "main.py", line 2, in <module>
    1/0
    ~^~
ZeroDivisionError: division by zero

The above exception was the direct cause of the following exception:

Traceback (most recent call last):
  File "main.py", line 4, in <module>
    raise ValueError('bad') from e
ValueError: bad
"#,
    );
}

#[test]
fn context() {
    let source = "try:
    1/0
except ZeroDivisionError as e:
    raise ValueError('bad')
";
    let first = raised(source, &["<module> 2:4-2:7"], "ZeroDivisionError", "division by zero");
    let mut last = raised(source, &["<module> 4:4-4:27"], "ValueError", "bad");
    last.relation = Relation::Context;
    check(
        [first, last],
        r#"Traceback (most recent call last):
  File "main.py", line 2, in <module>
    1/0
    ~^~
ZeroDivisionError: division by zero

During handling of the above exception, another exception occurred:

Traceback (most recent call last):
  File "main.py", line 4, in <module>
    raise ValueError('bad')
ValueError: bad
"#,
    );
}

#[test]
fn notes() {
    let source = r#"e = ValueError('multi\nline')
e.add_note('one\ntwo')
e.add_note('')
e.add_note('three')
raise e
"#;
    let mut link = raised(source, &["<module> 5:0-5:7"], "ValueError", "multi\nline");
    link.notes = ["one\ntwo", "", "three"].map(str::to_owned).to_vec();
    check(
        [link],
        r#"Traceback (most recent call last):
  File "main.py", line 5, in <module>
    raise e
ValueError: multi
line
one
two

three
"#,
    );
}

#[test]
fn nested_groups() {
    let source = r#"def e(x):
    try:
        raise ValueError(x)
    except ValueError as v:
        return v
raise ExceptionGroup('eg\nsecond', [e(1), e(2), ExceptionGroup('q', [e(3)])])
"#;
    let member_4 = raised(source, &["e 3:8-3:27"], "ValueError", "3");
    let mut member_3 = Link::new("ExceptionGroup", "q (1 sub-exception)");
    member_3.members = vec![member_4.into()];
    let member_2 = raised(source, &["e 3:8-3:27"], "ValueError", "2");
    let member_1 = raised(source, &["e 3:8-3:27"], "ValueError", "1");
    let mut link = raised(source, &["<module> 6:0-6:77"], "ExceptionGroup", "eg\nsecond (3 sub-exceptions)");
    link.members = vec![member_1.into(), member_2.into(), member_3.into()];
    check(
        [link],
        r#"  + Exception Group Traceback (most recent call last):
  |   File "main.py", line 6, in <module>
  |     raise ExceptionGroup('eg\nsecond', [e(1), e(2), ExceptionGroup('q', [e(3)])])
  | ExceptionGroup: eg
  | second (3 sub-exceptions)
  +-+---------------- 1 ----------------
    | Traceback (most recent call last):
    |   File "main.py", line 3, in e
    |     raise ValueError(x)
    | ValueError: 1
    +---------------- 2 ----------------
    | Traceback (most recent call last):
    |   File "main.py", line 3, in e
    |     raise ValueError(x)
    | ValueError: 2
    +---------------- 3 ----------------
    | ExceptionGroup: q (1 sub-exception)
    +-+---------------- 1 ----------------
      | Traceback (most recent call last):
      |   File "main.py", line 3, in e
      |     raise ValueError(x)
      | ValueError: 3
      +------------------------------------
"#,
    );
}

#[test]
fn chains_in_a_group() {
    let source = r#"def e(x):
    try:
        try:
            raise ValueError(x)
        except ValueError as v:
            raise KeyError('k') from v
    except KeyError as k:
        k.add_note('a\nb'); return k
raise ExceptionGroup('eg', [e(1), e(2)])
"#;
    let mut member_2_b = raised(source, &["e 6:12-6:38"], "KeyError", "'k'");
    member_2_b.relation = Relation::Cause;
    member_2_b.notes = ["a\nb"].map(str::to_owned).to_vec();
    let member_2_a = raised(source, &["e 4:12-4:31"], "ValueError", "2");
    let mut member_1_b = raised(source, &["e 6:12-6:38"], "KeyError", "'k'");
    member_1_b.relation = Relation::Cause;
    member_1_b.notes = ["a\nb"].map(str::to_owned).to_vec();
    let member_1_a = raised(source, &["e 4:12-4:31"], "ValueError", "1");
    let mut link = raised(source, &["<module> 9:0-9:40"], "ExceptionGroup", "eg (2 sub-exceptions)");
    link.members =
        vec![Traceback { links: vec![member_1_a, member_1_b] }, Traceback { links: vec![member_2_a, member_2_b] }];
    check(
        [link],
        "  + Exception Group Traceback (most recent call last):
  |   File \"main.py\", line 9, in <module>
  |     raise ExceptionGroup('eg', [e(1), e(2)])
  | ExceptionGroup: eg (2 sub-exceptions)
  +-+---------------- 1 ----------------
    | Traceback (most recent call last):
    |   File \"main.py\", line 4, in e
    |     raise ValueError(x)
    | ValueError: 1
    |\x20
    | The above exception was the direct cause of the following exception:
    |\x20
    | Traceback (most recent call last):
    |   File \"main.py\", line 6, in e
    |     raise KeyError('k') from v
    | KeyError: 'k'
    | a
    | b
    +---------------- 2 ----------------
    | Traceback (most recent call last):
    |   File \"main.py\", line 4, in e
    |     raise ValueError(x)
    | ValueError: 2
    |\x20
    | The above exception was the direct cause of the following exception:
    |\x20
    | Traceback (most recent call last):
    |   File \"main.py\", line 6, in e
    |     raise KeyError('k') from v
    | KeyError: 'k'
    | a
    | b
    +------------------------------------
",
    );
}

#[test]
fn odd_line_ends_in_a_group() {
    let source = r#"raise ExceptionGroup('a\x0cb\u2028c\rd', [ValueError('x\r\ny\x1c')])
"#;
    let member_1 = Link::new("ValueError", "x\r\ny\u{1c}");
    let mut link = raised(source, &["<module> 1:0-1:68"], "ExceptionGroup", "a\u{c}b\u{2028}c\rd (1 sub-exception)");
    link.members = vec![member_1.into()];
    check(
        [link],
        "  + Exception Group Traceback (most recent call last):
  |   File \"main.py\", line 1, in <module>
  |     raise ExceptionGroup('a\\x0cb\\u2028c\\rd', [ValueError('x\\r\\ny\\x1c')])
  | ExceptionGroup: a\u{c}  | b\u{2028}  | c\r  | d (1 sub-exception)
  +-+---------------- 1 ----------------
    | ValueError: x\r
    | y\u{1c}    |\x20
    +------------------------------------
",
    );
}
