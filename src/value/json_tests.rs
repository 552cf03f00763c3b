//! What the JSON form looks like, and what reading it refuses.

use serde_json::json;

use super::*;

fn read(json: &str) -> Result<Value, String> {
    serde_json::from_str(json).map_err(|error| error.to_string())
}

fn nested(levels: usize) -> Value {
    (0..levels).fold(Value::None, |inner, _| Value::List(vec![inner]))
}

fn text(text: &str) -> String {
    text.to_owned()
}

#[test]
fn each_value_has_its_json() {
    let pair = || vec![Value::Int(1), Value::Float(2.0)];
    let cases = [
        (Value::None, "null"),
        (Value::Bool(true), "true"),
        (Value::Int(-7), "-7"),
        (Value::Int(1 << 53), "9007199254740992"),
        (Value::Int((1 << 53) + 1), r#"{"$type":"int","value":"9007199254740993"}"#),
        (Value::Int(i64::MIN), r#"{"$type":"int","value":"-9223372036854775808"}"#),
        (Value::from(u64::MAX), r#"{"$type":"int","value":"18446744073709551615"}"#),
        (Value::Float(1.0), "1.0"),
        (Value::Float(-0.0), "-0.0"),
        (Value::Float(f64::INFINITY), r#"{"$type":"float","value":"inf"}"#),
        (Value::Float(f64::NEG_INFINITY), r#"{"$type":"float","value":"-inf"}"#),
        (
            Value::Complex { re: 0.0, im: f64::INFINITY },
            r#"{"$type":"complex","value":[0.0,{"$type":"float","value":"inf"}]}"#,
        ),
        (Value::from("\"\n\0"), r#""\"\n\u0000""#),
        (Value::Surrogates(text(r"a\\\udc80")), r#"{"$type":"str","value":"a\\\\\\udc80"}"#),
        (Value::Bytes(vec![0, 255]), r#"{"$type":"bytes","value":"AP8="}"#),
        (Value::ByteArray(vec![0, 255]), r#"{"$type":"bytearray","value":"AP8="}"#),
        (Value::List(pair()), "[1,2.0]"),
        (Value::Tuple(pair()), r#"{"$type":"tuple","value":[1,2.0]}"#),
        (Value::Set(pair()), r#"{"$type":"set","value":[1,2.0]}"#),
        (Value::FrozenSet(pair()), r#"{"$type":"frozenset","value":[1,2.0]}"#),
        (Value::Dict(vec![]), "{}"),
        (Value::Dict(vec![("b".into(), 1.into()), ("a".into(), 2.into())]), r#"{"b":1,"a":2}"#),
        (Value::Dict(vec![(1.into(), "one".into())]), r#"{"$type":"dict","value":[[1,"one"]]}"#),
        (Value::Dict(vec![("$type".into(), "int".into())]), r#"{"$type":"dict","value":[["$type","int"]]}"#),
        (Value::Decimal(text("0.10")), r#"{"$type":"decimal","value":"0.10"}"#),
        (Value::Fraction { numerator: text("-1"), denominator: text("3") }, r#"{"$type":"fraction","value":"-1/3"}"#),
        (Value::Date(text("2024-02-29")), r#"{"$type":"date","value":"2024-02-29"}"#),
        (Value::Time(text("23:59:59.000001")), r#"{"$type":"time","value":"23:59:59.000001"}"#),
        (
            Value::DateTime(text("2026-01-01T00:00:00+00:00")),
            r#"{"$type":"datetime","value":"2026-01-01T00:00:00+00:00"}"#,
        ),
        (
            Value::DateTime(text("2026-10-25T02:30:00+01:00[Europe/Paris][fold=1]")),
            r#"{"$type":"datetime","value":"2026-10-25T02:30:00+01:00[Europe/Paris][fold=1]"}"#,
        ),
        (
            Value::TimeDelta { days: -1, seconds: 86_399, microseconds: 5 },
            r#"{"$type":"timedelta","value":[-1,86399,5]}"#,
        ),
        (
            Value::Dataclass { name: text("Point"), fields: vec![(text("x"), Value::Int(1))] },
            r#"{"$type":"dataclass","name":"Point","value":{"x":1}}"#,
        ),
        (
            Value::Dataclass { name: text("Odd"), fields: vec![(text("$type"), Value::Int(1))] },
            r#"{"$type":"dataclass","name":"Odd","value":{"$type":"dict","value":[["$type",1]]}}"#,
        ),
        (
            Value::Other { type_name: text("re.Pattern"), repr: text("re.compile('a')") },
            r#"{"$type":"object","name":"re.Pattern","repr":"re.compile('a')"}"#,
        ),
    ];
    for (value, json) in cases {
        assert_eq!(serde_json::to_string(&value).unwrap(), json);
        assert_eq!(format!("{:?}", read(json).unwrap()), format!("{value:?}"));
    }
}

#[test]
fn nan_is_kept_and_equals_nothing() {
    let json = serde_json::to_string(&Value::Float(f64::NAN)).unwrap();
    assert_eq!(json, r#"{"$type":"float","value":"nan"}"#);
    let value = read(&json).unwrap();
    assert!(value.as_f64().unwrap().is_nan());
    assert_ne!(value, value.clone());
}

#[test]
fn members_of_a_tag_come_in_any_order() {
    let value = read(r#"{"value": {"x": 1}, "name": "P", "$type": "dataclass"}"#).unwrap();
    assert_eq!(value.type_name(), "P");
    assert_eq!(value.get("x"), Some(&Value::Int(1)));
}

#[test]
fn ints_are_read_whole_and_in_one_form() {
    assert_eq!(read("9007199254740993"), Ok(Value::Int(9_007_199_254_740_993)));
    assert_eq!(read("18446744073709551615"), Ok(Value::from(u64::MAX)));
    assert_eq!(read(r#"{"$type":"int","value":"5"}"#), Ok(Value::Int(5)));
}

#[test]
fn malformed_tags_are_refused_by_name() {
    let cases = [
        (r#"{"$type":"integer"}"#, r#"$type "integer": unknown tag"#),
        (r#"{"$type":1}"#, r#""$type" must be a string, found int"#),
        (r#"{"$type":"int","$type":"int","value":"1"}"#, r#""$type" is given twice"#),
        (r#"{"$type":"tuple"}"#, r#"$type "tuple": member "value" is missing"#),
        (r#"{"$type":"tuple","value":1}"#, r#"$type "tuple": "value" must be an array, found int"#),
        (r#"{"$type":"tuple","value":[],"items":[]}"#, r#"$type "tuple": unexpected member "items""#),
        (r#"{"$type":"int","value":5}"#, r#"$type "int": "value" must be a string, found int"#),
        (r#"{"$type":"int","value":"05"}"#, r#"$type "int": "05" is not an int"#),
        (r#"{"$type":"float","value":"1.5"}"#, r#"$type "float": "1.5" is not "nan", "inf" or "-inf""#),
        (r#"{"$type":"str","value":"plain"}"#, r#"$type "str": "plain" is not text with escaped surrogates"#),
        (r#"{"$type":"time","value":"01:00[fold=2]"}"#, r#"$type "time": "01:00[fold=2]" is not a time"#),
        (r#"{"$type":"bytearray","value":"AP8"}"#, r#"$type "bytearray": "AP8" is not base64"#),
        (r#"{"$type":"bytes","value":"AP8"}"#, r#"$type "bytes": "AP8" is not base64"#),
        (r#"{"$type":"complex","value":[1.0]}"#, r#"$type "complex": "value" must be an array of two numbers"#),
        (r#"{"$type":"dict","value":[[1]]}"#, r#"$type "dict": "value" must be an array of pairs"#),
        (r#"{"$type":"decimal","value":"1,5"}"#, r#"$type "decimal": "1,5" is not a decimal number"#),
        (r#"{"$type":"fraction","value":"1/0"}"#, r#"$type "fraction": "1/0" is not a fraction"#),
        (r#"{"$type":"date","value":"2026-02-29"}"#, r#"$type "date": "2026-02-29" is not a date"#),
        (r#"{"$type":"timedelta","value":[1,2.5,3]}"#, r#"$type "timedelta": "value" must be an array of three ints"#),
        (r#"{"$type":"dataclass","name":"P","value":[]}"#, r#"$type "dataclass": "value" must be an object"#),
        (r#"{"$type":"object","name":"a.B"}"#, r#"$type "object": member "repr" is missing"#),
    ];
    for (json, message) in cases {
        let error = read(json).unwrap_err();
        assert!(error.starts_with(message), "{json}: {error}");
    }
}

#[test]
fn quoted_input_is_cut() {
    let json = json!({"$type": "ä".repeat(100_000)}).to_string();
    assert!(read(&json).unwrap_err().len() < 300);
}

#[test]
fn text_of_numbers_and_dates_is_checked() {
    use super::text::*;

    let all = |check: fn(&str) -> bool, texts: &[&str]| texts.iter().filter(|text| !check(text)).count() == 0;
    let none = |check: fn(&str) -> bool, texts: &[&str]| texts.iter().filter(|text| check(text)).count() == 0;
    assert!(all(is_int, &["0", "-1", "10", "123456789012345678901"]));
    assert!(none(is_int, &["", "-", "-0", "+1", "01", "1.0", "١"]));
    assert!(all(is_decimal, &["0.1", "-0", "+1.", ".5", "1E+5", "1e-7", "NaN", "-sNaN123", "Infinity", "-inf"]));
    assert!(none(is_decimal, &["", ".", "-", "1e", "e5", "1.2.3", "nanx", "s1", "--1", "1_0", " 1"]));
    assert!(all(is_date, &["0001-01-01", "9999-12-31", "2000-02-29"]));
    assert!(none(is_date, &["", "0000-01-01", "1900-02-29", "2026-13-01", "2026-4-01", "2026-04-31", "2026-01-01-"]));
    assert!(all(is_time, &["00:00", "23:59:59", "12:00:00.5", "12:00:00.123456+05:30", "12:00Z", "12:00:00-00:00:01"]));
    assert!(none(
        is_time,
        &["", "24:00", "12:60", "12:00:60", "12", "12:00.5", "12:00:00.1234567", "12:00:00.", "12:00+", "12:00:00:00"]
    ));
    assert!(is_datetime("2026-01-01T00:00:00"));
    assert!(none(is_datetime, &["2026-01-01", "2026-01-01 00:00", "T00:00"]));
}

#[test]
fn depth_is_bounded_on_every_way_in() {
    let message = "nested deeper than 200 levels";
    let fits = nested(Value::MAX_DEPTH);
    let deeper = nested(Value::MAX_DEPTH + 1);

    assert_eq!(Value::from_serialize(&fits).unwrap(), fits);
    assert_eq!(fits.deserialize_into::<Value>().unwrap(), fits);
    assert_eq!(Value::from_serialize(&deeper).unwrap_err().to_string(), message);
    let error = deeper.deserialize_into::<Value>().unwrap_err().to_string();
    assert!(error.ends_with(message), "{error}");

    let json = |levels| (0..levels).fold(json!(null), |inner, _| json!([inner]));
    assert_eq!(serde_json::from_value::<Value>(json(200)).unwrap(), fits);
    let error = serde_json::from_value::<Value>(json(201)).unwrap_err();
    assert_eq!(error.to_string(), message);

    let long = format!("{}{}", "[".repeat(5_000), "]".repeat(5_000));
    assert!(read(&long).unwrap_err().starts_with("recursion limit exceeded"));
}
