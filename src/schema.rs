//! JSON Schemas of what goes in and comes out, made from the types.

use schemars::generate::SchemaSettings;
use schemars::transform::{Transform, transform_subschemas};
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde_json::Value;

/// The schema of what is read as a type, by itself.
pub(crate) fn read<T: JsonSchema>() -> Value {
    whole::<T>(settings().for_deserialize())
}

/// The schema of what is written of a type, by itself and without descriptions.
pub(crate) fn written<T: JsonSchema>() -> Value {
    whole::<T>(settings().for_serialize().with_transform(Bare))
}

fn whole<T: JsonSchema>(settings: SchemaSettings) -> Value {
    let settings = settings.with(|settings| settings.inline_subschemas = true);
    let mut schema = settings.into_generator().into_root_schema_for::<T>();
    schema.remove("title");
    schema.remove("description");
    schema.to_value()
}

/// What makes the schemas of a document whose schemas refer to each other: of what is read, and of what is written.
#[cfg(feature = "server")]
pub(crate) fn generators(place: &'static str) -> [SchemaGenerator; 2] {
    [settings().for_deserialize(), settings().for_serialize()]
        .map(|settings| settings.with(|settings| settings.definitions_path = place.into()).into_generator())
}

fn settings() -> SchemaSettings {
    SchemaSettings::draft2020_12().with(|settings| settings.meta_schema = None).with_transform(Plain)
}

/// Leaves of the documentation what is not for Rust, and of numbers and choices what JSON Schema itself knows.
#[derive(Clone, Debug)]
struct Plain;

impl Transform for Plain {
    fn transform(&mut self, schema: &mut Schema) {
        if let Some(object) = schema.as_object_mut() {
            if let Some(Value::String(text)) = object.get_mut("description") {
                *text = plain(text);
            }
            object.remove("format");
            let of_one = |choice: &Value| choice.get("const").cloned();
            let choices = object.get("oneOf").and_then(Value::as_array);
            if let Some(choices) = choices.and_then(|all| all.iter().map(of_one).collect::<Option<Vec<Value>>>()) {
                object.remove("oneOf");
                object.insert(String::from("enum"), Value::Array(choices));
            }
        }
        transform_subschemas(self, schema);
    }
}

/// Takes descriptions away.
#[derive(Clone, Debug)]
struct Bare;

impl Transform for Bare {
    fn transform(&mut self, schema: &mut Schema) {
        schema.remove("description");
        transform_subschemas(self, schema);
    }
}

/// Documentation up to its example, with links as their names.
fn plain(text: &str) -> String {
    let text = text.split("```").next().unwrap_or_default().trim();
    let mut plain = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("[`") {
        plain += before;
        let Some((name, after)) = after.split_once("`]") else { break };
        plain += &format!("`{name}`");
        rest = match after.strip_prefix('(') {
            Some(place) => place.split_once(')').map_or("", |(_, after)| after),
            None => after,
        };
    }
    plain + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn documentation_without_what_is_for_rust() {
        assert_eq!(plain("A run.\n\n```\nlet x = 1;\n```\n"), "A run.");
        assert_eq!(plain("See [`Run::id`] and [`run`](crate::Run::run)."), "See `Run::id` and `run`.");
        assert_eq!(plain("a[0] is `a`"), "a[0] is `a`");
    }

    #[test]
    fn a_choice_is_an_enumeration() {
        let schema = written::<crate::Isolation>();
        assert_eq!(schema, serde_json::json!({"enum": ["native", "wasm"]}));
    }
}
