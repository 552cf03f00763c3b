//! Values on their way through a real interpreter: what goes in comes out, and what Python builds comes out right.

use std::sync::LazyLock;

use proptest::collection::{btree_map, btree_set, vec};
use proptest::num::f64::ANY as FLOAT;
use proptest::prelude::*;
use taipan::{Engine, Outcome, Status, Value};

use crate::walled::both;

static ENGINES: LazyLock<Vec<Engine>> = LazyLock::new(|| both(&Engine::builder().workers(2)));

/// Prints for each value its type's name, its text, and whether that is an expression that gives the value back.
const ECHO: &str = "
from datetime import date
from decimal import Decimal
from fractions import Fraction
import datetime
inf = float('inf')
nan = float('nan')
infj = complex(0, inf)
nanj = complex(0, nan)
seen = [(type(x).__name__, repr(x), repr(eval(repr(x))) == repr(x)) for x in xs]
(xs, seen)
";

proptest! {
    // Each case is a run of many values: what costs is the fresh interpreter.
    #![proptest_config(ProptestConfig { cases: 8, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn values_come_out_as_they_went_in(values in vec(value(), 1..40)) {
        let outcome = run(ECHO, values.clone());
        prop_assert_eq!(outcome.status, Status::Ok, "{:?}", outcome.error);
        let Value::Tuple(answer) = &outcome.value else { panic!("{}", outcome.repr) };
        prop_assert_eq!(form(&answer[0]), form(&Value::List(values.clone())));
        for (value, seen) in values.iter().zip(answer[1].as_list().unwrap()) {
            let [kind, repr, is_expression] = seen.as_list().unwrap() else { panic!("{seen:?}") };
            prop_assert_eq!(kind.as_str().unwrap(), value.type_name());
            let repr = repr.as_str().unwrap();
            prop_assert!(looks_like(value.type_name(), repr), "{:?}: {}", value, repr);
            // The signs of a complex zero and the order of a set are not in the text.
            let form = form(value);
            if !form.contains("Complex") && !form.contains("Set(") {
                prop_assert_eq!(is_expression, &Value::Bool(true), "{}", repr);
            }
        }
    }

    #[test]
    fn values_come_through_json_as_they_went_in(values in vec(value(), 1..40)) {
        let json = serde_json::to_string(&values).unwrap();
        let outcome = run("xs", serde_json::from_str(&json).unwrap());
        prop_assert_eq!(form(&outcome.value), form(&Value::List(values)));
    }

    #[test]
    fn ints_are_what_rust_makes_of_them(numbers in vec(i128::MIN + 1..i128::MAX, 1..100)) {
        let values = numbers.iter().copied().map(Value::from).collect();
        let outcome = run("[(x, x + 1, -x, repr(x)) for x in xs]", values);
        let row = |n: i128| Value::from((Value::from(n), Value::from(n + 1), Value::from(-n), n.to_string()));
        prop_assert_eq!(outcome.value, Value::List(numbers.into_iter().map(row).collect()));
    }

    #[test]
    fn floats_read_back_from_their_text(numbers in vec(FLOAT, 1..100)) {
        let outcome = run("[repr(x) for x in xs]", numbers.iter().copied().map(Value::Float).collect());
        for (number, text) in numbers.iter().zip(outcome.value.as_list().unwrap()) {
            let text = text.as_str().unwrap();
            let read: f64 = text.parse().unwrap();
            prop_assert!(number.is_nan() && read.is_nan() || read.to_bits() == number.to_bits(), "{}", text);
        }
    }

    #[test]
    fn text_keeps_every_character(texts in vec(any::<String>(), 1..40)) {
        let values = texts.iter().map(|text| Value::from(text.as_str())).collect();
        let outcome = run("[(x, len(x), x.encode(), x[::-1]) for x in xs]", values);
        let row = |text: String| {
            let length = text.chars().count() as i64;
            let reversed: String = text.chars().rev().collect();
            Value::from((text.as_str(), length, Value::Bytes(text.clone().into_bytes()), reversed))
        };
        prop_assert_eq!(outcome.value, Value::List(texts.into_iter().map(row).collect()));
    }
}

/// What a run gives on each isolation.
fn run(source: &str, xs: Vec<Value>) -> Outcome {
    let run = |engine: &Engine| engine.prepare(source).input("xs", Value::List(xs.clone())).run().unwrap();
    let mut outcomes: Vec<Outcome> = ENGINES.iter().map(run).collect();
    let last = outcomes.pop().unwrap();
    for other in outcomes {
        assert_eq!((form(&other.value), &other.repr, other.status), (form(&last.value), &last.repr, last.status));
    }
    last
}

fn looks_like(kind: &str, repr: &str) -> bool {
    match kind {
        "NoneType" => repr == "None",
        "bool" => repr == "True" || repr == "False",
        "int" => repr.trim_start_matches('-').bytes().all(|b| b.is_ascii_digit()),
        "float" => repr.contains(['.', 'e', 'n']),
        "complex" => repr.trim_end_matches(')').ends_with('j'),
        "str" => repr.starts_with(['\'', '"']),
        "bytes" => repr.starts_with("b'") || repr.starts_with("b\""),
        "list" => repr.starts_with('['),
        "tuple" => repr.starts_with('('),
        "set" => repr.starts_with('{') || repr == "set()",
        "dict" => repr.starts_with('{'),
        "date" | "time" | "datetime" | "timedelta" => repr.starts_with(&format!("datetime.{kind}(")),
        _ => repr.starts_with(&format!("{kind}(")),
    }
}

/// A text that tells values apart as Python does: NaN is itself, `-0.0` is not `0.0`, sets have no order.
fn form(value: &Value) -> String {
    let sorted = |items: &[Value]| {
        let mut items: Vec<String> = items.iter().map(form).collect();
        items.sort();
        items.join(", ")
    };
    let listed = |items: &[Value]| items.iter().map(form).collect::<Vec<_>>().join(", ");
    match value {
        Value::Set(items) => format!("Set({})", sorted(items)),
        Value::FrozenSet(items) => format!("FrozenSet({})", sorted(items)),
        Value::List(items) => format!("List({})", listed(items)),
        Value::Tuple(items) => format!("Tuple({})", listed(items)),
        Value::Dict(entries) => {
            let entries: Vec<String> =
                entries.iter().map(|(key, item)| format!("{}: {}", form(key), form(item))).collect();
            format!("Dict({})", entries.join(", "))
        }
        other => format!("{other:?}").replace("-NaN", "NaN"),
    }
}

fn value() -> impl Strategy<Value = Value> {
    leaf().prop_recursive(4, 32, 5, |inner| {
        prop_oneof![
            3 => vec(inner.clone(), 0..5).prop_map(Value::List),
            3 => vec(inner.clone(), 0..5).prop_map(Value::Tuple),
            3 => btree_map(key(), inner, 0..5)
                .prop_map(|entries| Value::Dict(entries.into_iter().map(|(key, item)| (key.0, item)).collect())),
            1 => btree_set(key(), 0..5).prop_map(|keys| Value::Set(keys.into_iter().map(|key| key.0).collect())),
            1 => btree_set(key(), 0..5).prop_map(|keys| Value::FrozenSet(keys.into_iter().map(|key| key.0).collect())),
        ]
    })
}

fn leaf() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(Value::None),
        any::<bool>().prop_map(Value::Bool),
        any::<i64>().prop_map(Value::Int),
        any::<i128>().prop_map(Value::from),
        "-?[1-9][0-9]{20,60}".prop_map(Value::BigInt),
        FLOAT.prop_map(Value::Float),
        prop::sample::select(vec![0.0, -0.0, f64::NAN, f64::INFINITY, f64::NEG_INFINITY, 5e-324, 0.1])
            .prop_map(Value::Float),
        (FLOAT, FLOAT).prop_map(|(re, im)| Value::Complex { re, im }),
        any::<String>().prop_map(Value::Str),
        any::<Vec<u8>>().prop_map(Value::Bytes),
        any::<Vec<u8>>().prop_map(Value::ByteArray),
        ("[a-z\u{e4}]{0,3}", "[89a-f][0-9a-f]{2}", "(\\\\\\\\)?")
            .prop_map(|(before, digits, after)| { Value::Surrogates(format!("{before}\\ud{digits}{after}")) }),
        decimal(),
        fraction(),
        date().prop_map(Value::Date),
        time().prop_map(Value::Time),
        (date(), time()).prop_map(|(date, time)| Value::DateTime(format!("{date}T{time}"))),
        (-999_999_999i64..=999_999_999, 0i64..86_400, 0i64..1_000_000)
            .prop_map(|(days, seconds, microseconds)| Value::TimeDelta { days, seconds, microseconds }),
    ]
}

/// A value that can be a key, ordered by its text so that no two keys of a table are equal in Python.
#[derive(Clone, Debug)]
struct Key(Value);

impl PartialEq for Key {
    fn eq(&self, other: &Key) -> bool {
        form(&self.0) == form(&other.0)
    }
}

impl Eq for Key {}

impl PartialOrd for Key {
    fn partial_cmp(&self, other: &Key) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Key {
    fn cmp(&self, other: &Key) -> std::cmp::Ordering {
        form(&self.0).cmp(&form(&other.0))
    }
}

fn key() -> impl Strategy<Value = Key> {
    let simple = prop_oneof![
        Just(Value::None),
        any::<i128>().prop_map(Value::from),
        any::<String>().prop_map(Value::Str),
        any::<Vec<u8>>().prop_map(Value::Bytes),
        date().prop_map(Value::Date),
    ];
    let pair = vec(simple.clone(), 0..3).prop_map(Value::Tuple);
    prop_oneof![4 => simple, 1 => pair].prop_map(Key)
}

/// As Python's `str` writes it: an exponent only where plain digits would hide the precision or run long.
fn decimal() -> impl Strategy<Value = Value> {
    let number = (any::<bool>(), "0|[1-9][0-9]{0,25}", -60i32..60).prop_map(|(negative, digits, exponent)| {
        let adjusted = exponent + digits.len() as i32 - 1;
        let text = if exponent <= 0 && adjusted >= -6 {
            match digits.len() as i32 + exponent {
                _ if exponent == 0 => digits,
                point if point > 0 => format!("{}.{}", &digits[..point as usize], &digits[point as usize..]),
                point => format!("0.{}{digits}", "0".repeat(-point as usize)),
            }
        } else {
            let (first, rest) = digits.split_at(1);
            let point = if rest.is_empty() { "" } else { "." };
            format!("{first}{point}{rest}E{adjusted:+}")
        };
        if negative { format!("-{text}") } else { text }
    });
    let special = prop::sample::select(vec!["NaN", "sNaN", "-NaN123", "Infinity", "-Infinity"]).prop_map(str::to_owned);
    prop_oneof![9 => number, 1 => special].prop_map(Value::Decimal)
}

fn fraction() -> impl Strategy<Value = Value> {
    (any::<i64>(), 1i64..=i64::MAX).prop_map(|(numerator, denominator)| {
        let (mut a, mut b) = (numerator.unsigned_abs(), denominator.unsigned_abs());
        while b != 0 {
            (a, b) = (b, a % b);
        }
        let common = i128::from(a);
        Value::Fraction {
            numerator: (i128::from(numerator) / common).to_string(),
            denominator: (i128::from(denominator) / common).to_string(),
        }
    })
}

fn date() -> impl Strategy<Value = String> {
    (1..=9999, 1..=12, 1..=28).prop_map(|(y, m, d)| format!("{y:04}-{m:02}-{d:02}"))
}

fn time() -> impl Strategy<Value = String> {
    let clock = (0..24, 0..60, 0..60).prop_map(|(h, m, s)| format!("{h:02}:{m:02}:{s:02}"));
    (clock, "(\\.[0-9]{5}[1-9])?", "([+-][01][0-9]:[0-5][1-9]|\\+00:00)?", "(\\[fold=1\\])?")
        .prop_map(|(clock, part, offset, fold)| clock + &part + &offset + &fold)
}
