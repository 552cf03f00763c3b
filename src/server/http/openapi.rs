//! The description of the paths (OpenAPI 3.1), made from the types that they take and give.

use schemars::{JsonSchema, SchemaGenerator};
use serde_json::{Map, Value, json};

use crate::schema::generators;

/// Where the schemas of a document are.
const PLACE: &str = "/components/schemas";

/// What says what is wrong.
const PROBLEM: &str = "application/problem+json";

/// The schema of a type, by a generator of what is read or of what is written.
pub(super) type Part = fn(&mut SchemaGenerator) -> schemars::Schema;

/// A type as a part of the document.
pub(super) fn of<T: JsonSchema>(generator: &mut SchemaGenerator) -> schemars::Schema {
    generator.subschema_for::<T>()
}

/// A parameter in the address: its name and its schema.
pub(super) type Parameter = (&'static str, Value);

/// What a path does with a method, as the document says it.
#[derive(Clone, Debug)]
pub(super) struct Described {
    pub(super) id: &'static str,
    pub(super) summary: &'static str,
    /// Whether everybody may ask, whatever tokens there are.
    pub(super) open: bool,
    pub(super) parameters: Vec<Parameter>,
    /// The bodies that it takes, by their types.
    pub(super) takes: Vec<(&'static str, Part)>,
    /// The status of an answer, and the bodies that it has, by their types.
    pub(super) gives: (u16, Vec<(&'static str, Part)>),
    /// The statuses of its problems.
    pub(super) problems: Vec<u16>,
}

/// The document; `open` says whether everybody may come in.
pub(super) fn document<'a>(open: bool, paths: impl Iterator<Item = (&'a str, &'a str, &'a Described)>) -> Value {
    let [mut read, mut written] = generators(PLACE);
    let mut described = Map::new();
    for (path, method, about) in paths {
        let operation = operation(path, about, &mut read, &mut written);
        let of_path = described.entry(path).or_insert_with(|| json!({}));
        of_path[method.to_lowercase()] = operation;
    }
    let problem = content(&[(PROBLEM, of::<super::problem::Details>)], &mut written);
    let mut schemas = read.take_definitions(true);
    schemas.extend(written.take_definitions(true));
    // A door hands out links in the place of what files hold.
    schemas["File"]["properties"]["uri"] =
        json!({"type": ["string", "null"], "description": "Where its content is; null where it was not kept."});
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "taipan",
            "version": env!("CARGO_PKG_VERSION"),
            "description": "Runs Python that a machine wrote, within bounds.",
        },
        "security": if open { json!([]) } else { json!([{"token": []}]) },
        "paths": described,
        "components": {
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
            "schemas": schemas,
            "responses": {"Problem": {"description": "Why there is no answer", "content": problem}},
        },
    })
}

fn operation(path: &str, about: &Described, read: &mut SchemaGenerator, written: &mut SchemaGenerator) -> Value {
    let problem = json!({"$ref": "#/components/responses/Problem"});
    let mut responses: Map<String, Value> =
        about.problems.iter().map(|status| (status.to_string(), problem.clone())).collect();
    let (status, gives) = &about.gives;
    let mut answer = json!({"description": "The answer"});
    if !gives.is_empty() {
        answer["content"] = content(gives, written);
    }
    responses.insert(status.to_string(), answer);
    let mut operation = json!({"operationId": about.id, "summary": about.summary, "responses": responses});
    let mut parameters: Vec<Value> =
        about.parameters.iter().map(|(name, schema)| json!({"name": name, "in": "query", "schema": schema})).collect();
    if path.contains("{id}") {
        let schema = json!({"type": "string", "minLength": 1});
        parameters.push(json!({"name": "id", "in": "path", "required": true, "schema": schema}));
    }
    if !parameters.is_empty() {
        operation["parameters"] = Value::Array(parameters);
    }
    if !about.takes.is_empty() {
        operation["requestBody"] = json!({"required": true, "content": content(&about.takes, read)});
    }
    if about.open {
        operation["security"] = json!([]);
    }
    operation
}

fn content(parts: &[(&str, Part)], generator: &mut SchemaGenerator) -> Value {
    let typed = parts.iter().map(|(kind, part)| ((*kind).to_owned(), json!({"schema": part(generator)})));
    Value::Object(typed.collect())
}
