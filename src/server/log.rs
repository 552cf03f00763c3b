//! What the doors say on standard error while they serve: lines for a person, or JSON.

use std::fmt;
use std::net::SocketAddr;

use anstyle::{AnsiColor, Style};
use tracing::field::Empty;
use tracing::{Event, Level, Span, Subscriber};
use tracing_subscriber::filter::{LevelFilter, Targets};
use tracing_subscriber::fmt::format::{DefaultFields, FormatEvent, FormatFields, Writer};
use tracing_subscriber::fmt::{FmtContext, FormattedFields, Layer};
use tracing_subscriber::layer::SubscriberExt as _;
use tracing_subscriber::registry::LookupSpan;
use tracing_subscriber::util::SubscriberInitExt as _;

use super::service::Caller;
use crate::config::Config;
use crate::outcome::Outcome;

const YELLOW: Style = AnsiColor::Yellow.on_default().bold();

/// Starts the log that a configuration describes; the error names what is no level or form.
pub(crate) fn start(config: &Config) -> Result<(), String> {
    let form = config.text("log.form").unwrap_or_default();
    if !["text", "json"].contains(&form.as_str()) {
        return Err(format!("log.form is `{form}`; write text or json"));
    }
    let is_json = is_json(config);
    // A person is told what goes wrong; a program that reads lines of JSON wants the runs.
    let level = match config.text("log.level") {
        Some(level) => of(&level)?,
        None if is_json => LevelFilter::INFO,
        None => LevelFilter::WARN,
    };
    // Other crates log what they are sent, which may be anybody's data.
    let own = Targets::new().with_target("taipan", level);
    let started = if is_json {
        let layer = Layer::new().json().flatten_event(true).with_span_list(false).with_target(false);
        tracing_subscriber::registry().with(layer.with_writer(std::io::stderr)).with(own).try_init()
    } else {
        let layer = Layer::new().event_format(Lines).fmt_fields(DefaultFields::new());
        tracing_subscriber::registry().with(layer.with_writer(anstream::stderr)).with(own).try_init()
    };
    started.map_err(|error| format!("no log: {error}"))
}

/// Whether it is read by a program.
pub(crate) fn is_json(config: &Config) -> bool {
    config.text("log.form").as_deref() == Some("json")
}

/// Where a server listens.
pub(crate) fn listening(address: SocketAddr) {
    tracing::info!(%address, "listening");
}

/// A request and its answer.
pub(super) fn answered(method: &str, path: &str, status: u16) {
    tracing::debug!(method, path, status, "answered");
}

/// What the events of a run belong to; its id is known once it has ended.
pub(super) fn run(caller: &Caller, session: Option<&str>) -> Span {
    let (door, who) = caller.parts();
    let who = Some(who).filter(|who| !who.is_empty());
    tracing::error_span!("run", run = Empty, door, who, session)
}

/// A run that ended, with its code where that is asked for.
pub(super) fn ended(outcome: &Outcome, code: Option<&str>) {
    Span::current().record("run", outcome.id.as_str());
    let usage = outcome.usage;
    tracing::info!(
        status = %outcome.status,
        isolation = %outcome.isolation,
        fuel = usage.fuel,
        wall_us = usage.wall_us,
        memory_peak_bytes = usage.memory_peak_bytes,
        output_bytes = usage.output_bytes,
        denials = outcome.denials.len(),
        code,
        "run ended"
    );
}

fn of(level: &str) -> Result<LevelFilter, String> {
    match level {
        "off" => Ok(LevelFilter::OFF),
        "error" => Ok(LevelFilter::ERROR),
        "warn" => Ok(LevelFilter::WARN),
        "info" => Ok(LevelFilter::INFO),
        "debug" => Ok(LevelFilter::DEBUG),
        other => Err(format!("log.level is `{other}`; write off, error, warn, info or debug")),
    }
}

/// A line an event, as everything that taipan says.
struct Lines;

impl<S, N> FormatEvent<S, N> for Lines
where
    S: Subscriber + for<'a> LookupSpan<'a>,
    N: for<'a> FormatFields<'a> + 'static,
{
    fn format_event(&self, context: &FmtContext<'_, S, N>, mut line: Writer<'_>, event: &Event<'_>) -> fmt::Result {
        write!(line, "{YELLOW}taipan:{YELLOW:#} ")?;
        context.format_fields(line.by_ref(), event)?;
        // What goes wrong says all of it; what merely happens needs to say to whom.
        if *event.metadata().level() > Level::WARN {
            for span in context.event_scope().into_iter().flatten() {
                if let Some(fields) = span.extensions().get::<FormattedFields<N>>()
                    && !fields.is_empty()
                {
                    write!(line, " {fields}")?;
                }
            }
        }
        writeln!(line)
    }
}
