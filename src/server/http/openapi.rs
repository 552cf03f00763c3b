//! The description of the paths (OpenAPI 3.1).

use serde_json::{Value, json};

use crate::history::Filter;
use crate::tools;

/// The document; `open` says whether everybody may come in.
pub(super) fn document(open: bool) -> Value {
    let security = if open { json!([]) } else { json!([{"token": []}]) };
    let text = |kind: &str| json!({kind: {"schema": {"type": "string"}}});
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "taipan",
            "version": env!("CARGO_PKG_VERSION"),
            "description": "Runs Python that a machine wrote, within bounds.",
        },
        "security": security,
        "paths": {
            "/v1/run": {"post": operation(
                "run", "Run Python code", "#/components/schemas/RunRequest",
                json!({
                    "application/json": {"schema": {"$ref": "#/components/schemas/Outcome"}},
                    "text/plain": {"schema": {"type": "string"}},
                    "text/markdown": {"schema": {"type": "string"}},
                    "application/vnd.taipan.openai+json": {"schema": {"type": "object"}},
                    "application/vnd.taipan.anthropic+json": {"schema": {"type": "object"}},
                }),
            )},
            "/v1/check": {"post": operation(
                "check", "Read Python code without running it", "#/components/schemas/CheckRequest",
                json!({"application/json": {"schema": {"$ref": "#/components/schemas/Findings"}}}),
            )},
            "/v1/sessions": {"post": session_operation("openSession", "Open a session", json!([]), "201", json!({
                "application/json": {"schema": {"type": "object", "properties": {"id": {"type": "string"}}, "required": ["id"]}},
            }))},
            "/v1/sessions/{id}": {
                "get": session_operation("session", "What a session has used", by_id(), "200", json!({
                    "application/json": {"schema": {"type": "object"}},
                })),
                "delete": session_operation("closeSession", "End a session", by_id(), "204", Value::Null),
            },
            "/v1/sessions/{id}/run": {"post": in_session()},
            "/v1/modules": {"get": plain("modules", "List the modules that code can import", true, json!({
                "application/json": {"schema": {"$ref": "#/components/schemas/Modules"}},
            }))},
            "/v1/history": {"get": past("history", "The caller's own runs, the newest first", json!({
                "type": "object",
                "properties": {"runs": {"type": "array", "items": {"type": "object"}}},
                "required": ["runs"],
            }))},
            "/v1/stats": {"get": past("stats", "What the caller's own runs were like", json!({"type": "object"}))},
            "/healthz": {"get": plain("health", "Whether the process lives", false, text("text/plain"))},
            "/readyz": {"get": plain("ready", "Whether new runs are taken", false, text("text/plain"))},
            "/metrics": {"get": plain("metrics", "Counts in Prometheus' text format", true, text("text/plain"))},
            "/openapi.json": {"get": plain("openapi", "This document", false, json!({
                "application/json": {"schema": {"type": "object"}},
            }))},
        },
        "components": {
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
            "schemas": {
                "RunRequest": tools::run_schema(),
                "CheckRequest": tools::check_schema(),
                "Outcome": tools::outcome_schema(),
                "Findings": tools::findings_schema(),
                "Modules": tools::modules_schema(),
                "Problem": {
                    "type": "object",
                    "properties": {
                        "type": {"type": "string"},
                        "title": {"type": "string"},
                        "status": {"type": "integer"},
                        "detail": {"type": "string"},
                    },
                    "required": ["type", "title", "status", "detail"],
                },
            },
            "responses": {
                "Problem": {
                    "description": "Why there is no answer",
                    "content": {
                        "application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}},
                    },
                },
            },
        },
    })
}

/// A path that takes a body.
fn operation(id: &str, summary: &str, request: &str, content: Value) -> Value {
    let mut responses = problems(&["400", "401", "403", "406", "408", "413", "415", "422", "429", "500", "503"]);
    responses["200"] = json!({"description": "The answer", "content": content});
    json!({
        "operationId": id,
        "summary": summary,
        "requestBody": {"required": true, "content": {"application/json": {"schema": {"$ref": request}}}},
        "responses": responses,
    })
}

fn by_id() -> Value {
    json!([{"name": "id", "in": "path", "required": true, "schema": {"type": "string"}}])
}

/// A path of sessions.
fn session_operation(id: &str, summary: &str, parameters: Value, status: &str, content: Value) -> Value {
    let mut responses = problems(&["401", "403", "404", "415", "429", "500", "503"]);
    responses[status] = json!({"description": "Done"});
    if !content.is_null() {
        responses[status]["content"] = content;
    }
    json!({"operationId": id, "summary": summary, "parameters": parameters, "responses": responses})
}

/// A run in a session.
fn in_session() -> Value {
    let mut run = operation(
        "runInSession",
        "Run Python code in a session",
        "#/components/schemas/RunRequest",
        json!({"application/json": {"schema": {"$ref": "#/components/schemas/Outcome"}}}),
    );
    run["parameters"] = by_id();
    for status in ["404", "410"] {
        run["responses"][status] = json!({"$ref": "#/components/responses/Problem"});
    }
    run
}

/// A path that tells of runs.
fn past(id: &str, summary: &str, schema: Value) -> Value {
    let parameter = |name: &str, schema: Value| json!({"name": name, "in": "query", "schema": schema});
    let mut operation = plain(id, summary, true, json!({"application/json": {"schema": schema}}));
    operation["parameters"] = json!([
        parameter("status", json!({"type": "string", "enum": Filter::STATUSES})),
        parameter("session", json!({"type": "string"})),
        parameter("refused", json!({"type": "string"})),
        parameter("since", json!({"type": "string", "format": "date-time"})),
        parameter("before", json!({"type": "integer", "minimum": 0})),
        parameter("limit", json!({"type": "integer", "minimum": 1, "maximum": 1000})),
    ]);
    for status in ["404", "422", "429"] {
        operation["responses"][status] = json!({"$ref": "#/components/responses/Problem"});
    }
    operation
}

/// A path that takes none.
fn plain(id: &str, summary: &str, guarded: bool, content: Value) -> Value {
    let mut responses = problems(if guarded { &["401", "403", "500"] } else { &["403", "500", "503"] });
    responses["200"] = json!({"description": "The answer", "content": content});
    let mut operation = json!({"operationId": id, "summary": summary, "responses": responses});
    if !guarded {
        operation["security"] = json!([]);
    }
    operation
}

fn problems(codes: &[&str]) -> Value {
    let problem = json!({"$ref": "#/components/responses/Problem"});
    Value::Object(codes.iter().map(|code| ((*code).to_owned(), problem.clone())).collect())
}
