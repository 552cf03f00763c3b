//! Sessions as bytes: out of the server, and into it.

use std::sync::Arc;

use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::Response;

use super::problem::Problem;
use super::routes::session_of;
use super::state::App;
use super::{body, shape};
use crate::server::service::Caller;

/// The type of a snapshot.
pub(super) const KIND: &str = "application/vnd.taipan.snapshot";

pub(super) async fn out(
    State(app): State<Arc<App>>,
    Path(id): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let session = session_of(&app, &headers, &id)?;
    let bytes = app.hall.act(move |_| Ok(session.snapshot()?)).await?;
    let most = app.setup.snapshot;
    if bytes.len() as u64 > most {
        let size = crate::units::size;
        let detail = format!("the snapshot has {}, and the server hands out {}", size(bytes.len() as u64), size(most));
        return Err(Problem::new(StatusCode::INSUFFICIENT_STORAGE, detail));
    }
    Ok(shape::typed(KIND, bytes))
}

/// Whether a request brings a snapshot.
pub(super) fn is_one(headers: &HeaderMap) -> bool {
    headers.get(header::CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().eq_ignore_ascii_case(KIND.as_bytes()))
}

/// Opens a session from the snapshot that a request brings; gives its id.
pub(super) async fn read(app: &App, caller: Caller, headers: &HeaderMap, body: Body) -> Result<String, Problem> {
    // Few at a time, for each is held whole.
    let Ok(_place) = app.snapshots.try_acquire() else {
        return Err(Problem::busy("other snapshots are on their way in; try again"));
    };
    let bytes = body::bytes(app.setup.snapshot, app.setup.body_time, headers, body).await?;
    Ok(app.hall.act(move |service| service.restore(&caller, &bytes)).await?)
}
