//! What a request may say.

use std::fmt;

use serde::de::{Error as _, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};

use crate::value::Value;

/// A run that is asked for.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RunRequest {
    #[serde(alias = "python_code")]
    pub(crate) code: String,
    #[serde(alias = "global_variables", default)]
    pub(crate) inputs: Inputs,
    #[serde(default)]
    pub(crate) timeout_ms: Option<u64>,
    #[serde(default)]
    pub(crate) fuel: Option<u64>,
    #[serde(default)]
    pub(crate) seed: Option<u64>,
    #[serde(default)]
    pub(crate) policy: Option<String>,
    #[serde(default)]
    pub(crate) session_id: Option<String>,
}

/// A check that is asked for.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct CheckRequest {
    #[serde(alias = "python_code")]
    pub(crate) code: String,
    #[serde(default)]
    pub(crate) inputs: Vec<String>,
}

/// A session that is to be forgotten.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ResetRequest {
    pub(crate) session_id: String,
}

/// Named values, each name once.
#[derive(Clone, Debug, Default)]
pub(crate) struct Inputs(pub(crate) Vec<(String, Value)>);

impl<'de> Deserialize<'de> for Inputs {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Inputs, D::Error> {
        struct Names;

        impl<'de> Visitor<'de> for Names {
            type Value = Inputs;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object of names and values")
            }

            fn visit_unit<E>(self) -> Result<Inputs, E> {
                Ok(Inputs::default())
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Inputs, A::Error> {
                let mut inputs: Vec<(String, Value)> = Vec::new();
                while let Some((name, value)) = map.next_entry::<String, Value>()? {
                    if inputs.iter().any(|(earlier, _)| *earlier == name) {
                        return Err(A::Error::custom(format!("the input `{name}` is given twice")));
                    }
                    inputs.push((name, value));
                }
                Ok(Inputs(inputs))
            }
        }

        d.deserialize_any(Names)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn error(json: &str) -> String {
        serde_json::from_str::<RunRequest>(json).unwrap_err().to_string()
    }

    #[test]
    fn aliases_are_the_same_field() {
        let request: RunRequest =
            serde_json::from_str(r#"{"python_code": "x", "global_variables": {"x": 1}, "seed": 7}"#).unwrap();
        assert_eq!((request.code.as_str(), request.seed), ("x", Some(7)));
        assert_eq!(request.inputs.0, [(String::from("x"), Value::Int(1))]);
        assert_eq!(error(r#"{"code": "1", "python_code": "2"}"#), "duplicate field `code` at line 1 column 27");
    }

    #[test]
    fn what_is_no_request() {
        assert_eq!(error("{}"), "missing field `code` at line 1 column 2");
        assert_eq!(error(r#"{"code": 5}"#), "invalid type: integer `5`, expected a string at line 1 column 10");
        assert_eq!(
            error(r#"{"code": "1", "shell": true}"#),
            "unknown field `shell`, expected one of `code`, `python_code`, `global_variables`, `inputs`, `timeout_ms`, \
             `fuel`, `seed`, `policy`, `session_id` at line 1 column 21"
        );
        assert_eq!(
            error(r#"{"code": "1", "inputs": {"a": 1, "a": 2}}"#),
            "the input `a` is given twice at line 1 column 40"
        );
        let error_of_list = error(r#"{"code": "1", "inputs": [1]}"#);
        assert!(
            error_of_list.starts_with("invalid type: sequence, expected an object of names and values"),
            "{error_of_list}"
        );
        assert!(error(r#"{"code": "1", "timeout_ms": -1}"#).starts_with("invalid value: integer `-1`, expected u64"));
        assert!(error(r#"{"code": "1""#).starts_with("EOF while parsing an object"));
    }
}
