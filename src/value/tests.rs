//! What conversions from and to Rust types give, and what they refuse.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use serde::{Deserialize, Serialize};
use serde_json::json;

use super::*;

#[track_caller]
fn refused<'de, T: Deserialize<'de> + std::fmt::Debug>(value: &'de Value, message: &str) {
    let error = value.deserialize_into::<T>().unwrap_err();
    assert_eq!(error.to_string(), message);
}

fn text(text: &str) -> String {
    text.to_owned()
}

#[test]
fn endless_rust_types_are_refused() {
    #[derive(Debug, Serialize, Deserialize)]
    struct Chain(Option<Box<Chain>>);

    let chain = (0..500).fold(Chain(None), |inner, _| Chain(Some(Box::new(inner))));
    assert!(Value::from_serialize(&chain).is_err());
    assert!(Value::Int(1).deserialize_into::<Chain>().is_err());
}

#[test]
fn standard_types_become_values() {
    assert_eq!(Value::from(u64::MAX), Value::BigInt(text("18446744073709551615")));
    assert_eq!(Value::from(i128::from(i64::MIN)), Value::Int(i64::MIN));
    assert_eq!(Value::from(0.5f32), Value::Float(0.5));
    assert_eq!(Value::from(Some("a")), Value::from("a"));
    assert_eq!(Value::from(None::<i32>), Value::None);
    assert_eq!(Value::from([1.5, 2.0]), Value::from(vec![1.5, 2.0]));
    assert_eq!(Value::from(&[1, 2][..]), Value::from(vec![1, 2]));
    assert_eq!(Value::from((1, "a", 2.5, true)), Value::Tuple(vec![1.into(), "a".into(), 2.5.into(), true.into()]));
    let names = ["c", "a", "b"].map(|name| (name.to_owned(), 1));
    assert_eq!(Value::from(HashMap::from(names.clone())), Value::from(BTreeMap::from(names)));
    assert_eq!(
        Value::from(json!({"b": [1, 2.0, null, u64::MAX], "$type": "int"})),
        Value::Dict(vec![
            ("b".into(), Value::List(vec![1.into(), 2.0.into(), ().into(), u64::MAX.into()])),
            ("$type".into(), "int".into()),
        ])
    );
}

#[test]
fn values_become_standard_types() {
    assert_eq!(u8::try_from(Value::Int(255)).unwrap(), 255);
    assert_eq!(u128::try_from(Value::from(u128::MAX)).unwrap(), u128::MAX);
    assert_eq!(f64::try_from(Value::Int(3)).unwrap(), 3.0);
    assert_eq!(String::try_from(Value::from("a")).unwrap(), "a");
    assert_eq!(Vec::<u8>::try_from(Value::Bytes(vec![1, 2])).unwrap(), [1, 2]);
    let pair = <(i32, Option<String>)>::try_from(Value::from((1, ()))).unwrap();
    assert_eq!(pair, (1, None));
    let map = Value::Dict(vec![("a".into(), 1.into()), ("a".into(), 2.into())]);
    assert_eq!(map.get("a"), Some(&Value::Int(2)));
    let map = BTreeMap::<String, i64>::try_from(map).unwrap();
    assert_eq!(map["a"], 2);
}

#[test]
fn serde_types_become_values() {
    #[derive(Serialize)]
    struct Unit;
    #[derive(Serialize)]
    struct Metres(f64);
    #[derive(Serialize)]
    enum Shape {
        Empty,
        Circle(f64),
        Box(i32, i32),
        Text { size: u8 },
    }

    let made = |value: &dyn Fn() -> Result<Value, ValueError>| value().unwrap();
    assert_eq!(made(&|| Value::from_serialize(&Unit)), Value::None);
    assert_eq!(made(&|| Value::from_serialize(&Metres(1.5))), Value::Float(1.5));
    assert_eq!(made(&|| Value::from_serialize("a")), Value::from("a"));
    assert_eq!(
        Value::from_serialize(&[Shape::Empty, Shape::Circle(1.0)]).unwrap(),
        Value::Tuple(vec!["Empty".into(), Value::Dict(vec![("Circle".into(), 1.0.into())])])
    );
    assert_eq!(
        Value::from_serialize(&vec![Shape::Box(1, 2), Shape::Text { size: 3 }]).unwrap(),
        Value::List(vec![
            Value::Dict(vec![("Box".into(), (1, 2).into())]),
            Value::Dict(vec![("Text".into(), Value::Dict(vec![("size".into(), 3.into())]))]),
        ])
    );
    assert_eq!(
        Value::from_serialize(&BTreeMap::from([((1, 'a'), u64::MAX)])).unwrap(),
        Value::Dict(vec![((1, "a").into(), u64::MAX.into())])
    );
    assert_eq!(
        Value::from_serialize(&json!({"$type": "tuple", "n": [1, 1.5]})).unwrap(),
        Value::from(json!({"$type": "tuple", "n": [1, 1.5]}))
    );
}

#[derive(Debug, PartialEq, Deserialize)]
struct Row {
    name: String,
    price: f64,
}

#[derive(Debug, PartialEq, Deserialize)]
struct Table {
    rows: Vec<Row>,
}

#[test]
fn structs_are_read_from_dicts_dataclasses_and_tuples() {
    let dataclass =
        Value::Dataclass { name: text("Row"), fields: vec![(text("name"), "a".into()), (text("price"), 1.into())] };
    let table = Value::Dict(vec![(
        "rows".into(),
        Value::List(vec![dataclass, ("b", 2.5).into(), json!({"price": 3.0, "name": "c"}).into()]),
    )]);
    let Table { rows } = table.deserialize_into().unwrap();
    assert_eq!(rows.iter().map(|row| row.price).sum::<f64>(), 6.5);
}

#[test]
fn text_is_read_where_numbers_and_dates_are_exact() {
    let strings = |value: &Value| value.deserialize_into::<String>().unwrap();
    assert_eq!(strings(&Value::from(u64::MAX)), "18446744073709551615");
    assert_eq!(strings(&Value::Int(5)), "5");
    assert_eq!(strings(&Value::Decimal(text("0.10"))), "0.10");
    assert_eq!(strings(&Value::Date(text("2026-01-01"))), "2026-01-01");
    let third = Value::Fraction { numerator: text("1"), denominator: text("3") };
    assert_eq!(strings(&third), "1/3");
    assert_eq!(third.deserialize_into::<serde_json::Value>().unwrap(), "1/3");

    let floats = |text: &str| Value::Decimal(text.to_owned()).deserialize_into::<f64>();
    assert_eq!(floats("0.1").unwrap(), 0.1);
    assert_eq!(floats("-Infinity").unwrap(), f64::NEG_INFINITY);
    assert!(floats("NaN").unwrap().is_nan());
    assert_eq!(
        floats("1E+999").unwrap_err().to_string(),
        "expected a number within the range of a float, found 1E+999"
    );
}

#[test]
fn sets_and_bytes_are_sequences() {
    let set = Value::Set(vec![2.into(), 1.into()]);
    assert_eq!(set.deserialize_into::<BTreeSet<u8>>().unwrap(), BTreeSet::from([1, 2]));
    refused::<(u8, u8)>(&set, "expected a tuple of 2, found set");
    let bytes = Value::Bytes(vec![97]);
    assert_eq!(bytes.deserialize_into::<&[u8]>().unwrap(), b"a");
    assert_eq!(bytes.deserialize_into::<Vec<u8>>().unwrap(), b"a");
}

#[test]
fn parts_are_read_by_place_or_by_name() {
    #[derive(Debug, PartialEq, Deserialize)]
    struct Complex {
        re: f64,
        im: f64,
    }

    let number = Value::Complex { re: 1.0, im: -0.5 };
    assert_eq!(number.deserialize_into::<(f64, f64)>().unwrap(), (1.0, -0.5));
    assert_eq!(number.deserialize_into::<Complex>().unwrap(), Complex { re: 1.0, im: -0.5 });
    let hour = Value::TimeDelta { days: 0, seconds: 3600, microseconds: 0 };
    assert_eq!(hour.deserialize_into::<[i64; 3]>().unwrap(), [0, 3600, 0]);
    assert!(hour.deserialize_into::<std::time::Duration>().is_err());
}

#[test]
fn enums_are_externally_tagged() {
    #[derive(Debug, PartialEq, Deserialize)]
    enum Shape {
        Empty,
        Circle(f64),
        Text { size: u8 },
    }

    let read = |json: serde_json::Value| {
        let value = Value::from(json);
        value.deserialize_into::<Shape>().map_err(|error| error.to_string())
    };
    let err = |message: &str| Err(message.to_owned());
    assert_eq!(read(json!("Empty")), Ok(Shape::Empty));
    assert_eq!(read(json!({"Empty": null})), Ok(Shape::Empty));
    assert_eq!(read(json!({"Circle": 2})), Ok(Shape::Circle(2.0)));
    assert_eq!(read(json!({"Text": {"size": 1}})), Ok(Shape::Text { size: 1 }));
    assert_eq!(
        read(json!({"Text": {"size": 256}})),
        err("at .Text.size: expected an integer from 0 to 255, found 256")
    );
    assert_eq!(read(json!({"Empty": 1})), err("at .Empty: expected None, found int"));
    assert_eq!(read(json!("Circle")), err("expected a dict with the content of variant Circle, found only its name"));
    assert_eq!(read(json!({})), err("expected a dict of one entry with a str key"));
    assert_eq!(read(json!("Square")), err("unknown variant `Square`, expected one of `Empty`, `Circle`, `Text`"));
}

#[test]
fn errors_name_the_place_and_the_type() {
    let table = |price: Value| {
        let row = Value::Dict(vec![("name".into(), "a".into()), ("price".into(), price)]);
        let good = Value::from(("b", 1));
        Value::Dict(vec![("rows".into(), Value::List(vec![good.clone(), good, row]))])
    };
    refused::<Table>(&table("free".into()), "at .rows[2].price: expected a number, found str");
    refused::<Table>(&table(true.into()), "at .rows[2].price: expected a number, found bool");
    refused::<Table>(&table(().into()), "at .rows[2].price: expected a number, found None");
    refused::<Table>(&Value::from(1), "expected a dict, found int");
    refused::<Table>(&Value::from(json!({"rows": [{"name": "a"}]})), "at .rows[0]: missing field `price`");
    refused::<Vec<Row>>(&Value::from(vec![("a", 1, 2)]), "at [0]: expected 2 items, found 3");
    refused::<(u8, u8)>(&Value::from((1,)), "expected a tuple of size 2, found 1 items");
    refused::<u8>(&Value::from(1.0), "expected an integer, found float");
    refused::<i64>(
        &Value::from(u64::MAX),
        "expected an integer from -9223372036854775808 to 9223372036854775807, found 18446744073709551615",
    );
    refused::<char>(&Value::from("ab"), "expected a character, found \"ab\"");
    refused::<HashMap<i32, bool>>(&Value::Dict(vec![(7.into(), 1.into())]), "at [7]: expected a bool, found int");
    refused::<HashMap<String, HashMap<i32, bool>>>(
        &Value::from(json!({"a b": {"x": true}})),
        "at [\"a b\"] (key \"x\"): expected an integer, found str",
    );
    let pattern = Value::Other { type_name: text("re.Pattern"), repr: text("re.compile('a')") };
    refused::<String>(&pattern, "expected a string, found re.Pattern");
    refused::<serde_json::Value>(&pattern, "expected plain data, found re.Pattern");
}

#[test]
fn a_value_inside_a_struct_is_kept() {
    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Job {
        id: u32,
        input: Value,
        limit: Option<Value>,
    }

    let job = Job {
        id: 1,
        input: Value::Tuple(vec![Value::Decimal(text("1.50")), Value::Dict(vec![((1, 2).into(), Value::Set(vec![]))])]),
        limit: Some(Value::Bytes(vec![1])),
    };
    let value = Value::from_serialize(&job).unwrap();
    assert_eq!(value.get("input"), Some(&job.input));
    assert_eq!(value.deserialize_into::<Job>().unwrap(), job);
}
