//! Cases in documents, docstrings and JSON lines.

use std::fs;

use super::{folder, snap, summary, tree, write};

const GUIDE: &str = "# Guide\n\n## First steps\n\n```python\nprint('one')\n```\n\n```rust\nfn main() {}\n```\n\n\
<!-- taipan: fuel = 1000 -->\n```python\nwhile True: pass\n```\n\n```python\nx = 20\n```\n\nNow:\n\n\
<!-- taipan: continues = true, name = \"double\" -->\n";

#[test]
fn blocks_of_markdown() {
    let text = String::from(GUIDE)
        + "```python\nx * 2\n```\n\n```pycon\n>>> 1 + 1\n2\n>>> 1 / 0\nTraceback (most recent call last):\n  ...\nZeroDivisionError: division by zero\n```\n";
    let folder = folder(&[("guide.md", &text)]);
    let here = folder.path();
    assert_eq!(summary(&snap(here, &[".", "--accept"])), (0, "5 cases: 1 same, 4 accepted"));
    assert_eq!(
        tree(here),
        [
            "guide.md",
            "snapshots/guide.md/double.snap",
            "snapshots/guide.md/first-steps-1.snap",
            "snapshots/guide.md/first-steps-2.snap",
            "snapshots/guide.md/first-steps-3.snap"
        ]
    );
    let golden = |name: &str| fs::read_to_string(here.join(format!("snapshots/guide.md/{name}.snap"))).unwrap();
    assert!(golden("double").ends_with("---\nstatus: ok\nvalue:  40\nrepr:   40\n"), "{}", golden("double"));
    assert!(golden("first-steps-2").ends_with("---\nstatus: fuel\nlimit:  fuel 1000\n"));
    write(here, "guide.md", text.replace(">>> 1 + 1\n2", ">>> 1 + 1\n3").replace("print('one')", "print('two')"));
    let said = snap(here, &["guide.md"]);
    assert_eq!(
        (said.status, said.out.as_str()),
        (
            1,
            "guide.md::first-steps-1:6: differs\n      status: ok\n      --- stdout\n    - one\n    + two\n\n\
             guide.md::first-steps-5:30: differs\n      >>> 1 + 1\n    - 3\n    + 2\n      >>> 1 / 0\n      \
             Traceback (most recent call last):\n        ...\n\n\
             5 cases: 3 same, 2 differ\n"
        )
    );
}

#[test]
fn blocks_and_examples_of_restructured_text() {
    let text = "Guide\n=====\n\n.. code-block:: python\n\n   print(6 * 7)\n\nThen::\n\n   >>> x = 2\n   >>> x + 1\n   3\n\nText.\n\n>>> x\n2\n";
    let folder = folder(&[("guide.rst", text)]);
    assert_eq!(summary(&snap(folder.path(), &[".", "--accept"])), (0, "2 cases: 1 same, 1 accepted"));
    assert_eq!(tree(folder.path()), ["guide.rst", "snapshots/guide.rst/guide-1.snap"]);
    write(folder.path(), "guide.rst", text.replace("   3", "   4"));
    let said = snap(folder.path(), &["."]);
    assert_eq!(said.out.lines().next(), Some("guide.rst::examples:10: differs"));
    assert!(said.out.contains("    - 4\n    + 3\n"), "{}", said.out);
}

#[test]
fn examples_of_docstrings() {
    let text = "'''Top.\n\n>>> double(2)\n4\n'''\ndef double(x):\n    '''\n    >>> double('a')\n    'aa'\n    >>> y = double(3)\n    >>> y\n    7\n    '''\n    return x * 2\n";
    let folder = folder(&[("tools.py", text), ("plain.py", "1")]);
    let said = snap(folder.path(), &[".", "--docstrings"]);
    assert_eq!(
        (said.status, said.out.as_str()),
        (
            1,
            "tools.py::double:8: differs\n      'aa'\n      >>> y = double(3)\n      >>> y\n    - 7\n    + 6\n\n\
             2 cases: 1 same, 1 differs\n"
        )
    );
    let said = snap(folder.path(), &[".", "--docstrings", "--accept"]);
    assert!(said.out.contains("differs: what it must give stands beside it; change it there\n"), "{}", said.out);
    write(folder.path(), "textwrap.py", "'''\n>>> dedent(' a')\n'a'\n'''\n");
    assert_eq!(summary(&snap(folder.path(), &["textwrap.py", "--docstrings-of-modules"])), (0, "1 case: 1 same"));
}

#[test]
fn lines_of_json() {
    let text = "{\"id\": \"sum\", \"code\": \"sum([1, 2])\", \"expect\": \"3\"}\n\
                {\"id\": \"half\", \"code\": \"n / 2\", \"inputs\": {\"n\": 5}, \"expect\": {\"status\": \"ok\", \"value\": 2.5}}\n\
                {\"id\": \"key\", \"code\": \"{}['a']\", \"expect\": {\"error\": \"KeyError: 'a'\"}}\n\
                {\"id\": \"a/b c\", \"code\": \"print('x')\", \"tags\": [\"slow\"]}\n\
                {\"id\": \"wrong\", \"code\": \"1\", \"expect\": {\"value\": 1.0}}\n";
    let folder = folder(&[("answers.jsonl", text)]);
    let said = snap(folder.path(), &[".", "--accept"]);
    assert_eq!(
        (said.status, said.out.as_str()),
        (
            1,
            "answers.jsonl::wrong:5: differs: what it must give stands beside it; change it there\n      {\n    -   \"value\": 1.0\n    \
             +   \"value\": 1\n      }\n\n5 cases: 3 same, 1 accepted, 1 differs\n"
        )
    );
    assert_eq!(tree(folder.path()), ["answers.jsonl", "snapshots/answers.jsonl/a%2fb c.snap"]);
    assert_eq!(summary(&snap(folder.path(), &[".", "--tag", "slow"])), (0, "1 case: 1 same"));
}

#[test]
fn documents_with_mistakes() {
    let folder = folder(&[
        ("a.md", "```python\n1\n"),
        ("b.md", "<!-- taipan: fule = 1 -->\n```python\n1\n```\n```pycon\n>>>x\n```\n"),
        ("c.md", "<!-- taipan: name = \"x\" -->\n```py\n1\n```\n<!-- taipan: name = \"X\" -->\n```py\n2\n```\n"),
        ("d.rst", ">>> x # doctest: +ELIPSIS\n"),
        (
            "e.jsonl",
            "{\"id\": \"a\", \"code\": \"1\", \"fule\": 1}\n{\"id\": \"b\", \"code\": \"1\", \"expect\": \"1\"}\n{\"id\": \"b\", \"code\": \"2\"}\n{\"id\": \"c",
        ),
        ("f.md", "<!-- taipan: inputs = {n = 1} -->\n```pycon\n>>> n\n1\n```\n"),
        ("g.py", "#! name = 'x'\n1"),
    ]);
    let said = snap(folder.path(), &["."]);
    assert_eq!(said.status, 2);
    let wrong: Vec<&str> = said.out.lines().filter(|line| line.contains(": bad: ")).collect();
    assert_eq!(
        wrong,
        [
            "a.md: bad: this block is not closed",
            "b.md: bad: there is no directive `fule`; did you mean `fuel`?",
            "b.md:6: bad: a space is missing behind `>>>`",
            "d.rst: bad: `ELIPSIS` is no option of doctest",
            "e.jsonl: bad: `a`: there is no directive `fule`; did you mean `fuel`?",
            "e.jsonl:3: bad: the id `b` is that of line 2 as well; give one of them another",
            "e.jsonl:4: bad: column 9: no JSON: EOF while parsing a string",
            "f.md::block-1:3: bad: `inputs`: examples take none; assign in the first one",
            "g.py: bad: `name` and `continues` are for blocks of documents",
            "c.md::X:7: bad: the golden of `c.md::x` (c.md, line 3) would be the same file, at least where capitals do not count; rename one",
        ]
    );
}
