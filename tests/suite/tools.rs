//! Functions of the host that guest code calls, on both isolations.

use std::panic;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;

use taipan::{Arguments, Cancel, Engine, ErrorKind, LimitKind, Limits, Outcome, Run, Status, Value};

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

/// Several at a time take `tools.aio`: what a tool gives is a value, and not to be awaited later.
#[test]
fn the_call_of_a_tool_is_awaited_as_it_stands() {
    let source = "
import asyncio
async def one():
    return 1
async def main():
    t, echo = tools, tools.echo
    return [await tools.echo(1), await t.echo([2]), await echo(3), await one(), await tools.aio.echo(5), tools.echo(6),
            await asyncio.sleep(0, 7), {x: await tools.echo(x) async for x in eight()}, await tools.echo(await tools.echo(9))]
async def eight():
    yield await tools.echo(8)
asyncio.run(main())
";
    assert_eq!(outcome(|run| run.tool("echo", echo), source).repr, "[1, [2], 3, 1, 5, 6, 7, {8: 8}, 9]");
    let raised = "
import asyncio
async def main():
    try:
        await tools.rate('EUR', to='GBP')
    except tools.ToolError as error:
        print(error)
    try:
        tools.echo(1)
        await len('ab')
    except TypeError as error:
        print(error)
    await exec_rate()
async def exec_rate():
    names = {'tools': tools}
    exec('async def f(): return await tools.echo(11)', names)
    print(await names['f']())
asyncio.run(main())
";
    let outcome = outcome(|run| run.tool("rate", rate).tool("echo", echo), raised);
    let expected = "no rate from Some(\"EUR\") to Some(\"GBP\")\n'int' object can't be awaited\n11\n";
    assert_eq!((outcome.stdout.as_str(), outcome.error), (expected, None));
    let gathered = "import asyncio\nasync def main(): await asyncio.gather(tools.echo(1))\nasyncio.run(main())";
    let gathered = self::outcome(|run| run.tool("echo", echo), gathered);
    let hint = "await each call of a tool, or hand over `tools.aio.name(...)`, which can be awaited later";
    assert_eq!(gathered.error.unwrap().hint.as_deref(), Some(hint));
    let plain = self::outcome(|run| run, "try: ... @ 1\nexcept TypeError as error: print(error)");
    assert_eq!(plain.stdout, "unsupported operand type(s) for @: 'ellipsis' and 'int'\n");
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

/// Answers when nobody waits any more.
fn hangs(_: &Arguments) -> Result<i64, String> {
    thread::sleep(Duration::from_secs(3));
    Ok(0)
}

#[test]
fn a_tool_that_never_answers_is_left() {
    for engine in engines() {
        let isolation = engine.isolation();
        let run = || engine.prepare("try: tools.hangs()\nfinally: print('never')").tool("hangs", hangs);
        let late = run().tool_deadline(Duration::from_millis(50)).run().unwrap();
        let limit = late.limit.unwrap();
        assert_eq!((late.status, limit.kind, limit.limit), (Status::Timeout, LimitKind::Tools, 50), "{isolation}");
        assert!((50..1000).contains(&limit.used), "{isolation}: {}", limit.used);
        assert_eq!(late.stdout, "", "{isolation}");
        let [call] = &late.tool_calls[..] else { panic!("{:?}", late.tool_calls) };
        assert_eq!(call.error.as_deref(), Some("it took longer than the run's tools may"));

        let timed = run().deadline(Duration::from_millis(50)).time_tools().run().unwrap();
        assert_eq!((timed.status, timed.limit.unwrap().kind), (Status::Timeout, LimitKind::Deadline), "{isolation}");
        assert_eq!(timed.tool_calls[0].error.as_deref(), Some("the run ended before it answered"));

        let cancel = Cancel::new();
        let handle = cancel.clone();
        let stopper = thread::spawn(move || {
            thread::sleep(Duration::from_millis(50));
            handle.cancel();
        });
        let cancelled = run().cancel(&cancel).run().unwrap();
        assert_eq!((cancelled.status, cancelled.limit), (Status::Cancelled, None), "{isolation}");
        assert_eq!(cancelled.tool_calls[0].error.as_deref(), Some("the run ended before it answered"));
        stopper.join().unwrap();
        assert_eq!(engine.run("1 + 1").unwrap().repr, "2", "{isolation}");
    }
}

#[test]
fn the_time_of_all_tools_is_bounded_together() {
    let nap = |_: &Arguments| {
        thread::sleep(Duration::from_millis(40));
        Ok(1)
    };
    let source = "while True: tools.nap()";
    let outcome = outcome(|run| run.tool("nap", nap).tool_deadline(Duration::from_millis(100)), source);
    assert_eq!(outcome.limit.unwrap().kind, LimitKind::Tools);
    let answered = outcome.tool_calls.iter().filter(|call| call.error.is_none()).count();
    assert!((1..=2).contains(&answered), "{:?}", outcome.tool_calls);
    assert!(outcome.tool_calls[0].wall_us >= 40_000, "{:?}", outcome.tool_calls[0]);
}

/// Each level holds an interpreter; the innermost finds none, and says so.
#[test]
fn tools_that_call_each_other_take_all_interpreters_and_end() {
    for engine in both(&Engine::builder().limits(case::limits()).workers(2).wait(Duration::from_millis(200))) {
        let outcome = engine.prepare("tools.deeper()").tool("deeper", deeper(engine.clone(), 1)).run().unwrap();
        let message = outcome.error.unwrap().message;
        assert!(message.starts_with("level 2 is busy: "), "{:?}: {message}", engine.isolation());
        assert_eq!(engine.run("1 + 1").unwrap().repr, "2");
    }
}

type Function = Box<dyn Fn(&Arguments) -> Result<String, String> + Send + Sync>;

fn deeper(engine: Engine, level: usize) -> Function {
    Box::new(move |_| {
        let run = engine.prepare("tools.deeper()").tool("deeper", deeper(engine.clone(), level + 1));
        let outcome = run.run().map_err(|error| format!("level {level} is {error}"))?;
        outcome.error.map_or(Ok(outcome.repr), |error| Err(error.message))
    })
}

#[test]
fn what_is_too_large_does_not_cross() {
    let huge = |_: &Arguments| Ok("x".repeat(1 << 30));
    let source = "try: tools.huge()\nexcept tools.ToolError as error: print(error)\ntry: tools.huge('y' * (2 << 20))\nexcept tools.ToolError as error: print(error)";
    let outcome = outcome(|run| run.tool("huge", huge), source);
    let expected = "the result of huge() takes 1073741835 bytes, more than the 1048576 of a value
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

/// Rust code can make values that say what they are not.
#[test]
fn a_value_that_is_none_does_not_cross() {
    let field = |name: &str| Value::Dataclass { name: "P".into(), fields: vec![(name.into(), Value::None)] };
    let cases = [
        (Value::BigInt("1_000".into()), "\"1_000\" is not an int"),
        (Value::List(vec![Value::Decimal("1,5".into())]), "\"1,5\" is not a decimal number"),
        (Value::Fraction { numerator: "1".into(), denominator: "0".into() }, "\"1/0\" is not a fraction"),
        (Value::Tuple(vec![Value::Date("2026-02-29".into())]), "\"2026-02-29\" is not a date"),
        (Value::Dict(vec![(Value::Time("25:00".into()), Value::None)]), "\"25:00\" is not a time"),
        (Value::Set(vec![Value::DateTime("2026-01-01".into())]), "\"2026-01-01\" is not a datetime"),
        (Value::Surrogates("plain".into()), "\"plain\" is not text with escaped surrogates"),
        (
            field("a b"),
            "a field of a dataclass: `a b` is not an identifier; use letters, digits and `_`, not starting with a digit",
        ),
        (field("class"), "a field of a dataclass: `class` is a keyword of Python; choose another name"),
    ];
    for engine in engines() {
        for (value, why) in &cases {
            let error = engine.prepare("1").input("x", value.clone()).run().unwrap_err();
            assert_eq!(
                (error.kind(), error.to_string()),
                (ErrorKind::InvalidInput, format!("invalid input: `x`: {why}"))
            );
            let value = value.clone();
            let run = engine.prepare("tools.make()").tool("make", move |_: &Arguments| Ok(value.clone()));
            assert_eq!(run.run().unwrap().error.unwrap().message, format!("the result of make(): {why}"));
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
