//! What a caller's own runs were: `GET /v1/history` and `GET /v1/stats`.

use std::sync::Arc;

use axum::extract::{Query, State};
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::Response;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json as value;

use super::openapi::Parameter;
use super::problem::Problem;
use super::routes::caller;
use super::shape::json;
use super::state::App;
use crate::history::{Filter, History, Row};
use crate::server::hall::broken;
use crate::server::service::Caller;

/// The most runs of one answer.
const MOST: usize = 1000;

/// Runs, the newest first.
#[derive(Debug, JsonSchema, Serialize)]
pub(super) struct Runs {
    runs: Vec<Row>,
}

/// What a question can have in its address.
pub(super) fn parameters() -> Vec<Parameter> {
    vec![
        ("status", value!({"type": "string", "enum": Filter::STATUSES})),
        ("session", value!({"type": "string"})),
        ("refused", value!({"type": "string"})),
        ("since", value!({"type": "string", "format": "date-time"})),
        ("before", value!({"type": "integer", "minimum": 0})),
        ("limit", value!({"type": "integer", "minimum": 1, "maximum": MOST})),
    ]
}

/// Which runs are asked for.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Asked {
    status: Option<String>,
    session: Option<String>,
    refused: Option<String>,
    since: Option<String>,
    before: Option<u64>,
    limit: Option<usize>,
}

impl Asked {
    fn of(uri: &Uri) -> Result<Asked, Problem> {
        let wrong = |text: String| Problem::new(StatusCode::UNPROCESSABLE_ENTITY, text);
        let Query(asked) = Query::<Asked>::try_from_uri(uri).map_err(|error| {
            use std::error::Error as _;
            let why = error.source().map_or_else(|| error.to_string(), ToString::to_string);
            wrong(format!("the query: {why}"))
        })?;
        if let Some(status) = &asked.status
            && !Filter::STATUSES.contains(&status.as_str())
        {
            return Err(wrong(format!("the query: status is none of {}", Filter::STATUSES.join(", "))));
        }
        if asked.limit.is_some_and(|limit| !(1..=MOST).contains(&limit)) {
            return Err(wrong(format!("the query: limit is 1 to {MOST}")));
        }
        Ok(asked)
    }

    /// The runs among the caller's own.
    fn of_caller(self, caller: &Caller) -> Result<Filter, Problem> {
        let since = self.since.map(|since| {
            let detail = "the query: since is no time such as 2026-01-01T00:00:00Z";
            let time = since.parse::<jiff::Timestamp>();
            time.map_err(|_| Problem::new(StatusCode::UNPROCESSABLE_ENTITY, detail))
        });
        let (door, who) = caller.parts();
        Ok(Filter {
            status: self.status,
            // A token's runs are its own by whatever door; without tokens a door's are everybody's who comes by it.
            door: who.is_empty().then(|| door.to_owned()),
            who: Some(who.to_owned()),
            session: self.session,
            refused: self.refused,
            since: since.transpose()?.map(jiff::Timestamp::as_microsecond),
            before: self.before,
        })
    }
}

pub(super) async fn history(State(app): State<Arc<App>>, uri: Uri, headers: HeaderMap) -> Result<Response, Problem> {
    let caller = caller(&app, &headers)?;
    let asked = Asked::of(&uri)?;
    let limit = asked.limit.unwrap_or(20);
    let filter = asked.of_caller(&caller)?;
    let runs = read(&app, move |history| history.list(&filter, limit)).await?;
    json(&Runs { runs })
}

pub(super) async fn stats(State(app): State<Arc<App>>, uri: Uri, headers: HeaderMap) -> Result<Response, Problem> {
    let caller = caller(&app, &headers)?;
    let filter = Asked::of(&uri)?.of_caller(&caller)?;
    json(&read(&app, move |history| history.stats(&filter)).await?)
}

/// Asks the history. What is wrong with it is for the log: it names the host's files.
async fn read<T: Send + 'static>(
    app: &App,
    ask: impl FnOnce(&History) -> Result<T, String> + Send + 'static,
) -> Result<T, Problem> {
    let Some(path) = app.hall.service.history() else {
        return Err(Problem::new(StatusCode::NOT_FOUND, "this server keeps no history; history.on = true makes it"));
    };
    let path = path.to_owned();
    let asked = tokio::task::spawn_blocking(move || History::open(&path).and_then(|history| ask(&history)));
    asked.await.map_err(broken)?.map_err(|why| {
        tracing::warn!("{why}");
        Problem::new(StatusCode::INTERNAL_SERVER_ERROR, "the history can't be read; the server's log says why")
    })
}
