//! `taipan config`.

use std::io::{self, Write};

use serde_json::{Map, Value, json};

use super::args::{ConfigArgs, ConfigCommand};
use super::bounds;
use crate::config::{Config, Named, Origin};

/// Prints the configuration and gives the exit status; the error is the host's.
pub(crate) fn config(args: &ConfigArgs) -> Result<u8, String> {
    let ConfigCommand::Show(args) = &args.command;
    let config = bounds::config(&args.bounds)?;
    // What contradicts itself is an error here, not first when something runs.
    config.in_force()?;
    let text = if args.json { json(&config).to_string() + "\n" } else { table(&config) };
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(format!("standard output: {error}")),
        _ => Ok(0),
    }
}

fn table(config: &Config) -> String {
    let rows: Vec<[String; 3]> = config
        .settings()
        .map(|(key, setting)| {
            let value = setting.value.to_string();
            let value = if value.is_empty() { String::from("none") } else { value };
            [key.name.to_owned(), value, origin(&setting.origin, config)]
        })
        .collect();
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or_default();
    let (names, values) = (width(0), width(1));
    let mut text: String =
        rows.iter().map(|[name, value, origin]| format!("{name:names$}  {value:values$}  {origin}\n")).collect();
    text += "\n";
    for (name, policy) in config.policies() {
        text += &format!("policy {name}: {}\n", described(policy));
    }
    text
}

fn origin(origin: &Origin, config: &Config) -> String {
    let file = || config.file.as_ref().map_or_else(String::new, |path| path.display().to_string());
    match origin {
        Origin::Default => String::from("default"),
        Origin::File(line) => format!("{}, line {line}", file()),
        Origin::Environment(name) => format!("environment, {name}"),
        Origin::Flag(name) => format!("flag, {name}"),
    }
}

/// What a policy takes away.
fn described(policy: &Named) -> String {
    let mut parts: Vec<String> = policy
        .limits
        .iter()
        .map(|(name, value)| format!("{} at most {value}", name.trim_start_matches("limits.")))
        .collect();
    match &policy.allow {
        Some(allow) if allow.is_empty() => parts.push(String::from("allows no extra module")),
        Some(allow) => parts.push(format!("allows only {}", allow.join(", "))),
        None => {}
    }
    if !policy.deny.is_empty() {
        parts.push(format!("denies {}", policy.deny.join(", ")));
    }
    parts.extend(policy.clock.map(|clock| format!("clock {clock}")));
    parts.extend(policy.seed.map(|seed| format!("seed {seed}")));
    if !policy.refuse.is_empty() {
        let names: Vec<&str> = policy.refuse.iter().map(|code| code.name()).collect();
        parts.push(format!("refuses {}", names.join(", ")));
    }
    if parts.is_empty() { String::from("takes nothing away") } else { parts.join("; ") }
}

fn json(config: &Config) -> Value {
    let settings: Map<String, Value> = config
        .settings()
        .map(|(key, setting)| {
            let origin = match &setting.origin {
                Origin::Default => json!({"kind": "default"}),
                Origin::File(line) => json!({"kind": "file", "path": config.file, "line": line}),
                Origin::Environment(name) => json!({"kind": "environment", "name": name}),
                Origin::Flag(name) => json!({"kind": "flag", "name": name}),
            };
            (key.name.to_owned(), json!({"value": setting.value, "origin": origin}))
        })
        .collect();
    let policies: Map<String, Value> =
        config.policies().iter().map(|(name, policy)| (name.clone(), json!(described(policy)))).collect();
    json!({"file": config.file, "settings": settings, "policies": policies})
}
