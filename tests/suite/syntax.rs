//! Syntax errors in CPython's words, at CPython's places: `tests/syntax.txt` holds what CPython 3.13 prints where 3.14
//! prints the same.

use taipan::{Engine, Status};

#[test]
fn syntax_errors_read_like_cpythons() {
    let table = include_str!("../syntax.txt");
    let engine = Engine::builder().build().unwrap();
    let mut wrong = Vec::new();
    let mut count = 0;
    for block in table.split("====\n") {
        let (source, expected) = block.split_once("----\n").unwrap();
        let outcome = engine.run(source).unwrap();
        let found = outcome.error.map(|error| error.traceback).unwrap_or_default();
        count += 1;
        if outcome.status != Status::Error || found != expected {
            wrong.push(format!("{source}gives\n{found}instead of\n{expected}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {count} differ:\n{}", wrong.len(), wrong.join("\n"));
    assert!(count >= 300);
}

#[test]
fn a_long_text_with_an_error_is_answered_in_time() {
    let engine = Engine::builder().workers(1).build().unwrap();
    let walruses = engine.run(&"x:=".repeat(80_000)).unwrap();
    assert_eq!(walruses.error.unwrap().message, "invalid syntax (main.py, line 1)");
    let lines = "x = 1\n".repeat(20_000);
    let outcome = engine.run(&format!("{lines}if x\n    pass\n{lines}")).unwrap();
    let text = "  File \"main.py\", line 20001\n    if x\n        ^\nSyntaxError: expected ':'\n";
    assert_eq!(outcome.error.unwrap().traceback, text);
}
