//! Values that Python builds, as the host gets them.

use taipan::{Arguments, Engine, LimitKind, Limits, Outcome, Run, Status, Value};

use crate::walled::both;

/// What a program gives, the same on each isolation.
fn run(source: &str) -> Outcome {
    described(source, |run| run)
}

fn described(source: &str, describe: impl Fn(Run<'_>) -> Run<'_>) -> Outcome {
    let run = |engine: &Engine| describe(engine.prepare(source)).run().unwrap();
    let mut outcomes: Vec<Outcome> = both(&Engine::builder().workers(1)).iter().map(run).collect();
    let last = outcomes.pop().unwrap();
    for other in outcomes {
        let told = |outcome: &Outcome| (format!("{:?}", outcome.value), outcome.repr.clone(), outcome.error.clone());
        assert_eq!(told(&other), told(&last), "{source}");
    }
    last
}

fn other(type_name: &str, repr: &str) -> Value {
    Value::Other { type_name: type_name.into(), repr: repr.into() }
}

fn ints(items: &[i64]) -> Vec<Value> {
    items.iter().map(|item| Value::Int(*item)).collect()
}

#[test]
fn each_type_comes_out_as_its_kind() {
    let text = |text: &str| Value::from(text);
    let cases = [
        ("None", Value::None),
        ("1 < 2", Value::Bool(true)),
        ("-2**63", Value::Int(i64::MIN)),
        ("2**63", Value::BigInt("9223372036854775808".into())),
        ("-2**63 - 1", Value::BigInt("-9223372036854775809".into())),
        ("10**400 // 10**400", Value::Int(1)),
        ("0.1 + 0.2", Value::Float(0.300_000_000_000_000_04)),
        ("1e400", Value::Float(f64::INFINITY)),
        ("3 - 2j", Value::Complex { re: 3.0, im: -2.0 }),
        ("'h\\u00e9 \\U0001f40d\\0'", text("hé 🐍\0")),
        ("'\\ud800 alone'", Value::Surrogates("\\ud800 alone".into())),
        ("'\\ud83d' + '\\\\' + '\\udc0d'", Value::Surrogates("\\ud83d\\\\\\udc0d".into())),
        ("'\\\\ud800'", text("\\ud800")),
        ("b'\\x00\\xff'", Value::Bytes(vec![0, 255])),
        ("bytearray(b'ab')", Value::ByteArray(b"ab".to_vec())),
        ("[1, [2, [3]]]", Value::List(vec![Value::Int(1), Value::List(vec![Value::Int(2), Value::List(ints(&[3]))])])),
        ("(1,)", Value::Tuple(ints(&[1]))),
        ("()", Value::Tuple(vec![])),
        ("{3}", Value::Set(ints(&[3]))),
        ("set()", Value::Set(vec![])),
        ("frozenset([3])", Value::FrozenSet(ints(&[3]))),
        ("{'b': 1, 'a': 2}", Value::Dict(vec![(text("b"), Value::Int(1)), (text("a"), Value::Int(2))])),
        (
            "{1: 'one', (1, 2): None}",
            Value::Dict(vec![(Value::Int(1), text("one")), (Value::Tuple(ints(&[1, 2])), Value::None)]),
        ),
        ("{1: 'a', True: 'b', 1.0: 'c'}", Value::Dict(vec![(Value::Int(1), text("c"))])),
        ("from decimal import Decimal\nDecimal('1.10') * 3", Value::Decimal("3.30".into())),
        ("from decimal import Decimal\nDecimal('1E+3')", Value::Decimal("1E+3".into())),
        (
            "from fractions import Fraction\nFraction(6, -4)",
            Value::Fraction { numerator: "-3".into(), denominator: "2".into() },
        ),
        ("import datetime\ndatetime.date(2026, 2, 28) + datetime.timedelta(1)", Value::Date("2026-03-01".into())),
        ("import datetime\ndatetime.time(1, 2, 3, 4)", Value::Time("01:02:03.000004".into())),
        (
            "from datetime import *\ndatetime(2026, 1, 2, tzinfo=timezone(timedelta(hours=-5)))",
            Value::DateTime("2026-01-02T00:00:00-05:00".into()),
        ),
        (
            "from datetime import *\nfrom zoneinfo import ZoneInfo\ndatetime(2026, 10, 25, 2, 30, tzinfo=ZoneInfo('Europe/Paris'))",
            Value::DateTime("2026-10-25T02:30:00+02:00[Europe/Paris]".into()),
        ),
        (
            "from datetime import *\nfrom zoneinfo import ZoneInfo\ndatetime(2026, 10, 25, 2, 30, fold=1, tzinfo=ZoneInfo('Europe/Paris'))",
            Value::DateTime("2026-10-25T02:30:00+01:00[Europe/Paris][fold=1]".into()),
        ),
        ("import datetime\ndatetime.time(2, 30, fold=1)", Value::Time("02:30:00[fold=1]".into())),
        (
            "from datetime import *\nfrom zoneinfo import ZoneInfo\ntime(2, 30, tzinfo=ZoneInfo('Etc/GMT-1'))",
            Value::Time("02:30:00+01:00[Etc/GMT-1]".into()),
        ),
        (
            "from datetime import *\nclass Z(tzinfo):\n    def utcoffset(self, t): return timedelta(hours=2)\ntime(1, tzinfo=Z())",
            Value::Time("01:00:00+02:00".into()),
        ),
        (
            "import datetime\ndatetime.timedelta(hours=-1)",
            Value::TimeDelta { days: -1, seconds: 82_800, microseconds: 0 },
        ),
        ("range(3)", other("range", "range(0, 3)")),
        ("int", other("type", "<class 'int'>")),
        ("...", other("ellipsis", "Ellipsis")),
        ("slice(1, None)", other("slice", "slice(1, None, None)")),
        ("ValueError('a', 1)", other("ValueError", "ValueError('a', 1)")),
        ("class A:\n    def __repr__(self): return 'an A'\nA()", other("A", "an A")),
        ("import re\nre.compile('a')", other("re.Pattern", "re.compile('a')")),
        ("from collections import Counter\nCounter('aab')", other("collections.Counter", "Counter({'a': 2, 'b': 1})")),
        ("from collections import deque\ndeque([1])", other("collections.deque", "deque([1])")),
        ("class N(int): pass\nN(3)", other("N", "3")),
        ("from enum import Enum\nclass C(Enum):\n    RED = 1\nC.RED", other("C", "<C.RED: 1>")),
        (
            "class datetime:\n    __module__, tzinfo, fold = 'datetime', None, 1\n    def isoformat(self): return '2024-01-01[x]'\n    \
             def __repr__(self): return 'no date'\ndatetime.__qualname__ = 'datetime'\ndatetime()",
            other("datetime.datetime", "no date"),
        ),
        (
            "class Decimal:\n    __module__ = 'decimal'\n    def __repr__(self): return '1,5'\nDecimal()",
            other("decimal.Decimal", "1,5"),
        ),
        ("a = [1]\na.append(a)\na", Value::List(vec![Value::Int(1), other("list", "[1, [...]]")])),
    ];
    let wrong: Vec<String> = cases
        .iter()
        .filter_map(|(source, expected)| {
            let outcome = run(source);
            let fits = outcome.status == Status::Ok && outcome.value == *expected;
            (!fits).then(|| {
                format!(
                    "{source}\n  {:?} {:?}\n  instead of {expected:?}",
                    outcome.error.map(|e| e.message),
                    outcome.value
                )
            })
        })
        .collect();
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), cases.len(), wrong.join("\n"));
}

#[test]
fn a_dataclass_comes_out_with_its_fields() {
    let source = "from dataclasses import dataclass\n@dataclass\nclass P:\n    x: int\n    y: list\nP(1, [P(2, [])])";
    let outcome = run(source);
    let p = |x: i64, y: Vec<Value>| Value::Dataclass {
        name: "P".into(),
        fields: vec![("x".into(), Value::Int(x)), ("y".into(), Value::List(y))],
    };
    assert_eq!(outcome.value, p(1, vec![p(2, vec![])]));
    assert_eq!(outcome.repr, "P(x=1, y=[P(x=2, y=[])])");
    let source = "from dataclasses import *\nfrom typing import ClassVar\n@dataclass(frozen=True, slots=True)\nclass P:\n    \
                  x: int\n    count: ClassVar[int] = 7\n    given: InitVar[int]\nP(1, 2)";
    let value = Value::Dataclass { name: "P".into(), fields: vec![("x".into(), Value::Int(1))] };
    assert_eq!(run(source).value, value);
}

/// Values of all kinds that are equal to themselves, each as a program makes it.
const EACH: &str = "
import datetime as d, decimal, fractions, zoneinfo
paris = zoneinfo.ZoneInfo('Europe/Paris')
values = [None, True, -1, 2**100, 0.1, -0.0, float('inf'), 'h\u{e9}', 'a\\\\\\udc80', '\\ud83d\\udc0d', b'\\0\\xff', bytearray(b'ab'),
    [1, [2]], (1, (2,)), {1: 'a', (2,): {'$type': 3}}, {'$type': 'int'}, {1, 'a'}, frozenset({2}), {frozenset({1}): 2}, 1-2j,
    decimal.Decimal('1.10'), fractions.Fraction(-1, 3), d.date(2024, 2, 29), d.time(1, 2, 3, 4), d.time(1, fold=1),
    d.time(2, tzinfo=paris), d.datetime(2024, 1, 1), d.datetime(2024, 1, 1, fold=1), d.datetime(2024, 7, 1, tzinfo=paris),
    d.datetime(2026, 10, 25, 2, 30, tzinfo=paris), d.datetime(2026, 10, 25, 2, 30, fold=1, tzinfo=paris),
    d.datetime(2026, 3, 29, 2, 30, tzinfo=paris), d.datetime(2026, 3, 29, 2, 30, fold=1, tzinfo=paris),
    d.datetime(2024, 1, 1, tzinfo=d.timezone.utc), d.datetime(2024, 1, 1, tzinfo=zoneinfo.ZoneInfo('UTC')),
    d.datetime(2024, 1, 1, tzinfo=d.timezone(d.timedelta(hours=-5, minutes=-30))), d.timedelta(-1, 2, 3)]
";

#[test]
fn what_came_out_goes_in_as_it_was() {
    let out = run(&format!("{EACH}values"));
    let json = serde_json::to_string(&out.value).unwrap();
    let read: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(read, out.value);
    let source = format!(
        "{EACH}def told(x): return type(x), repr(x), x, getattr(x, 'fold', None)\n\
         [(x, y) for x, y in zip(given, values, strict=True) if told(x) != told(y)]"
    );
    let back = described(&source, |run| run.input("given", read.clone()));
    assert_eq!((back.repr.as_str(), back.error), ("[]", None));
}

#[test]
fn a_time_is_that_of_its_zone_which_has_its_offset() {
    let moment = |text: &str| Value::DateTime(text.into());
    let told = |text: &str| {
        let outcome = described("x.fold, str(x), x.tzname()", |run| run.input("x", moment(text)));
        outcome.error.map_or(outcome.repr, |error| error.message)
    };
    assert_eq!(told("2026-10-25T02:30:00+01:00[Europe/Paris]"), "(1, '2026-10-25 02:30:00+01:00', 'CET')");
    assert_eq!(told("2026-10-25T02:30:00+02:00[Europe/Paris]"), "(0, '2026-10-25 02:30:00+02:00', 'CEST')");
    assert_eq!(told("2026-10-25T02:30:00[Europe/Paris]"), "(0, '2026-10-25 02:30:00+02:00', 'CEST')");
    assert_eq!(told("2026-10-25T02:30:00+05:00[Europe/Paris]"), "2026-10-25 02:30:00+05:00 is no time of Europe/Paris");
    assert_eq!(told("2026-10-25T02:30:00[Europe/Nowhere]"), "'No time zone found with key Europe/Nowhere'");
}

fn point(x: i64) -> Value {
    Value::Dataclass { name: "Point".into(), fields: vec![("x".into(), Value::Int(x)), ("tag".into(), Value::None)] }
}

#[test]
fn a_dataclass_goes_in_as_one() {
    let source = "import dataclasses\n\
                  same = type(p) is type(q) is type(more[0]), p == q, p == more[0], len({p, q, *more})\n\
                  p.x += 1\n\
                  same, p, dataclasses.asdict(p), type(p).__name__, type(p).__module__, 'Point' in globals()";
    let outcome = described(source, |run| {
        run.input("p", point(1)).input("q", point(1)).input("more", Value::List(vec![point(1)]))
    });
    let repr = "((True, True, True, 1), Point(x=2, tag=None), {'x': 2, 'tag': None}, 'Point', '__main__', False)";
    assert_eq!(outcome.repr, repr, "{:?}", outcome.error);
    let Value::Tuple(parts) = &outcome.value else { panic!("{:?}", outcome.value) };
    assert_eq!(parts[1], point(2));
}

#[test]
fn a_dataclass_goes_into_a_class_that_the_program_has() {
    let class = "from dataclasses import dataclass\n@dataclass(frozen=True, slots=True)\nclass Point:\n    x: int\n    tag: object\n";
    let echo = |args: &Arguments| args.get(0).cloned().ok_or_else(String::new);
    let source =
        format!("{class}back = tools.echo([Point(3, None)])\nback == [Point(3, None)], type(back[0]) is Point");
    assert_eq!(described(&source, |run| run.tool("echo", echo)).repr, "(True, True)");
    for engine in both(&Engine::builder().workers(1)) {
        let session = engine.session().unwrap();
        session.run(class).unwrap();
        let outcome = session.prepare("p == Point(1, None), type(p) is Point").input("p", point(1)).run().unwrap();
        assert_eq!(outcome.repr, "(True, True)", "{:?}", engine.isolation());
        let other = Value::Dataclass { name: "Point".into(), fields: vec![("y".into(), Value::Int(1))] };
        let outcome = session.prepare("p, type(p) is Point").input("p", other).run().unwrap();
        assert_eq!(outcome.repr, "(Point(y=1), False)", "{:?}", engine.isolation());
    }
}

#[test]
fn a_nan_and_a_negative_zero_keep_what_they_are() {
    let outcome = run("[float('nan'), -0.0]");
    let Value::List(items) = &outcome.value else { panic!("{:?}", outcome.value) };
    assert!(items[0].as_f64().unwrap().is_nan());
    assert_eq!(items[1].as_f64().unwrap().to_bits(), (-0.0f64).to_bits());
    assert_eq!(outcome.repr, "[nan, -0.0]");
}

#[test]
fn a_value_within_its_bounds_is_whole_and_one_beyond_is_cut() {
    let limits = Limits { value_bytes: 80, value_depth: 3, ..Limits::default() };
    let run = |source: &str| described(source, |run| run.limits(&limits));
    // A slot each for the list and its nine items.
    assert_eq!(run("list(range(9))").status, Status::Ok);
    let over = run("list(range(10))");
    assert_eq!((over.status, over.value, over.truncated.value), (Status::Output, Value::None, true));
    assert_eq!(over.repr, "[0, 1, 2, 3, 4, 5, 6, 7, 8, 9]…");
    let limit = over.limit.unwrap();
    assert_eq!((limit.kind, limit.limit, limit.used), (LimitKind::ValueBytes, 80, 88));
    let deep = run("{'a': [((1,),)]}");
    assert_eq!(deep.limit.unwrap().kind, LimitKind::ValueDepth);
    assert_eq!(deep.repr, "{'a': [((1))]}…");
}
