//! The tools that a model sees: names, descriptions and schemas.

use serde_json::{Value, json};

use crate::limits::Limits;

/// One tool.
#[derive(Clone, Debug)]
pub(crate) struct Tool {
    pub(crate) name: &'static str,
    pub(crate) title: &'static str,
    pub(crate) description: String,
    pub(crate) input: Value,
    pub(crate) output: Value,
}

/// All tools, with the limits in force in their descriptions.
pub(crate) fn tools(limits: &Limits) -> Vec<Tool> {
    vec![run_python(limits), check_python(), list_modules(), reset_session()]
}

/// The tool that runs code.
pub(crate) fn run_python(limits: &Limits) -> Tool {
    let seconds = limits.deadline.as_secs_f64();
    Tool {
        name: "run_python",
        title: "Run Python",
        description: format!(
            "Run Python 3.14 code and get its output and the value of its last expression. Use it for arithmetic, dates, \
             text, data and any exact answer. Each run is new unless it names a `session_id`: runs of \
             one session keep their names. Pass data in `inputs`. End with an expression, or print what you want to see. \
             There is the standard library (math, statistics, decimal, fractions, datetime, json, csv, re, itertools, \
             collections and more). There are no other packages: no numpy or pandas, use lists and statistics. There \
             is no network, no file, no process and no input(). A run ends after {seconds} s."
        ),
        input: run_schema(),
        output: outcome_schema(),
    }
}

fn check_python() -> Tool {
    Tool {
        name: "check_python",
        title: "Check Python",
        description: String::from(
            "Read Python code without running it and list what would go wrong: syntax errors, modules and calls that do \
             not exist here, names that nothing defines, loops without an end, numbers that are too large. It is \
             advice; an empty list does not promise that the code works.",
        ),
        input: check_schema(),
        output: findings_schema(),
    }
}

fn list_modules() -> Tool {
    Tool {
        name: "list_modules",
        title: "List modules",
        description: String::from(
            "List the modules that run_python can import, each with what it is for. Anything else is not there.",
        ),
        input: json!({"type": "object", "properties": {}, "additionalProperties": false}),
        output: modules_schema(),
    }
}

/// The tool that forgets a session.
fn reset_session() -> Tool {
    Tool {
        name: "reset_session",
        title: "Reset session",
        description: String::from(
            "Forget all that a session keeps. The next run_python with its session_id begins with nothing.",
        ),
        input: json!({
            "type": "object",
            "properties": {"session_id": {"type": "string"}},
            "required": ["session_id"],
            "additionalProperties": false,
        }),
        output: json!({
            "type": "object",
            "properties": {"existed": {"type": "boolean"}},
            "required": ["existed"],
        }),
    }
}

/// The arguments of a run.
pub(crate) fn run_schema() -> Value {
    json!({
        "type": "object",
        "properties": {
            "code": {"type": "string", "description": "The Python code to run."},
            "inputs": {
                "type": "object",
                "description": "Values by name; the code finds each as a variable.",
            },
            "timeout_ms": {
                "type": "integer",
                "minimum": 1,
                "description": "End the run after this many milliseconds; at most the server's limit.",
            },
            "fuel": {
                "type": "integer",
                "minimum": 0,
                "description": "End the run after this much work; at most the server's limit.",
            },
            "seed": {
                "type": "integer",
                "minimum": 0,
                "description": "Make random numbers the same on every run.",
            },
            "policy": {"type": "string", "description": "The name of a policy that is stricter than the server's."},
            "session_id": {
                "type": "string",
                "pattern": "^[A-Za-z0-9_.-]{1,64}$",
                "description": "A name of your choice: runs with the same one share their variables, functions and imports.",
            },
        },
        "required": ["code"],
        "additionalProperties": false,
    })
}

/// The arguments of a check.
pub(crate) fn check_schema() -> Value {
    json!({
        "type": "object",
        "properties": {
            "code": {"type": "string", "description": "The code to read."},
            "inputs": {
                "type": "array",
                "items": {"type": "string"},
                "description": "Names that the run would get as inputs.",
            },
        },
        "required": ["code"],
        "additionalProperties": false,
    })
}

/// What a check gives.
pub(crate) fn findings_schema() -> Value {
    json!({
        "type": "object",
        "properties": {"findings": {"type": "array", "items": finding_schema()}},
        "required": ["findings"],
    })
}

/// The list of modules.
pub(crate) fn modules_schema() -> Value {
    json!({
        "type": "object",
        "properties": {
            "modules": {
                "type": "array",
                "items": {
                    "type": "object",
                    "properties": {"name": {"type": "string"}, "why": {"type": "string"}},
                    "required": ["name", "why"],
                },
            },
        },
        "required": ["modules"],
    })
}

fn finding_schema() -> Value {
    json!({
        "type": "object",
        "properties": {
            "code": {"type": "string"},
            "severity": {"enum": ["error", "warning"]},
            "line": {"type": "integer"},
            "column": {"type": "integer"},
            "message": {"type": "string"},
        },
        "required": ["code", "severity", "line", "column", "message"],
    })
}

/// An outcome, as its JSON has it.
pub(crate) fn outcome_schema() -> Value {
    let text = || json!({"type": "string"});
    let count = || json!({"type": "integer", "minimum": 0});
    let flag = || json!({"type": "boolean"});
    json!({
        "type": "object",
        "properties": {
            "id": text(),
            "status": {"enum": [
                "ok", "error", "exit", "denied", "fuel", "timeout", "memory", "output", "cancelled", "crashed",
            ]},
            "value": {"description": "The value of the last expression; what JSON can't say is tagged."},
            "repr": text(),
            "stdout": text(),
            "stderr": text(),
            "error": {"type": ["object", "null"]},
            "limit": {"type": ["object", "null"]},
            "denials": {"type": "array", "items": {"type": "object"}},
            "warnings": {"type": "array", "items": text()},
            "files": {"type": "array"},
            "truncated": {
                "type": "object",
                "properties": {"stdout": flag(), "stderr": flag(), "value": flag()},
            },
            "usage": {
                "type": "object",
                "properties": {
                    "fuel": count(), "wall_us": count(), "memory_peak_bytes": count(), "output_bytes": count(),
                },
            },
            "isolation": {"enum": ["native", "wasm"]},
        },
        "required": [
            "id", "status", "value", "repr", "stdout", "stderr", "error", "limit", "denials", "warnings", "files",
            "truncated", "usage", "isolation",
        ],
    })
}

/// The definition of `run_python` as OpenAI's function tools have it.
pub(crate) fn openai(limits: &Limits) -> Value {
    let tool = run_python(limits);
    json!({
        "type": "function",
        "function": {"name": tool.name, "description": tool.description, "parameters": tool.input},
    })
}

/// The definition of `run_python` as Anthropic's tools have it.
pub(crate) fn anthropic(limits: &Limits) -> Value {
    let tool = run_python(limits);
    json!({"name": tool.name, "description": tool.description, "input_schema": tool.input})
}

/// The definitions of all tools as MCP lists them.
pub(crate) fn mcp(limits: &Limits) -> Value {
    let tools: Vec<Value> = tools(limits)
        .into_iter()
        .map(|tool| {
            json!({
                "name": tool.name,
                "title": tool.title,
                "description": tool.description,
                "inputSchema": tool.input,
                "outputSchema": tool.output,
            })
        })
        .collect();
    json!({"tools": tools})
}

/// The arguments of `run_python` as a JSON Schema by itself.
pub(crate) fn json_schema() -> Value {
    let mut schema = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "run_python",
    });
    if let (Value::Object(schema), Value::Object(run)) = (&mut schema, run_schema()) {
        schema.extend(run);
    }
    schema
}
