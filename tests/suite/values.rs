//! Values that Python builds, as the host gets them.

use taipan::{Engine, LimitKind, Limits, Status, Value};

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
        ("'\\ud800 alone'", text("\\ud800 alone")),
        ("b'\\x00\\xff'", Value::Bytes(vec![0, 255])),
        ("bytearray(b'ab')", Value::Bytes(b"ab".to_vec())),
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
        ("a = [1]\na.append(a)\na", Value::List(vec![Value::Int(1), other("list", "[1, [...]]")])),
    ];
    let engine = Engine::builder().workers(2).build().unwrap();
    let wrong: Vec<String> = cases
        .iter()
        .filter_map(|(source, expected)| {
            let outcome = engine.run(source).unwrap();
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
    let outcome = Engine::builder().workers(1).build().unwrap().run(source).unwrap();
    let p = |x: i64, y: Vec<Value>| Value::Dataclass {
        name: "P".into(),
        fields: vec![("x".into(), Value::Int(x)), ("y".into(), Value::List(y))],
    };
    assert_eq!(outcome.value, p(1, vec![p(2, vec![])]));
    assert_eq!(outcome.repr, "P(x=1, y=[P(x=2, y=[])])");
}

#[test]
fn a_nan_and_a_negative_zero_keep_what_they_are() {
    let engine = Engine::builder().workers(1).build().unwrap();
    let outcome = engine.run("[float('nan'), -0.0]").unwrap();
    let Value::List(items) = &outcome.value else { panic!("{:?}", outcome.value) };
    assert!(items[0].as_f64().unwrap().is_nan());
    assert_eq!(items[1].as_f64().unwrap().to_bits(), (-0.0f64).to_bits());
    assert_eq!(outcome.repr, "[nan, -0.0]");
}

#[test]
fn a_value_within_its_bounds_is_whole_and_one_beyond_is_cut() {
    let engine = Engine::builder().workers(1).build().unwrap();
    let run = |source: &str| {
        let limits = Limits { value_bytes: 80, value_depth: 3, ..Limits::default() };
        engine.prepare(source).limits(&limits).run().unwrap()
    };
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
