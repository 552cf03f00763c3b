//! Source lines and carets.

use super::*;

#[test]
fn operator() {
    let source = "x = 1
x / 0
";
    let link = raised(source, &["<module> 2:0-2:5"], "ZeroDivisionError", "division by zero");
    check(
        [link],
        r#"Traceback (most recent call last):
  File "main.py", line 2, in <module>
    x / 0
    ~~^~~
ZeroDivisionError: division by zero
"#,
    );
}

#[test]
fn operator_in_a_return() {
    let source = "def f(a):
    return a + None
f(1)
";
    let link = raised(
        source,
        &["<module> 3:0-3:4", "f 2:11-2:19"],
        "TypeError",
        "unsupported operand type(s) for +: 'int' and 'NoneType'",
    );
    check(
        [link],
        r#"Traceback (most recent call last):
  File "main.py", line 3, in <module>
    f(1)
    ~^^^
  File "main.py", line 2, in f
    return a + None
           ~~^~~~~~
TypeError: unsupported operand type(s) for +: 'int' and 'NoneType'
"#,
    );
}

#[test]
fn subscript() {
    let source = "d = {'a': 1}
print(d['a']['b']['c'])
";
    let link = raised(source, &["<module> 2:6-2:17"], "TypeError", "'int' object is not subscriptable");
    check(
        [link],
        r#"Traceback (most recent call last):
  File "main.py", line 2, in <module>
    print(d['a']['b']['c'])
          ~~~~~~^^^^^
TypeError: 'int' object is not subscriptable
"#,
    );
}

#[test]
fn whole_line_call_still_shows_its_brackets() {
    let source = "def g(x): raise ValueError(x)
g('no')
";
    let link = raised(source, &["<module> 2:0-2:7", "g 1:10-1:29"], "ValueError", "no");
    check(
        [link],
        r#"Traceback (most recent call last):
  File "main.py", line 2, in <module>
    g('no')
    ~^^^^^^
  File "main.py", line 1, in g
    def g(x): raise ValueError(x)
              ^^^^^^^^^^^^^^^^^^^
ValueError: no
"#,
    );
}

#[test]
fn plain_call_in_a_return_has_no_carets() {
    let source = "def g(x): 1/0
def h(x):
    return g(x)
h(1)
";
    let link =
        raised(source, &["<module> 4:0-4:4", "h 3:11-3:15", "g 1:10-1:13"], "ZeroDivisionError", "division by zero");
    check(
        [link],
        r#"Traceback (most recent call last):
  File "main.py", line 4, in <module>
    h(1)
    ~^^^
  File "main.py", line 3, in h
    return g(x)
  File "main.py", line 1, in g
    def g(x): 1/0
              ~^~
ZeroDivisionError: division by zero
"#,
    );
}

#[test]
fn attributes_and_methods() {
    let source = "class A:
    def m(self): return self.x
    def n(self):
        v = self.m()
        return v
A().n()
";
    let link = raised(
        source,
        &["<module> 6:0-6:7", "n 4:12-4:20", "m 2:24-2:30"],
        "AttributeError",
        "'A' object has no attribute 'x'",
    );
    check(
        [link],
        r#"Traceback (most recent call last):
  File "main.py", line 6, in <module>
    A().n()
    ~~~~~^^
  File "main.py", line 4, in n
    v = self.m()
  File "main.py", line 2, in m
    def m(self): return self.x
                        ^^^^^^
AttributeError: 'A' object has no attribute 'x'
"#,
    );
}

#[test]
fn empty_message() {
    let source = "def g(x):
    raise ValueError('')
return_ = [g('no')]
";
    let link = raised(source, &["<module> 3:11-3:18", "g 2:4-2:24"], "ValueError", "");
    check(
        [link],
        r#"Traceback (most recent call last):
  File "main.py", line 3, in <module>
    return_ = [g('no')]
               ~^^^^^^
  File "main.py", line 2, in g
    raise ValueError('')
ValueError
"#,
    );
}

#[test]
fn one_repetition() {
    let source = "def f(n):
    if n: f(n - 1)
    else: 1/0
f(4)
";
    let link = raised(
        source,
        &["<module> 4:0-4:4", "f 2:10-2:18", "f 2:10-2:18", "f 2:10-2:18", "f 2:10-2:18", "f 3:10-3:13"],
        "ZeroDivisionError",
        "division by zero",
    );
    check(
        [link],
        r#"Traceback (most recent call last):
  File "main.py", line 4, in <module>
    f(4)
    ~^^^
  File "main.py", line 2, in f
    if n: f(n - 1)
          ~^^^^^^^
  File "main.py", line 2, in f
    if n: f(n - 1)
          ~^^^^^^^
  File "main.py", line 2, in f
    if n: f(n - 1)
          ~^^^^^^^
  [Previous line repeated 1 more time]
  File "main.py", line 3, in f
    else: 1/0
          ~^~
ZeroDivisionError: division by zero
"#,
    );
}

#[test]
fn many_repetitions() {
    let source = "def f(n):
    return f(n - 1) if n else 1 / 0
f(10)
";
    let link = raised(
        source,
        &[
            "<module> 3:0-3:5",
            "f 2:11-2:19",
            "f 2:11-2:19",
            "f 2:11-2:19",
            "f 2:11-2:19",
            "f 2:11-2:19",
            "f 2:11-2:19",
            "f 2:11-2:19",
            "f 2:11-2:19",
            "f 2:11-2:19",
            "f 2:11-2:19",
            "f 2:30-2:35",
        ],
        "ZeroDivisionError",
        "division by zero",
    );
    check(
        [link],
        r#"Traceback (most recent call last):
  File "main.py", line 3, in <module>
    f(10)
    ~^^^^
  File "main.py", line 2, in f
    return f(n - 1) if n else 1 / 0
           ~^^^^^^^
  File "main.py", line 2, in f
    return f(n - 1) if n else 1 / 0
           ~^^^^^^^
  File "main.py", line 2, in f
    return f(n - 1) if n else 1 / 0
           ~^^^^^^^
  [Previous line repeated 8 more times]
ZeroDivisionError: division by zero
"#,
    );
}

#[test]
fn call_over_several_lines_has_no_carets() {
    let source = "def f(*a, **k): 1/0
x = f(1,
    2,
      3,
    4)
";
    let link = raised(source, &["<module> 2:4-5:6", "f 1:16-1:19"], "ZeroDivisionError", "division by zero");
    check(
        [link],
        r#"Traceback (most recent call last):
  File "main.py", line 2, in <module>
    x = f(1,
        2,
          3,
        4)
  File "main.py", line 1, in f
    def f(*a, **k): 1/0
                    ~^~
ZeroDivisionError: division by zero
"#,
    );
}

#[test]
fn long_calls_lose_their_middle() {
    let source = "def f(*a, **k): 1/0
x = f(
    1,
    2,
    3,
    4,
    5,
    6,
) + 1
";
    let link = raised(source, &["<module> 2:4-9:1", "f 1:16-1:19"], "ZeroDivisionError", "division by zero");
    check(
        [link],
        r#"Traceback (most recent call last):
  File "main.py", line 2, in <module>
    x = f(
        ~^
        1,
        ^^
    ...<4 lines>...
        6,
        ^^
    ) + 1
    ^
  File "main.py", line 1, in f
    def f(*a, **k): 1/0
                    ~^~
ZeroDivisionError: division by zero
"#,
    );
}

#[test]
fn operator_between_comments() {
    let source = "a = 1
b = None
x = (
    a # plus +
    # more
    # more
    # more
    // (
    b)
)
";
    let link =
        raised(source, &["<module> 4:4-9:6"], "TypeError", "unsupported operand type(s) for //: 'int' and 'NoneType'");
    check(
        [link],
        r#"Traceback (most recent call last):
  File "main.py", line 4, in <module>
    a # plus +
    ~~~~~~~~~~
    ...<2 lines>...
    # more
    ~~~~~~
    // (
    ^^~~
    b)
    ~~
TypeError: unsupported operand type(s) for //: 'int' and 'NoneType'
"#,
    );
}

#[test]
fn wide_characters_in_a_subscript() {
    let source = "a = None
x = (a
   [0]
   ['日本'])
";
    let link = raised(source, &["<module> 2:5-3:6"], "TypeError", "'NoneType' object is not subscriptable");
    check(
        [link],
        r#"Traceback (most recent call last):
  File "main.py", line 2, in <module>
    x = (a
         ~
       [0]
       ^^^
TypeError: 'NoneType' object is not subscriptable
"#,
    );
}

#[test]
fn wide_characters_in_an_operator() {
    let source = "日本 = None
x = '日本語' + 日本 + '終'
";
    let link =
        raised(source, &["<module> 2:4-2:24"], "TypeError", r#"can only concatenate str (not "NoneType") to str"#);
    check(
        [link],
        r#"Traceback (most recent call last):
  File "main.py", line 2, in <module>
    x = '日本語' + 日本 + '終'
        ~~~~~~~~~^~~~~~
TypeError: can only concatenate str (not "NoneType") to str
"#,
    );
}

#[test]
fn tabs() {
    let source = "def f():
\tg(
\t\t1,
\t  2)
def g(*a): 1/0
f()
";
    let link =
        raised(source, &["<module> 6:0-6:3", "f 2:1-4:5", "g 5:11-5:14"], "ZeroDivisionError", "division by zero");
    check(
        [link],
        "Traceback (most recent call last):
  File \"main.py\", line 6, in <module>
    f()
    ~^^
  File \"main.py\", line 2, in f
    g(
    ~^
    \t1,
     ^^
      2)
      ^^
  File \"main.py\", line 5, in g
    def g(*a): 1/0
               ~^~
ZeroDivisionError: division by zero
",
    );
}

#[test]
fn text_left_of_the_indentation() {
    let source = "def f(a, b): 1/0
if 1:
        print('x', f('''
  text
''', 1))
";
    let link = raised(source, &["<module> 3:19-5:7", "f 1:13-1:16"], "ZeroDivisionError", "division by zero");
    check(
        [link],
        r#"Traceback (most recent call last):
  File "main.py", line 3, in <module>
            print('x', f('''
                       ~^^^^
      text
      ^^^^
    ''', 1))
    ^^^^^^^
  File "main.py", line 1, in f
    def f(a, b): 1/0
                 ~^~
ZeroDivisionError: division by zero
"#,
    );
}

#[test]
fn frames_without_source() {
    let source = r#"exec(compile('def q(n):\n  return q(n-1) if n else 1/0\nq(2)', '<string>', 'exec'))
"#;
    let mut link = raised(source, &["<module> 1:0-1:83"], "ZeroDivisionError", "division by zero");
    link.frames.push(frame("<string>", "<module> 3:0-3:4"));
    link.frames.push(frame("<string>", "q 2:9-2:15"));
    link.frames.push(frame("<string>", "q 2:9-2:15"));
    link.frames.push(frame("<string>", "q 2:26-2:29"));
    check(
        [link],
        r#"Traceback (most recent call last):
  File "main.py", line 1, in <module>
    exec(compile('def q(n):\n  return q(n-1) if n else 1/0\nq(2)', '<string>', 'exec'))
    ~~~~^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  File "<string>", line 3, in <module>
  File "<string>", line 2, in q
  File "<string>", line 2, in q
  File "<string>", line 2, in q
ZeroDivisionError: division by zero
"#,
    );
}
