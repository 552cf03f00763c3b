//! Functions of the host that guest code calls, on both isolations.

use std::panic;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;

use taipan::{Arguments, Engine, ErrorKind, Limits, Outcome, Run, Status, Value};

use crate::case;
use crate::walled::both;

fn engines() -> Vec<Engine> {
    both(&Engine::builder().limits(case::limits()).policy(case::policy()).workers(2))
}

fn rate(args: &Arguments) -> Result<f64, String> {
    match (args.get(0).and_then(Value::as_str), args.named("to").and_then(Value::as_str)) {
        (Some("EUR"), Some("USD")) => Ok(1.08),
        (from, to) => Err(format!("no rate from {from:?} to {to:?}")),
    }
}

fn echo(args: &Arguments) -> Result<Value, String> {
    args.get(0).cloned().ok_or_else(|| String::from("echo() takes one argument"))
}

/// The outcome of a program on each isolation, which must be the same but for what it used.
fn outcome(describe: impl Fn(Run<'_>) -> Run<'_>, source: &str) -> Outcome {
    let mut outcomes: Vec<Outcome> =
        engines().iter().map(|engine| describe(engine.prepare(source)).run().unwrap()).collect();
    let last = outcomes.pop().unwrap();
    for other in outcomes {
        let told = |outcome: &Outcome| {
            let calls =
                outcome.tool_calls.iter().map(|call| format!("{} {:?} {:?}", call.tool, call.value, call.error));
            let error = outcome.error.as_ref().map(|error| error.traceback.clone());
            (outcome.status, outcome.repr.clone(), outcome.stdout.clone(), error, calls.collect::<Vec<_>>())
        };
        assert_eq!(told(&other), told(&last), "{source}");
    }
    last
}

#[test]
fn a_tool_takes_values_and_gives_one() {
    let outcome = outcome(|run| run.tool("rate", rate), "round(100 * tools.rate('EUR', to='USD'), 2)");
    assert_eq!(outcome.repr, "108.0");
    let [call] = &outcome.tool_calls[..] else { panic!("{:?}", outcome.tool_calls) };
    assert_eq!((call.tool.as_str(), call.arguments.named("to")), ("rate", Some(&"USD".into())));
    let json = serde_json::to_value(&outcome).unwrap();
    let expected = r#"{"positional":["EUR"],"by_name":[["to","USD"]]}"#;
    assert_eq!(json["tool_calls"][0]["arguments"].to_string(), expected);
}

#[test]
fn values_of_every_kind_come_back_as_they_were() {
    let source = "
from decimal import Decimal
from fractions import Fraction
import datetime as d
values = [None, True, 2**100, -0.0, float('inf'), 'é\\n', b'\\x00\\xff', [1, [2]], (1,), {1: 'a', 'b': (2,)}, {1}, frozenset({2}), 1j,
          Decimal('1.10'), Fraction(1, 3), d.date(2024, 2, 29), d.time(1, 2, 3), d.datetime(2024, 1, 1), d.timedelta(1)]
[(value, tools.echo(value)) for value in values if repr(tools.echo(value)) != repr(value)]
";
    assert_eq!(outcome(|run| run.tool("echo", echo), source).repr, "[]");
}

#[test]
fn what_a_tool_says_instead_is_raised() {
    let source = "tools.rate('EUR', to='GBP')";
    let outcome = outcome(|run| run.tool("rate", rate), source);
    let traceback = "Traceback (most recent call last):
  File \"main.py\", line 1, in <module>
    tools.rate('EUR', to='GBP')
    ~~~~~~~~~~^^^^^^^^^^^^^^^^^
tools.ToolError: no rate from Some(\"EUR\") to Some(\"GBP\")
";
    assert_eq!((outcome.status, outcome.error.unwrap().traceback.as_str()), (Status::Error, traceback));
    assert_eq!(outcome.tool_calls[0].error.as_deref(), Some("no rate from Some(\"EUR\") to Some(\"GBP\")"));
}

#[test]
fn tools_are_awaited_and_gathered() {
    let source = "
import asyncio
async def main():
    return await asyncio.gather(*(twice(n) for n in range(3))), await tools.aio.echo('alone')
async def twice(n):
    return 2 * await tools.aio.echo(n)
asyncio.run(main())
";
    assert_eq!(outcome(|run| run.tool("echo", echo), source).repr, "([0, 2, 4], 'alone')");
}

#[test]
fn a_run_without_tools_has_none_and_one_with_some_shows_them() {
    let missing = outcome(|run| run, "tools");
    assert_eq!(missing.error.unwrap().message, "name 'tools' is not defined");
    let source = "repr(tools.echo), sorted(n for n in dir(tools) if n[0] != '_'), tools.echo.__name__, type(tools.echo).__name__";
    let repr = "('<tool echo>', ['ToolError', 'aio', 'echo'], 'echo', 'Tool')";
    assert_eq!(outcome(|run| run.tool("echo", echo), source).repr, repr);
    let made = outcome(|run| run.tool("echo", echo), "type(tools.echo)()");
    assert_eq!(made.error.unwrap().message, "cannot create 'tools.Tool' instances");
}

#[test]
fn a_tool_that_panics_says_so_and_the_next_run_works() {
    let hook = panic::take_hook();
    panic::set_hook(Box::new(|_| {}));
    let outcome =
        outcome(|run| run.tool("bad", |_: &Arguments| -> Result<i64, String> { panic!("no") }), "tools.bad()");
    panic::set_hook(hook);
    assert_eq!(outcome.error.unwrap().message, "the tool bad panicked");
}

#[test]
fn a_tool_may_run_programs_on_the_engine_that_called_it() {
    for engine in engines() {
        let inner = engine.clone();
        let nested = move |args: &Arguments| {
            let source = args.get(0).and_then(Value::as_str).unwrap_or_default();
            inner.run(source).map(|outcome| outcome.repr).map_err(|error| error.to_string())
        };
        let outcome = engine.prepare("tools.run('6 * 7') + '!'").tool("run", nested).run().unwrap();
        assert_eq!(outcome.repr, "'42!'", "{:?}", engine.isolation());
    }
}

#[test]
fn what_is_too_large_does_not_cross() {
    let huge = |_: &Arguments| Ok("x".repeat(200 << 20));
    let source = "try: tools.huge()\nexcept tools.ToolError as error: print(error)\ntry: tools.huge('y' * (2 << 20))\nexcept tools.ToolError as error: print(error)";
    let outcome = outcome(|run| run.tool("huge", huge), source);
    let expected = "the result of huge() takes 209715211 bytes, more than the 1048576 of a value
an argument of huge() takes 2097160, more than the 1048576 of a value
";
    assert_eq!(outcome.stdout, expected);
}

#[test]
fn what_nests_too_deep_does_not_cross() {
    let nested = |levels: usize| (0..levels).fold(Value::None, |inner, _| Value::List(vec![inner]));
    let tuples = |levels: usize| (0..levels).fold(Value::None, |inner, _| Value::Tuple(vec![inner]));
    let source =
        "try:\n    x = tools.deep()\nexcept tools.ToolError as error:\n    print(error)\nelse:\n    print(type(x))";
    let told = |value: Value| {
        outcome(
            |run| {
                run.tool("deep", {
                    let value = value.clone();
                    move |_: &Arguments| Ok(value.clone())
                })
            },
            source,
        )
        .stdout
    };
    let refused = "the result of deep() is nested deeper than 200 levels\n";
    assert_eq!([told(nested(200)), told(tuples(100))], ["<class 'list'>\n", "<class 'tuple'>\n"]);
    assert_eq!([told(nested(201)), told(tuples(101)), told(nested(300))], [refused; 3]);
    for engine in engines() {
        let input = |value: Value| engine.prepare("type(x)").input("x", value).run();
        assert_eq!(input(nested(200)).unwrap().repr, "<class 'list'>");
        let error = input(nested(201)).unwrap_err();
        let text = "invalid input: `x`: nested deeper than 200 levels";
        assert_eq!((error.kind(), error.to_string().as_str()), (ErrorKind::InvalidInput, text));
    }
}

#[test]
fn calls_are_counted_and_bounded() {
    let source = "n = 0\ntry:\n    while True:\n        tools.echo(n)\n        n += 1\nexcept tools.ToolError as error:\n    print(n, error)";
    let outcome = outcome(|run| run.tool("echo", echo), source);
    assert_eq!(outcome.stdout, "10000 a run may call tools 10000 times\n");
    assert_eq!(outcome.tool_calls.len(), 10_000);
    let source =
        "text = 'x' * 1_000_000\ntry:\n    while True: tools.echo(text)\nexcept tools.ToolError as error: print(error)";
    let outcome = self::outcome(|run| run.tool("echo", echo), source);
    assert_eq!(outcome.stdout, "the arguments and results of all tool calls take more than 16777216 bytes (16 MiB)\n");
}

#[test]
fn the_time_of_a_tool_is_not_the_runs_unless_it_is_asked_for() {
    let slow = |_: &Arguments| {
        thread::sleep(Duration::from_millis(300));
        Ok(1)
    };
    let limits = Limits { deadline: Duration::from_millis(200), ..case::limits() };
    let source = "n = tools.slow()\nfor i in range(1000): n += 1\nn";
    assert_eq!(outcome(|run| run.tool("slow", slow).limits(&limits), source).repr, "1001");
    let timed = outcome(|run| run.tool("slow", slow).limits(&limits).time_tools(), source);
    assert_eq!(timed.status, Status::Timeout);
}

#[test]
fn a_record_is_replayed_without_a_call() {
    let calls = Arc::new(AtomicUsize::new(0));
    let counted = calls.clone();
    let next = move |_: &Arguments| Ok(counted.fetch_add(1, Ordering::SeqCst) as i64);
    let source = "total = [tools.next(float('nan'), k=n) for n in range(5)]\ntotal";
    for engine in engines() {
        calls.store(0, Ordering::SeqCst);
        let first = engine.prepare(source).tool("next", next.clone()).run().unwrap();
        assert_eq!((first.repr.as_str(), calls.load(Ordering::SeqCst)), ("[0, 1, 2, 3, 4]", 5));
        let again = engine.prepare(source).replay_tools(first.tool_calls.clone()).run().unwrap();
        assert_eq!((again.repr.as_str(), calls.load(Ordering::SeqCst)), ("[0, 1, 2, 3, 4]", 5));
        assert_eq!(again.usage.fuel, first.usage.fuel);
        let other = engine.prepare("tools.next(1)").replay_tools(first.tool_calls.clone()).run().unwrap();
        let text = "the record has a call of next here, with other arguments";
        assert_eq!(other.error.unwrap().message, text);
        let longer = format!("{source}\ntools.next()");
        let longer = engine.prepare(longer).replay_tools(first.tool_calls).run().unwrap();
        assert_eq!(longer.error.unwrap().message, "the record has no further call");
    }
}

/// What a program sees of tools that it did not call is the same again.
#[test]
fn a_replayed_run_finds_the_tools_that_were_lent_and_not_called() {
    let source =
        "first = tools.rate('EUR', to='USD')\n[name for name in dir(tools) if name in ('echo', 'rate')], first";
    for engine in engines() {
        let first = engine.prepare(source).tool("rate", rate).tool("echo", echo).run().unwrap();
        assert_eq!(first.repr, "(['echo', 'rate'], 1.08)");
        let never = |_: &Arguments| -> Result<Value, String> { panic!("a replayed run calls nothing") };
        let before = engine.prepare(source).tool("echo", never).replay_tools(first.tool_calls.clone());
        let after = engine.prepare(source).replay_tools(first.tool_calls.clone()).tool("echo", never);
        for run in [before, after] {
            let again = run.run().unwrap();
            assert_eq!((again.repr, again.tool_calls.len()), (first.repr.clone(), 1));
        }
    }
}

#[test]
fn a_name_that_code_cannot_use_is_refused() {
    let engine = case::engine();
    for (name, why) in [
        ("", "`` is not an identifier; use letters, digits and `_`, not starting with a digit"),
        ("a-b", "`a-b` is not an identifier; use letters, digits and `_`, not starting with a digit"),
        ("class", "`class` is a keyword of Python; choose another name"),
        ("__dict__", "`__dict__` is reserved by Python; choose a name without double underscores"),
    ] {
        let error = engine.prepare("1").tool(name, echo).run().unwrap_err();
        assert_eq!((error.kind(), error.to_string()), (ErrorKind::InvalidInput, format!("invalid input: {why}")));
    }
}

#[test]
fn tools_are_of_one_run_of_a_session() {
    for engine in engines() {
        let session = engine.session().unwrap();
        session.prepare("f = tools.echo\nf(1)").tool("echo", echo).run().unwrap();
        let outcome = session.run("f(2)").unwrap();
        assert_eq!(outcome.error.unwrap().message, "no tool echo", "{:?}", engine.isolation());
    }
}
