//! The tools that a model sees: names, descriptions and schemas.

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::{Value, json};

use crate::check::Finding;
use crate::limits::Limits;
use crate::outcome::Outcome;
use crate::request::{CheckRequest, ResetRequest, RunRequest};
use crate::schema;

/// What a check gives.
#[derive(Debug, JsonSchema, Serialize)]
pub(crate) struct Findings {
    /// What it found, in the order of the lines.
    pub(crate) findings: Vec<Finding>,
}

/// The modules that everybody can import.
#[derive(Debug, JsonSchema, Serialize)]
pub(crate) struct Listed {
    pub(crate) modules: Vec<ListedModule>,
}

/// One of them.
#[derive(Debug, JsonSchema, Serialize)]
pub(crate) struct ListedModule {
    pub(crate) name: &'static str,
    /// What it is for.
    pub(crate) why: &'static str,
}

/// Whether there was a session to forget.
#[derive(Debug, JsonSchema, Serialize)]
pub(crate) struct Existed {
    pub(crate) existed: bool,
}

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
             one session keep their names and files. Pass data in `inputs` or `files`; files that the code writes come back. End with an expression, or print what you want to see. \
             There is the standard library (math, statistics, decimal, fractions, datetime, json, csv, re, itertools, \
             collections and more). There are no other packages: no numpy or pandas, use lists and statistics. There \
             is no network, no process and no input(). A run ends after {seconds} s."
        ),
        input: schema::read::<RunRequest>(),
        output: schema::written::<Outcome>(),
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
        input: schema::read::<CheckRequest>(),
        output: schema::written::<Findings>(),
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
        output: schema::written::<Listed>(),
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
        input: schema::read::<ResetRequest>(),
        output: schema::written::<Existed>(),
    }
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
    if let (Value::Object(schema), Value::Object(run)) = (&mut schema, schema::read::<RunRequest>()) {
        schema.extend(run);
    }
    schema
}
