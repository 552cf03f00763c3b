//! All paths: what does each, and how the document describes it.

use std::sync::Arc;

use axum::routing::{MethodRouter, delete, get, post};
use serde_json::Value;

use super::openapi::{Described, Part, document, of};
use super::routes as act;
use super::state::App;
use super::{files, past, snapshots};
use crate::history::Stats;
use crate::outcome::Outcome;
use crate::request::{CheckRequest, OpenRequest, RunRequest};
use crate::tools::Findings;

/// A path with a method.
pub(super) struct Entry {
    pub(super) path: &'static str,
    pub(super) method: &'static str,
    pub(super) handler: MethodRouter<Arc<App>>,
    pub(super) about: Described,
}

const JSON: &str = "application/json";
const TEXT: &str = "text/plain";

/// What each path that is guarded can answer.
const GUARDED: [u16; 4] = [401, 403, 429, 500];
/// What each that takes a body can answer beside.
const TAKING: [u16; 6] = [400, 408, 413, 415, 422, 503];

/// An answer that is any text.
fn text() -> Part {
    of::<String>
}

/// The renderings of an outcome.
fn outcome() -> (u16, Vec<(&'static str, Part)>) {
    let kinds: [(&'static str, Part); 6] = [
        (JSON, of::<Outcome>),
        (TEXT, text()),
        ("text/markdown", text()),
        ("text/event-stream", text()),
        ("application/vnd.taipan.openai+json", of::<Value>),
        ("application/vnd.taipan.anthropic+json", of::<Value>),
    ];
    (200, kinds.into())
}

/// The problems of a path: those of all lists.
fn problems(lists: &[&[u16]]) -> Vec<u16> {
    lists.concat()
}

pub(super) fn all() -> Vec<Entry> {
    let entry = |path, method, handler, about| Entry { path, method, handler, about };
    vec![
        entry(
            "/v1/run",
            "POST",
            post(act::run),
            Described {
                id: "run",
                summary: "Run Python code",
                open: false,
                parameters: Vec::new(),
                takes: vec![(JSON, of::<RunRequest>)],
                gives: outcome(),
                problems: problems(&[&GUARDED, &TAKING, &[406, 410]]),
            },
        ),
        entry(
            "/v1/check",
            "POST",
            post(act::check),
            Described {
                id: "check",
                summary: "Read Python code without running it",
                open: false,
                parameters: Vec::new(),
                takes: vec![(JSON, of::<CheckRequest>)],
                gives: (200, vec![(JSON, of::<Findings>)]),
                problems: problems(&[&GUARDED, &TAKING]),
            },
        ),
        entry(
            "/v1/sessions",
            "POST",
            post(act::open_session),
            Described {
                id: "openSession",
                summary: "Open a session, new or from a snapshot",
                open: false,
                parameters: Vec::new(),
                takes: vec![(JSON, of::<OpenRequest>), (snapshots::KIND, text())],
                gives: (201, vec![(JSON, of::<act::Opened>)]),
                problems: problems(&[&GUARDED, &TAKING, &[501]]),
            },
        ),
        entry(
            "/v1/sessions/{id}",
            "GET",
            get(act::session),
            Described {
                id: "session",
                summary: "What a session has used",
                open: false,
                parameters: Vec::new(),
                takes: Vec::new(),
                gives: (200, vec![(JSON, of::<act::About>)]),
                problems: problems(&[&GUARDED, &[404, 503]]),
            },
        ),
        entry(
            "/v1/sessions/{id}",
            "DELETE",
            delete(act::close_session),
            Described {
                id: "closeSession",
                summary: "End a session",
                open: false,
                parameters: Vec::new(),
                takes: Vec::new(),
                gives: (204, Vec::new()),
                problems: problems(&[&GUARDED, &[404]]),
            },
        ),
        entry(
            "/v1/sessions/{id}/run",
            "POST",
            post(act::run_in_session),
            Described {
                id: "runInSession",
                summary: "Run Python code in a session",
                open: false,
                parameters: Vec::new(),
                takes: vec![(JSON, of::<RunRequest>)],
                gives: outcome(),
                problems: problems(&[&GUARDED, &TAKING, &[404, 406, 410]]),
            },
        ),
        entry(
            "/v1/sessions/{id}/snapshot",
            "GET",
            get(snapshots::out),
            Described {
                id: "snapshot",
                summary: "A session as bytes, to open again here or elsewhere",
                open: false,
                parameters: Vec::new(),
                takes: Vec::new(),
                gives: (200, vec![(snapshots::KIND, text())]),
                problems: problems(&[&GUARDED, &[404, 501, 503, 507]]),
            },
        ),
        entry(
            "/v1/files/{id}",
            "GET",
            get(files::file),
            Described {
                id: "file",
                summary: "A file that a run made",
                open: false,
                parameters: Vec::new(),
                takes: Vec::new(),
                gives: (200, vec![("*/*", text())]),
                problems: problems(&[&GUARDED, &[404]]),
            },
        ),
        entry(
            "/v1/modules",
            "GET",
            get(act::modules),
            Described {
                id: "modules",
                summary: "The modules that code can import",
                open: false,
                parameters: Vec::new(),
                takes: Vec::new(),
                gives: (200, vec![(JSON, of::<act::Modules>)]),
                problems: problems(&[&GUARDED]),
            },
        ),
        entry(
            "/v1/history",
            "GET",
            get(past::history),
            Described {
                parameters: past::parameters(),
                ..past_of("history", "The caller's own runs, the newest first", of::<past::Runs>)
            },
        ),
        entry(
            "/v1/stats",
            "GET",
            get(past::stats),
            Described {
                parameters: past::parameters(),
                ..past_of("stats", "What the caller's own runs were like", of::<Stats>)
            },
        ),
        entry("/healthz", "GET", get(act::alive), plain("health", "Whether the process lives", (TEXT, text()))),
        entry("/readyz", "GET", get(act::ready), plain("ready", "Whether new runs are taken", (TEXT, text()))),
        entry(
            "/metrics",
            "GET",
            get(act::metrics),
            Described {
                open: false,
                problems: problems(&[&GUARDED]),
                ..plain("metrics", "Counts in Prometheus' text format", (TEXT, text()))
            },
        ),
        entry("/openapi.json", "GET", get(act::described), plain("openapi", "This document", (JSON, of::<Value>))),
    ]
}

/// A path that tells of runs.
fn past_of(id: &'static str, summary: &'static str, part: Part) -> Described {
    let problems = problems(&[&GUARDED, &[404, 422]]);
    Described { open: false, problems, ..plain(id, summary, (JSON, part)) }
}

/// A path that everybody may ask, and that takes nothing.
fn plain(id: &'static str, summary: &'static str, gives: (&'static str, Part)) -> Described {
    let problems = vec![403, 500, 503];
    Described {
        id,
        summary,
        open: true,
        parameters: Vec::new(),
        takes: Vec::new(),
        gives: (200, vec![gives]),
        problems,
    }
}

/// The document of all paths.
pub(super) fn described(open: bool) -> Value {
    let entries = all();
    document(open, entries.iter().map(|entry| (entry.path, entry.method, &entry.about)))
}
