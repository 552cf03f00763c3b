//! The outcome's error is bounded, whatever guest code raises.

use taipan::{Engine, Outcome, Status};

use crate::case;

const CUT: &str = "the error's text is cut: its messages, notes and names take more than 512 KiB";

/// Programs whose errors would fill a host's memory.
const HUGE: [(&str, &str); 9] = [
    ("message", "raise ValueError('a' * 100_000_000)"),
    ("surrogates", "raise ValueError('\\ud800' * 10_000_000)"),
    ("notes", "e = ValueError()\nfor _ in range(10_000): e.add_note('b' * 10_000)\nraise e"),
    ("type name", "raise type('C' * 50_000_000, (Exception,), {})"),
    ("group", "g = ValueError('x' * 1000)\nfor _ in range(10): g = ExceptionGroup('g' * 1000, [g] * 15)\nraise g"),
    (
        "chain",
        "e = None\nfor _ in range(3000):\n    n = ValueError('d' * 1000)\n    n.__cause__ = e\n    e = n\nraise e",
    ),
    ("file name", "code = compile('def f(n): f(n - 1) if n else 1 / 0', 'f' * 1_000_000, 'exec')\nexec(code)\nf(500)"),
    ("syntax", "raise SyntaxError('m' * 9_000_000, ('n' * 9_000_000, 1, 1, 't' * 9_000_000))"),
    ("newlines", "e = ValueError('\\n' * 500_000)\nfor _ in range(9): e = ExceptionGroup('g', [e])\nraise e"),
];

fn size(outcome: &Outcome) -> usize {
    serde_json::to_string(outcome).unwrap().len()
}

#[test]
fn no_error_makes_a_huge_outcome() {
    let engine = Engine::builder().workers(1).limits(case::limits()).build().unwrap();
    for (what, source) in HUGE {
        let outcome = engine.run(source).unwrap();
        assert_eq!(outcome.status, Status::Error, "{what}: {:?}", outcome.limit);
        assert!(size(&outcome) < 16 << 20, "{what}: {}", size(&outcome));
        if what != "newlines" {
            assert_eq!(outcome.warnings, [CUT], "{what}");
        }
    }
}

#[test]
fn a_cut_message_says_how_much_is_missing() {
    let engine = Engine::builder().workers(1).build().unwrap();
    let error = engine.run("raise ValueError('a' * 1_000_000)").unwrap().error.unwrap();
    let end = "aaa [475754 bytes left out]";
    assert!(error.message.ends_with(end), "{}", &error.message[error.message.len() - 40..]);
    assert!(error.traceback.ends_with(&format!("{end}\n")), "{}", &error.traceback[error.traceback.len() - 40..]);
}

#[test]
fn an_ordinary_error_is_whole() {
    let engine = Engine::builder().workers(1).build().unwrap();
    let outcome = engine.run("raise ValueError('a' * 100_000)").unwrap();
    assert_eq!((outcome.warnings, outcome.error.unwrap().message), (vec![], "a".repeat(100_000)));
}
