//! `taipan mcp`, `taipan serve`, `taipan audit` and `taipan token`.

use std::io::{self, Write};
use std::net::SocketAddr;

use super::args::{AuditArgs, AuditCommand, AuditFlags, HistoryFlags, LogFlags, McpArgs, ServeArgs, TokenArgs};
use super::{bounds, talk};
use crate::audit::{Verdict, verify};
use crate::config::{Config, Flags, Value};
use crate::server::http::{self, Setup, Token};
use crate::server::{Service, log, mcp};

/// Serves one client on standard input and output.
pub(crate) fn mcp(args: &McpArgs) -> Result<u8, String> {
    let flags = books_flags(&args.audit, &args.history, &args.log);
    let config = bounds::config_with(&args.bounds, flags)?;
    log::start(&config)?;
    mcp::serve(Service::start(config)?)?;
    Ok(0)
}

/// Serves HTTP until a signal.
pub(crate) fn http(args: &ServeArgs) -> Result<u8, String> {
    let flags = [flags(args), books_flags(&args.audit, &args.history, &args.log)].concat();
    let config = bounds::config_with(&args.bounds, flags)?;
    log::start(&config)?;
    let setup = setup(&config)?;
    let is_json = log::is_json(&config);
    let service = Service::start(config)?;
    http::serve(service, setup, |address| match is_json {
        true => log::listening(address),
        false => talk::note(&format!("listening on http://{address}")),
    })?;
    Ok(0)
}

/// Prints a new token and its entry for the configuration file.
pub(crate) fn token(args: &TokenArgs) -> Result<u8, String> {
    let name = &args.name;
    if name.is_empty() || !name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_') {
        return Err(format!("`{name}` is no name for a token; use letters, digits, - and _"));
    }
    let (text, hash) = http::minted()?;
    let mut out = io::stdout().lock();
    let written = writeln!(out, "# The token, shown this once: {text}\n[tokens.{name}]\nsha256 = '{hash}'");
    written.and_then(|()| out.flush()).map_err(|error| format!("standard output: {error}"))?;
    Ok(0)
}

/// Says whether a log is whole.
pub(crate) fn audit(args: &AuditArgs) -> Result<u8, String> {
    let AuditCommand::Verify(args) = &args.command;
    let name = args.file.display();
    let (text, status) = match verify(&args.file)? {
        Verdict::Whole { entries, last } => (format!("{name}: whole: {entries} entries, the last hash is {last}\n"), 0),
        Verdict::Broken { line, why } => (format!("{name}: line {line}: {why}\n"), 1),
    };
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes()).and_then(|()| out.flush()).map_err(|error| format!("standard output: {error}"))?;
    Ok(status)
}

/// What a process writes down, and where.
fn books_flags(audit: &AuditFlags, history: &HistoryFlags, log: &LogFlags) -> Flags {
    let text = |text: &Option<String>| text.clone().map(Value::Text);
    let flag = |given: bool, value: bool| given.then_some(Value::Flag(value));
    [
        ("audit.file", text(&audit.file)),
        ("audit.code", flag(audit.code, true)),
        ("history.on", flag(history.no_history, false)),
        ("history.file", text(&history.history_file)),
        ("history.keep", flag(history.history_keep, true)),
        ("log.form", text(&log.log_form)),
        ("log.level", text(&log.log_level)),
        ("log.code", flag(log.log_code, true)),
    ]
    .into_iter()
    .filter_map(|(name, value)| Some((name, value?)))
    .collect()
}

fn flags(args: &ServeArgs) -> Flags {
    [
        ("server.listen", args.listen.clone().map(Value::Text)),
        ("server.body", args.body.map(Value::Size)),
        ("server.queue", args.queue.map(Value::Count)),
        ("server.wait", args.wait.map(Value::Span)),
        ("server.grace", args.grace.map(Value::Span)),
        ("server.connections", args.connections.map(Value::Count)),
    ]
    .into_iter()
    .filter_map(|(name, value)| Some((name, value?)))
    .collect()
}

fn setup(config: &Config) -> Result<Setup, String> {
    let listen = config.text("server.listen").unwrap_or_default();
    let address: SocketAddr = listen.parse().map_err(|_| {
        format!("`{listen}` is not an address and port; write one such as 127.0.0.1:8765 or [::1]:8765")
    })?;
    let small = |name| usize::try_from(config.number_of(name)).unwrap_or(usize::MAX);
    let connections = small("server.connections");
    if connections == 0 {
        return Err(String::from("server.connections is 0; it must be at least 1"));
    }
    let tokens = config.tokens.iter().map(|(name, entry)| Token {
        name: name.clone(),
        hash: entry.sha256,
        policy: entry.policy.clone(),
        per_minute: entry.per_minute,
        sessions: entry.sessions.map(|sessions| sessions as usize),
    });
    Ok(Setup {
        listen: address,
        tokens: tokens.collect(),
        body: config.number_of("server.body"),
        body_time: config.span_of("server.body_time"),
        grace: config.span_of("server.grace"),
        // The most that a semaphore of the runtime counts.
        connections: connections.min(1 << 20),
        snapshot: config.number_of("server.snapshot"),
        clients: small("server.clients"),
        idle: config.span_of("server.idle"),
    })
}
