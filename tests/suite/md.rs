//! Documents whose Python is run: what is written where, and what stays as it was.

use std::fs;
use std::path::Path;

use taipan::document::{Refreshed, refresh};
use taipan::{Engine, Isolation, Status};

use crate::cli::golden;
use crate::command::{Said, taipan_in};

fn run(text: &str) -> Refreshed {
    let engine = Engine::builder().isolation(Isolation::Native).workers(1).build().unwrap();
    refresh(text, &engine.session().unwrap()).unwrap()
}

/// The document after a run; a second run must change nothing.
#[track_caller]
fn settled(text: &str) -> String {
    let once = run(text).text;
    assert_eq!(run(&once).text, once);
    once
}

#[test]
fn results_stand_below_their_blocks() {
    let text = "# Title\n\n```python\nx = 6\nprint('hi')\n```\n\nText.\n\n```sh\nls\n```\n\n```py\nx * 7\n```\n\n```Python3\nx = 1\n```\nend";
    let expected = text
        .replace("print('hi')\n```\n", "print('hi')\n```\n```text taipan\nhi\n```\n")
        .replace("x * 7\n```\n", "x * 7\n```\n```text taipan\n42\n```\n");
    assert_eq!(settled(text), expected);
}

#[test]
fn files_stay_for_the_blocks_below() {
    let text = "```python\nwith open('a.txt', 'w') as file: print('kept', file=file)\n```\n\n```python\nopen('a.txt').read()\n```\n";
    let expected = text.replace("read()\n```\n", "read()\n```\n```text taipan\n'kept\\n'\n```\n");
    assert_eq!(settled(text), expected);
    assert_eq!(run(text).runs[0].outcome.files[0].path, "a.txt");
}

#[test]
fn a_block_that_fails_does_not_lose_the_rest() {
    let refreshed = run("```python\nx = 1\n1 / 0\n```\n\n```python\nx\n```\n");
    let statuses: Vec<(usize, Status)> = refreshed.runs.iter().map(|run| (run.line, run.outcome.status)).collect();
    assert_eq!(statuses, [(1, Status::Error), (6, Status::Ok)]);
    assert!(refreshed.text.contains("ZeroDivisionError: division by zero\n```\n"), "{}", refreshed.text);
    assert!(refreshed.text.ends_with("```python\nx\n```\n```text taipan\n1\n```\n"), "{}", refreshed.text);
}

#[test]
fn earlier_results_are_replaced() {
    let fresh = "```python\n2\n```\n```text taipan\n2\n```\n";
    for old in [
        "```python\n2\n```\n```text taipan\n1\n```\n",
        "```python\n2\n```\n\n\n```text taipan\nmany\n\nlines\n```\n",
        "```python\n2\n```\n````text taipan\n```\n````\n",
        "```python\n2\n```\n",
    ] {
        assert_eq!(settled(old), fresh, "{old}");
    }
    // A block that has nothing to show any more loses its result; one that is somebody else's stays.
    assert_eq!(settled("```python\nx = 2\n```\n```text taipan\n1\n```\nend\n"), "```python\nx = 2\n```\nend\n");
    let other = "```python\nx = 2\n```\n```text\n1\n```\n";
    assert_eq!(settled(other), other);
}

#[test]
fn fences_are_read_as_commonmark_says() {
    let result = |text: &str| settled(text).replacen(text.trim_end_matches('\n'), "", 1);
    // Long fences, tildes, and a fence within a fence.
    assert_eq!(result("`````python\n'```'\n`````\n"), "\n````text taipan\n'```'\n````\n");
    assert_eq!(result("~~~ python title=x\n1\n~~~~\n"), "\n```text taipan\n1\n```\n");
    let nested = "````markdown\n```python\n1 / 0\n```\n````\n";
    assert_eq!(settled(nested), nested);
    // Indented by the code's fence, in a list and in a quote.
    assert_eq!(settled("  ```python\n  1\n  ```\n"), "  ```python\n  1\n  ```\n  ```text taipan\n  1\n  ```\n");
    assert_eq!(
        settled("- item\n\n  ```python\n  if True:\n      print(1)\n  ```\n- next\n"),
        "- item\n\n  ```python\n  if True:\n      print(1)\n  ```\n  ```text taipan\n  1\n  ```\n- next\n"
    );
    assert_eq!(settled("- ```python\n  1\n  ```\n"), "- ```python\n  1\n  ```\n  ```text taipan\n  1\n  ```\n");
    assert_eq!(settled("> ```python\n> 1\n> ```\n"), "> ```python\n> 1\n> ```\n> ```text taipan\n> 1\n> ```\n");
    // Code that is indented by four is no fence, and neither is one in a paragraph's line.
    for text in ["    ```python\n    1\n    ```\n", "a ```python 1 ```\n", "```pythonic\n1\n```\n", ""] {
        assert_eq!(settled(text), text);
    }
    // Nothing closes it: it goes on to the end.
    assert_eq!(settled("```python\n1\n"), "```python\n1\n```\n```text taipan\n1\n```\n");
    assert_eq!(settled("```python\n1"), "```python\n1\n```\n```text taipan\n1\n```");
    assert_eq!(settled("````python\n1\n```\n").matches("SyntaxError").count(), 1);
    assert_eq!(settled("```python\n```\n"), "```python\n```\n");
    assert_eq!(settled("```python"), "```python");
    // Line ends stay what they are.
    assert_eq!(
        settled("a\r\n```python\r\n1\r\n```\r\nb\r\n"),
        "a\r\n```python\r\n1\r\n```\r\n```text taipan\r\n1\r\n```\r\nb\r\n"
    );
}

fn md(folder: &Path, args: &[&str], input: &[u8]) -> Said {
    taipan_in(folder, &[&["md", "--isolation", "native"], args].concat(), input)
}

#[test]
fn the_command() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.md");
    let text = "# A\n\n```python\nx = 40\nx + 2\n```\n\n```python\nimport socket\n```\n";
    fs::write(&path, text).unwrap();
    let printed = md(folder.path(), &["a.md"], b"");
    golden("md", &printed.out);
    assert_eq!((printed.status, printed.err.as_str()), (1, "taipan: a.md:8: this block ended as denied\n"));
    assert_eq!(fs::read_to_string(&path).unwrap(), text);
    assert_eq!(md(folder.path(), &["-"], text.as_bytes()).out, printed.out);

    let checked = md(folder.path(), &["--check", "a.md"], b"");
    assert_eq!(checked.status, 1);
    assert!(checked.out.starts_with("--- a.md\n+++ a.md, run\n@@ -7,3 +7,"), "{}", checked.out);
    assert!(checked.out.contains("+```text taipan\n+42\n"), "{}", checked.out);
    let written = md(folder.path(), &["--in-place", "a.md"], b"");
    assert_eq!((written.status, written.out.as_str()), (1, ""));
    assert_eq!(fs::read_to_string(&path).unwrap(), printed.out);
    let checked = md(folder.path(), &["--check", "a.md"], b"");
    assert_eq!((checked.status, checked.out.as_str()), (0, ""));
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn bad_documents_are_told() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("latin.md"), b"caf\xe9").unwrap();
    let err = |args: &[&str]| md(folder.path(), args, b"").err;
    assert_eq!(err(&["absent.md"]), "error: absent.md: no such file or directory\n");
    assert_eq!(err(&["."]), "error: . is a folder; name a file\n");
    assert_eq!(err(&["latin.md"]), "error: latin.md: byte 3 is not UTF-8; save the file as UTF-8\n");
    let huge = md(folder.path(), &["-"], &vec![b'a'; (16 << 20) + 10]);
    assert_eq!(huge.status, 2);
    assert_eq!(huge.err, "error: -: invalid input: the document is larger than 16 MiB\n");
    let hostile = [">".repeat(100_000), "- ".repeat(50_000), "[".repeat(100_000), "```".repeat(50_000)].join("\n");
    assert_eq!(run(&hostile).text, hostile);
}
