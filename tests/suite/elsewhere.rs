//! Another process goes on with what this one began: a session's snapshot, and the record of a run's tools.

use std::path::Path;
use std::process::Command;
use std::{env, fs};

use serde_json::Value as Json;
use taipan::{Arguments, Clock, Engine, EngineBuilder, Isolation, Outcome, Policy, Seed, ToolCall, Value};

use crate::case;
use crate::walled::{both, walled};

/// The folder by which the other process is told what to do.
const HANDED_OVER: &str = "TAIPAN_TESTS_HANDED_OVER";

fn builder() -> EngineBuilder {
    let policy = Policy { seed: Seed::Number(11), clock: Clock::FIXED, ..case::policy() };
    Engine::builder().limits(case::limits()).policy(policy).workers(1)
}

/// What each later run of the session looks at: draws, numbers of objects, generators, files, classes and finalizers.
const LATER: [&str; 6] = [
    "next(numbers), random.random(), uuid.uuid4()",
    "id(object()), hash(Node()), [repr(Node()) for _ in range(2)]",
    "open('notes.txt', 'a').write('more\\n')\nprint(open('notes.txt').read())\nlines.readline()",
    "def inner(): return outer(0)\ninner()",
    "for _ in range(3000): Node().me\ngone, len(kept)",
    "json.dumps(list(table.items())), time.time(), time.sleep(2), time.monotonic()",
];

const FIRST: &str = "
import json, random, time, uuid
gone = 0
class Node:
    def __init__(self): self.me = self
    def __del__(self):
        global gone
        gone += 1
def count():
    n = 0
    while True:
        n += 1
        yield n
def outer(x): return 1 / x
numbers, kept, table = count(), [Node() for _ in range(50)], {n: str(n) for n in range(200)}
next(numbers), random.random(), [id(node) for node in kept[:3]]
with open('notes.txt', 'w') as file: print(file.write('first\\n'))
lines = open('notes.txt')
time.sleep(1.5)
";

const WITH_TOOLS: &str = "
import random
print([tools.draw(random.randrange(100), of='x') for _ in range(3)])
try: tools.draw(-1)
except tools.ToolError as error: print(error)
tools.draw(b'\\xff', of=(1, 2))
";

/// The outcome without times.
fn told(mut outcome: Outcome) -> String {
    outcome.usage.wall_us = 0;
    outcome.tool_calls.iter_mut().for_each(|call| call.wall_us = 0);
    if outcome.isolation == Isolation::Native {
        outcome.usage.memory_peak_bytes = 0;
    }
    serde_json::to_string(&outcome).unwrap()
}

fn draw(args: &Arguments) -> Result<Value, String> {
    match (args.get(0), args.named("of")) {
        (Some(what), Some(of)) => Ok(Value::from((what.clone(), of.clone(), 0.5))),
        _ => Err(String::from("nothing to draw from")),
    }
}

/// Does what it is told where another process started it, and nothing else.
#[test]
fn the_other_process() {
    let Some(folder) = env::var_os(HANDED_OVER) else { return };
    let folder = Path::new(&folder);
    let mut results: Vec<String> = Vec::new();
    if let Ok(snapshot) = fs::read(folder.join("session")) {
        let session = walled(builder()).unwrap().restore(&snapshot).unwrap();
        results.extend(LATER.map(|source| told(session.run(source).unwrap())));
    }
    if let Ok(calls) = fs::read(folder.join("calls")) {
        let calls: Vec<ToolCall> = serde_json::from_slice(&calls).unwrap();
        let replayed =
            both(&builder()).into_iter().map(|engine| engine.prepare(WITH_TOOLS).replay_tools(calls.clone()).run());
        results.extend(replayed.map(|outcome| told(outcome.unwrap())));
    }
    fs::write(folder.join("results"), serde_json::to_vec(&results).unwrap()).unwrap();
}

/// What another process gives that is handed a file over.
fn elsewhere(name: &str, content: &[u8]) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join(name), content).unwrap();
    let mut command = Command::new(env::current_exe().unwrap());
    command.args(["--exact", "elsewhere::the_other_process"]).env(HANDED_OVER, folder.path());
    let output = command.output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
    serde_json::from_slice(&fs::read(folder.path().join("results")).unwrap()).unwrap()
}

#[test]
fn a_session_goes_on_the_same_in_another_process() {
    let Some(engine) = walled(builder()) else { return };
    let session = engine.session().unwrap();
    let first = session.run(FIRST).unwrap();
    assert_eq!((first.stdout.as_str(), first.error), ("6\n", None));
    let snapshot = session.snapshot().unwrap();
    let here = LATER.map(|source| told(session.run(source).unwrap()));
    assert_eq!(elsewhere("session", &snapshot), here);
    let values: Vec<Json> = here.iter().map(|outcome| serde_json::from_str(outcome).unwrap()).collect();
    assert_eq!(values[2]["stdout"], "first\nmore\n\n");
    assert_eq!(values[3]["error"]["type"], "ZeroDivisionError");
    assert!(values.iter().enumerate().all(|(run, value)| run == 3 || value["status"] == "ok"), "{values:?}");
}

#[test]
fn the_record_of_a_runs_tools_replays_in_another_process() {
    let engines = both(&builder());
    let run = |engine: &Engine| engine.prepare(WITH_TOOLS).tool("draw", draw).run().unwrap();
    let outcomes: Vec<Outcome> = engines.iter().map(run).collect();
    assert_eq!((outcomes[0].error.clone(), outcomes[0].tool_calls.len()), (None, 5));
    let calls = serde_json::to_vec(&outcomes[0].tool_calls).unwrap();
    let here: Vec<String> = outcomes.into_iter().map(told).collect();
    assert_eq!(elsewhere("calls", &calls), here);
}
