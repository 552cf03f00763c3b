//! What guest code can make the process itself print: nothing but the streams of its run.

use crate::command::{Said, code, run};

/// A class whose every object dies with an error.
const NOISY: &str = "import sys\nclass Noisy:\n    def __del__(self): raise ValueError('late')\n";

const LATE: &str = "Exception ignored while calling deallocator <function Noisy.__del__ at 0x7f0000010000>:
Traceback (most recent call last):
  File \"<string>\", line 3, in __del__
    def __del__(self): raise ValueError('late')
                       ^^^^^^^^^^^^^^^^^^^^^^^^
ValueError: late
";

/// What the program does, after [`NOISY`], and what the process may say on standard error.
const ATTEMPTS: &[(&str, &str)] = &[
    ("Noisy()", LATE),
    ("del sys.stderr\nNoisy()", ""),
    ("sys.stderr = None\nNoisy()", ""),
    ("sys.stderr = object()\nNoisy()", ""),
    ("class W:\n    def write(self, text): raise OSError(text)\nsys.stderr = W()\nNoisy()", ""),
    ("vars(sys).clear()\nNoisy()", ""),
    ("vars(sys).pop('stderr')\nNoisy()", ""),
    ("del sys.unraisablehook\nNoisy()", LATE),
    ("sys.unraisablehook = None\nNoisy()", LATE),
    ("del sys.modules['sys']\nNoisy()", LATE),
    ("import builtins\ndel builtins.__import__\nNoisy()", LATE),
    ("eval('d()', {'__builtins__': {}, 'd': Noisy})", LATE),
    ("sys.unraisablehook = lambda a: print(a.exc_type.__name__, a.object)\ndel sys.stderr\nNoisy()", ""),
    (
        "class E(Exception):\n    def __repr__(self): return 'GUEST'\n    __str__ = __repr__\ndef hook(a): raise E\ndel sys.stderr\nsys.unraisablehook = hook\nNoisy()",
        "",
    ),
    ("import weakref\ndef late(r): raise ValueError\nr = weakref.ref(Noisy, late)\ndel Noisy, sys.stderr", ""),
    ("def g():\n    try: yield\n    finally: raise ValueError\ni = g(); next(i)\ndel sys.stderr\ndel i", ""),
    (
        "async def f():\n    try: await h()\n    finally: raise ValueError\nclass h:\n    def __await__(self): yield\nc = f(); c.send(None)\ndel sys.stderr\ndel c",
        "",
    ),
    (
        "async def f(): pass\nimport warnings\nwarnings.simplefilter('error')\ndel sys.stderr\nf()",
        "Exception ignored while finalizing coroutine <coroutine object f at 0x7f0000010000>: <coroutine object f at 0x7f0000010000>\nRuntimeWarning: coroutine 'f' was never awaited\n",
    ),
    ("import atexit\natexit.register(lambda: 1 / 0)\ndel sys.stderr", ""),
    (
        "import atexit\natexit.register(lambda: 1 / 0)\natexit._run_exitfuncs()\ndel sys.stderr",
        "Exception ignored in atexit callback <function <lambda> at 0x7f0000010000>:\nZeroDivisionError: division by zero\n",
    ),
    ("import io\nclass F(io.RawIOBase):\n    def close(self): raise OSError('late')\ndel sys.stderr\nF()", ""),
    (
        "class B:\n    def __buffer__(self, flags): return memoryview(b'')\n    def __release_buffer__(self, view): raise ValueError\ndel sys.stderr\nmemoryview(B()).release()",
        "Exception ignored in __release_buffer__ of B:\nValueError\n",
    ),
    ("sys.excepthook = None\ndel sys.stderr\nNoisy()", ""),
];

#[test]
fn the_process_prints_what_the_run_wrote() {
    for (attempt, expected) in ATTEMPTS {
        let said = code(&format!("{NOISY}{attempt}\nNone"));
        let out = if attempt.contains("print(") { "ValueError None\n" } else { "" };
        assert_eq!(said, Said { status: 0, out: out.into(), err: (*expected).into() }, "{attempt}");
    }
}

/// With `--json`, standard output is one object and standard error nothing, whatever the program does.
#[test]
fn the_outcome_stands_alone() {
    for (attempt, _) in ATTEMPTS {
        let said = run(&["--json", "-c", &format!("{NOISY}{attempt}\nNone")]);
        assert_eq!(said.err, "", "{attempt}");
        let outcome: serde_json::Value = serde_json::from_str(&said.out).unwrap();
        assert_ne!(outcome["status"], "crashed", "{attempt}");
    }
}

/// RustPython's own `input` reads the host's terminal where the streams have the numbers of one.
#[test]
fn input_reads_what_the_run_has() {
    let said = code(
        "import sys\nclass T:\n    def fileno(self): return 0\n    def readline(self): return 'its own\\n'\nsys.stdin = T()\ninput('? ')",
    );
    assert_eq!(said, Said { status: 0, out: "? 'its own'\n".into(), err: String::new() });
    let said = code("input('? ')");
    assert!(said.status == 1 && said.err.contains("\nEOFError: EOF when reading a line\n"), "{said:?}");
}
