//! Round trips that must hold for any data.

use std::collections::{BTreeMap, HashSet};

use proptest::collection::{btree_map, vec};
use proptest::option;
use proptest::prelude::*;
use serde::{Deserialize, Serialize};

use super::*;

fn int_text() -> impl Strategy<Value = String> {
    prop_oneof![any::<i64>().prop_map(|n| n.to_string()), "-?[1-9][0-9]{0,40}"]
}

fn date() -> impl Strategy<Value = String> {
    (1..=9999, 1..=12, 1..=28).prop_map(|(y, m, d)| format!("{y:04}-{m:02}-{d:02}"))
}

fn time() -> impl Strategy<Value = String> {
    let clock = (0..24, 0..60, 0..60).prop_map(|(h, m, s)| format!("{h:02}:{m:02}:{s:02}"));
    let zone = "(\\[[A-Z][a-z]{2,8}(/[A-Z][a-z_]{2,8})?\\])?(\\[fold=1\\])?";
    (clock, "(\\.[0-9]{6})?", "([+-][01][0-9]:[0-5][0-9])?", zone)
        .prop_map(|(clock, part, offset, zone)| clock + &part + &offset + &zone)
}

fn name() -> impl Strategy<Value = String> {
    prop_oneof![
        5 => any::<String>(),
        5 => "[a-z]{1,8}",
        1 => prop::sample::select(vec!["$type", "value", "name", "repr", "$serde_json::private::Number"])
            .prop_map(str::to_owned),
    ]
}

fn leaf() -> impl Strategy<Value = Value> {
    use prop::num::f64::ANY as float;
    prop_oneof![
        Just(Value::None),
        any::<bool>().prop_map(Value::Bool),
        any::<i64>().prop_map(Value::Int),
        (-9i64..=9).prop_map(|near| Value::Int((1 << 53) + near)),
        any::<i128>().prop_map(Value::from),
        int_text().prop_map(|digits| text::int(&digits).unwrap()),
        float.prop_map(Value::Float),
        (-1000i32..1000).prop_map(|whole| Value::Float(whole.into())),
        (float, float).prop_map(|(re, im)| Value::Complex { re, im }),
        name().prop_map(Value::Str),
        any::<Vec<u8>>().prop_map(Value::Bytes),
        any::<Vec<u8>>().prop_map(Value::ByteArray),
        vec(0xd7f8u32..0xe008, 0..6)
            .prop_map(|points| escape_surrogates(points.into_iter().chain([0xd800, 0x5c])))
            .prop_map(Value::Surrogates),
        "-?[0-9]{1,30}(\\.[0-9]{0,30})?(E[+-][0-9]{1,3})?".prop_map(Value::Decimal),
        "-?(s?NaN[0-9]{0,3}|Infinity)".prop_map(Value::Decimal),
        (int_text(), "[1-9][0-9]{0,30}")
            .prop_map(|(numerator, denominator)| Value::Fraction { numerator, denominator }),
        date().prop_map(Value::Date),
        time().prop_map(Value::Time),
        (date(), time()).prop_map(|(date, time)| Value::DateTime(format!("{date}T{time}"))),
        any::<(i64, i64, i64)>().prop_map(|(days, seconds, microseconds)| Value::TimeDelta {
            days,
            seconds,
            microseconds
        }),
        (name(), any::<String>()).prop_map(|(type_name, repr)| Value::Other { type_name, repr }),
    ]
}

fn value() -> impl Strategy<Value = Value> {
    leaf().prop_recursive(4, 48, 6, |inner| {
        let items = || vec(inner.clone(), 0..6);
        let named = || vec((name(), inner.clone()), 0..6).prop_map(distinct);
        let keyed = vec((inner.clone(), inner.clone()), 0..6).prop_map(distinct);
        prop_oneof![
            items().prop_map(Value::List),
            items().prop_map(Value::Tuple),
            items().prop_map(Value::Set),
            items().prop_map(Value::FrozenSet),
            keyed.prop_map(Value::Dict),
            named()
                .prop_map(|fields| Value::Dict(fields.into_iter().map(|(name, value)| (name.into(), value)).collect())),
            (name(), named()).prop_map(|(name, fields)| Value::Dataclass { name, fields }),
        ]
    })
}

fn distinct<K: std::fmt::Debug>(mut entries: Vec<(K, Value)>) -> Vec<(K, Value)> {
    let mut seen = HashSet::new();
    entries.retain(|(key, _)| seen.insert(format!("{key:?}")));
    entries
}

/// Compares what equality of floats would miss: NaN with itself, and zero with negative zero.
fn exactly(left: &Value, right: &Value) -> bool {
    let debug = |value: &Value| format!("{value:?}");
    debug(left).replace("-NaN", "NaN") == debug(right).replace("-NaN", "NaN")
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Everything {
    small: i8,
    large: u64,
    huge: i128,
    ratio: f64,
    single: f32,
    letter: char,
    title: String,
    maybe: Option<Vec<Option<bool>>>,
    pair: (u16, String),
    grid: [[i32; 2]; 2],
    named: BTreeMap<String, Shape>,
    keyed: BTreeMap<(i64, bool), Wrapped>,
    unit: (),
    data: Value,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
enum Shape {
    Empty,
    Circle(f64),
    Corners(i32, i32),
    Label { text: String, size: Option<u8> },
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Wrapped(String);

fn shape() -> impl Strategy<Value = Shape> {
    prop_oneof![
        Just(Shape::Empty),
        (-1e9..1e9).prop_map(Shape::Circle),
        any::<(i32, i32)>().prop_map(|(x, y)| Shape::Corners(x, y)),
        any::<(String, Option<u8>)>().prop_map(|(text, size)| Shape::Label { text, size }),
    ]
}

fn everything() -> impl Strategy<Value = Everything> {
    let finite = prop::num::f64::NORMAL | prop::num::f64::SUBNORMAL | prop::num::f64::ZERO;
    let numbers = (any::<(i8, u64, i128)>(), finite, prop::num::f32::NORMAL);
    let texts = (any::<char>(), any::<String>());
    let inner = (
        option::of(vec(any::<Option<bool>>(), 0..4)),
        any::<(u16, String)>(),
        any::<[[i32; 2]; 2]>(),
        btree_map(name(), shape(), 0..4),
        btree_map(any::<(i64, bool)>(), any::<String>().prop_map(Wrapped), 0..4),
        value().prop_filter("a NaN is not equal to itself", |value| *value == value.clone()),
    );
    (numbers, texts, inner).prop_map(|(numbers, (letter, title), inner)| {
        let ((small, large, huge), ratio, single) = numbers;
        let (maybe, pair, grid, named, keyed, data) = inner;
        Everything { small, large, huge, ratio, single, letter, title, maybe, pair, grid, named, keyed, unit: (), data }
    })
}

proptest! {
    /// Lists around a value leave it just enough levels.
    #[test]
    fn the_depth_is_what_reading_counts(value in value()) {
        let depth = (0..=Value::MAX_DEPTH).find(|most| !value.is_deeper_than(*most)).unwrap();
        let wrapped = |levels: usize| (0..levels).fold(value.clone(), |inner, _| Value::List(vec![inner]));
        let reads = |value: Value| Value::from_serialize(&value).is_ok();
        prop_assert!(reads(wrapped(Value::MAX_DEPTH - depth)));
        prop_assert!(!reads(wrapped(Value::MAX_DEPTH - depth + 1)));
    }

    #[test]
    fn a_value_survives_json_text(value in value()) {
        let json = serde_json::to_string(&value).unwrap();
        let back = serde_json::from_str(&json).unwrap();
        prop_assert!(exactly(&value, &back), "{json}\n{back:?}");
    }

    #[test]
    fn a_value_survives_a_json_tree(value in value()) {
        let json = serde_json::to_value(&value).unwrap();
        let back = serde_json::from_value(json).unwrap();
        prop_assert!(exactly(&value, &back), "{back:?}");
    }

    #[test]
    fn a_value_survives_the_serde_bridge(value in value()) {
        let made = Value::from_serialize(&value).unwrap();
        prop_assert!(exactly(&value, &made), "{made:?}");
        let read: Value = value.deserialize_into().unwrap();
        prop_assert!(exactly(&value, &read), "{read:?}");
    }

    #[test]
    fn a_struct_survives_a_value(everything in everything()) {
        let value = Value::from_serialize(&everything).unwrap();
        prop_assert_eq!(&value.deserialize_into::<Everything>().unwrap(), &everything);

        let json = serde_json::to_string(&value).unwrap();
        let value: Value = serde_json::from_str(&json).unwrap();
        prop_assert_eq!(value.deserialize_into::<Everything>().unwrap(), everything);
    }

    #[test]
    fn plain_json_means_what_it_says(value in value()) {
        let json = serde_json::to_value(&value).unwrap();
        let plain = Value::from_serialize(&json).unwrap();
        prop_assert_eq!(&plain.deserialize_into::<serde_json::Value>().unwrap(), &json);
        prop_assert_eq!(plain, Value::from(json));
    }

    #[test]
    fn reading_never_panics(json in "[\\[\\]{}\",:$a-z0-9.e-]{0,80}", text in any::<String>()) {
        let _ = serde_json::from_str::<Value>(&json);
        for kind in ["int", "bytes", "decimal", "fraction", "date", "time", "datetime"] {
            let tag = serde_json::json!({"$type": kind, "value": text});
            let _ = serde_json::from_value::<Value>(tag);
        }
    }
}
