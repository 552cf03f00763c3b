//! What a request may say.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashSet};
use std::fmt;
use std::marker::PhantomData;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{Error as _, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};

use crate::value::Value;

/// A run that is asked for.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct RunRequest {
    /// The Python code to run.
    #[serde(alias = "python_code")]
    pub(crate) code: String,
    /// Values by name; the code finds each as a variable.
    #[serde(alias = "global_variables", default)]
    #[schemars(with = "Option<BTreeMap<String, serde_json::Value>>")]
    pub(crate) inputs: Inputs,
    /// Files by path; the code finds each in its working folder.
    #[serde(default)]
    #[schemars(with = "Option<BTreeMap<String, Content>>")]
    pub(crate) files: Files,
    /// End the run after this many milliseconds; at most the server's limit.
    #[serde(default)]
    #[schemars(range(min = 1))]
    pub(crate) timeout_ms: Option<u64>,
    /// End the run after this much work; at most the server's limit.
    #[serde(default)]
    pub(crate) fuel: Option<u64>,
    /// Make random numbers the same on every run.
    #[serde(default)]
    pub(crate) seed: Option<u64>,
    /// The name of a policy that is stricter than the server's.
    #[serde(default)]
    pub(crate) policy: Option<String>,
    /// A name of your choice: runs with the same one share their variables, functions, imports and files.
    #[serde(default)]
    #[schemars(regex(pattern = "^[A-Za-z0-9_.-]{1,64}$"))]
    pub(crate) session_id: Option<String>,
}

/// A session that is to be opened.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct OpenRequest {
    /// The name of a policy that is stricter than the server's, for all its runs.
    #[serde(default)]
    pub(crate) policy: Option<String>,
    /// Make random numbers the same each time.
    #[serde(default)]
    pub(crate) seed: Option<u64>,
}

/// A check that is asked for.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct CheckRequest {
    /// The code to read.
    #[serde(alias = "python_code")]
    pub(crate) code: String,
    /// Names that the run would get as inputs.
    #[serde(default)]
    pub(crate) inputs: Vec<String>,
}

/// A session that is to be forgotten.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ResetRequest {
    /// Its name.
    pub(crate) session_id: String,
}

/// Named values, each name once.
#[derive(Clone, Debug, Default)]
pub(crate) struct Inputs(pub(crate) Vec<(String, Value)>);

impl<'de> Deserialize<'de> for Inputs {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Inputs, D::Error> {
        let names = Names { what: "input", wanted: "an object of names and values", of: PhantomData };
        d.deserialize_any(names).map(Inputs)
    }
}

/// Files by their paths, each path once.
#[derive(Clone, Debug, Default)]
pub(crate) struct Files(pub(crate) Vec<(String, Content)>);

impl<'de> Deserialize<'de> for Files {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Files, D::Error> {
        let names = Names { what: "file", wanted: "an object of paths and contents", of: PhantomData };
        d.deserialize_any(names).map(Files)
    }
}

/// What a file holds: a text, or bytes as a value has them.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Content(pub(crate) Vec<u8>);

impl JsonSchema for Content {
    fn schema_name() -> Cow<'static, str> {
        "Content".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "A text, or bytes in base 64.",
            "anyOf": [
                {"type": "string"},
                {
                    "type": "object",
                    "properties": {"$type": {"const": "bytes"}, "value": {"type": "string"}},
                    "required": ["$type", "value"],
                    "additionalProperties": false,
                },
            ],
        })
    }
}

impl<'de> Deserialize<'de> for Content {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Content, D::Error> {
        match Value::deserialize(d)? {
            Value::Str(text) => Ok(Content(text.into_bytes())),
            Value::Bytes(bytes) => Ok(Content(bytes)),
            other => Err(D::Error::custom(format!(
                "a file holds a text, or bytes as {{\"$type\": \"bytes\", \"value\": base 64}}, and no {}",
                other.type_name()
            ))),
        }
    }
}

/// Reads an object whose names are each there once.
struct Names<V> {
    what: &'static str,
    wanted: &'static str,
    of: PhantomData<V>,
}

impl<'de, V: Deserialize<'de>> Visitor<'de> for Names<V> {
    type Value = Vec<(String, V)>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.wanted)
    }

    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        Ok(Vec::new())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut entries: Vec<(String, V)> = Vec::new();
        let mut known = HashSet::new();
        while let Some((name, value)) = map.next_entry::<String, V>()? {
            if !known.insert(name.clone()) {
                return Err(A::Error::custom(format!("the {} `{name}` is given twice", self.what)));
            }
            entries.push((name, value));
        }
        Ok(entries)
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
            "unknown field `shell`, expected one of `code`, `python_code`, `global_variables`, `inputs`, `files`, \
             `timeout_ms`, `fuel`, `seed`, `policy`, `session_id` at line 1 column 21"
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
    #[test]
    fn files_are_texts_or_bytes() {
        let request: RunRequest = serde_json::from_str(
            r#"{"code": "", "files": {"a.txt": "hi", "b/c.bin": {"$type": "bytes", "value": "AP8="}}}"#,
        )
        .unwrap();
        let wanted = [("a.txt", b"hi".to_vec()), ("b/c.bin", vec![0, 255])];
        assert_eq!(request.files.0, wanted.map(|(path, content)| (path.to_owned(), Content(content))));
        assert_eq!(
            error(r#"{"code": "", "files": {"a": "", "a": ""}}"#),
            "the file `a` is given twice at line 1 column 40"
        );
        let kinds = "a file holds a text, or bytes as {\"$type\": \"bytes\", \"value\": base 64}, and no int";
        assert!(error(r#"{"code": "", "files": {"a": 5}}"#).starts_with(kinds));
        let base64 = error(r#"{"code": "", "files": {"a": {"$type": "bytes", "value": "?"}}}"#);
        assert!(base64.starts_with("$type \"bytes\": "), "{base64}");
        assert!(error(r#"{"code": "", "files": []}"#).contains("expected an object of paths and contents"));
    }
}
