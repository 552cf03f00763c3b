//! The paths and what each does.

use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::extract::{Path, Request, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::any;
use schemars::JsonSchema;
use serde::Serialize;

use super::problem::Problem;
use super::shape::{self, Shape};
use super::state::App;
use super::{body, events, guard, mcp, page, paths, snapshots};
use crate::allowlist::Module;
use crate::cancel::Cancel;
use crate::link::Listener;
use crate::request::{CheckRequest, OpenRequest, RunRequest};
use crate::server::hall::Stop;
use crate::server::log;
use crate::server::service::Caller;
use crate::session::{Session, SessionUsage};
use crate::tools::Findings;

pub(super) fn router(app: Arc<App>) -> Router {
    let described = paths::all().into_iter();
    let router = described.fold(Router::new(), |router, entry| router.route(entry.path, entry.handler));
    page::routes(router)
        .route("/mcp", any(mcp::mcp))
        .fallback(absent)
        .method_not_allowed_fallback(no_such_method)
        .layer(from_fn_with_state(app.clone(), around))
        .with_state(app)
}

/// The modules that code can import.
#[derive(Debug, JsonSchema, Serialize)]
pub(super) struct Modules {
    modules: &'static [Module],
}

/// A session that was opened.
#[derive(Debug, JsonSchema, Serialize)]
pub(super) struct Opened {
    /// Its name, which is its key as well: only its token's requests find it.
    id: String,
}

/// What a session has used.
#[derive(Debug, JsonSchema, Serialize)]
pub(super) struct About {
    id: String,
    usage: SessionUsage,
}

/// What holds for every request.
async fn around(State(app): State<Arc<App>>, request: Request, next: Next) -> Response {
    let (method, path) = (request.method().clone(), request.uri().path().to_owned());
    let mut response = match guard::same_site(&app, request.headers()) {
        Ok(()) => next.run(request).await,
        Err(problem) => problem.into_response(),
    };
    let headers = response.headers_mut();
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    if app.hall.stopping() != Stop::No {
        headers.insert(header::CONNECTION, HeaderValue::from_static("close"));
    }
    let status = response.status().as_u16();
    app.hall.metrics.responded(status);
    log::answered(method.as_str(), &path, status);
    response
}

async fn absent() -> Problem {
    Problem::new(StatusCode::NOT_FOUND, "there is nothing here; /openapi.json lists what there is")
}

async fn no_such_method() -> Problem {
    Problem::new(StatusCode::METHOD_NOT_ALLOWED, "this path takes another method; /openapi.json lists them")
}

pub(super) async fn alive() -> &'static str {
    "ok\n"
}

pub(super) async fn ready(State(app): State<Arc<App>>) -> Response {
    match guard::open(&app) {
        Ok(()) => "ready\n".into_response(),
        Err(problem) => problem.into_response(),
    }
}

pub(super) async fn metrics(State(app): State<Arc<App>>, headers: HeaderMap) -> Result<Response, Problem> {
    guard::admit(&app, &headers, false)?;
    let text = app.hall.metrics.text(app.hall.waiting(), app.hall.service.instances());
    Ok(shape::typed("text/plain; version=0.0.4; charset=utf-8", text))
}

pub(super) async fn described(State(app): State<Arc<App>>) -> Result<Response, Problem> {
    shape::json(&paths::described(app.setup.tokens.is_empty()))
}

pub(super) async fn modules(State(app): State<Arc<App>>, headers: HeaderMap) -> Result<Response, Problem> {
    guard::admit(&app, &headers, false)?;
    shape::json(&Modules { modules: crate::modules() })
}

pub(super) async fn check(State(app): State<Arc<App>>, headers: HeaderMap, body: Body) -> Result<Response, Problem> {
    guard::open(&app)?;
    guard::admit(&app, &headers, true)?;
    let request: CheckRequest = body::json(&app.setup, &headers, body).await?;
    let findings = app.hall.act(move |service| service.check(&request)).await?;
    shape::json(&Findings { findings })
}

pub(super) async fn run(State(app): State<Arc<App>>, headers: HeaderMap, body: Body) -> Result<Response, Problem> {
    guard::open(&app)?;
    let caller = caller(&app, &headers)?;
    let shape = Shape::asked(&headers)?;
    let request: RunRequest = body::json(&app.setup, &headers, body).await?;
    carry_out(&app, caller, request, shape).await
}

pub(super) async fn run_in_session(
    State(app): State<Arc<App>>,
    Path(id): Path<String>,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Problem> {
    guard::open(&app)?;
    let caller = caller(&app, &headers)?;
    let shape = Shape::asked(&headers)?;
    let mut request: RunRequest = body::json(&app.setup, &headers, body).await?;
    if request.session_id.is_some() {
        let detail = "the path names the session; leave session_id out";
        return Err(Problem::new(StatusCode::UNPROCESSABLE_ENTITY, detail));
    }
    app.hall.service.session(&caller, &id).ok_or_else(no_session)?;
    request.session_id = Some(id);
    carry_out(&app, caller, request, shape).await
}

pub(super) async fn open_session(
    State(app): State<Arc<App>>,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Problem> {
    guard::open(&app)?;
    let caller = caller(&app, &headers)?;
    let id = if snapshots::is_one(&headers) {
        snapshots::read(&app, caller, &headers, body).await?
    } else {
        let request: OpenRequest = body::json(&app.setup, &headers, body).await?;
        app.hall.act(move |service| service.open_session(&caller, &request)).await?
    };
    Ok((StatusCode::CREATED, shape::json(&Opened { id })?).into_response())
}

pub(super) async fn session(
    State(app): State<Arc<App>>,
    Path(id): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let session = session_of(&app, &headers, &id)?;
    // A session in a run is asked once the run has ended.
    let usage = app.hall.act(move |_| Ok(session.usage())).await?;
    shape::json(&About { id, usage })
}

pub(super) async fn close_session(
    State(app): State<Arc<App>>,
    Path(id): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let caller = caller(&app, &headers)?;
    if app.hall.service.close_session(&caller, &id) {
        Ok(StatusCode::NO_CONTENT.into_response())
    } else {
        Err(no_session())
    }
}

/// Another's session is none, as far as anybody is told.
fn no_session() -> Problem {
    Problem::new(StatusCode::NOT_FOUND, "there is no such session; POST /v1/sessions opens one")
}

/// The session that a path names, for whoever may ask for it.
pub(super) fn session_of(app: &App, headers: &HeaderMap, id: &str) -> Result<Arc<Session>, Problem> {
    let caller = caller(app, headers)?;
    app.hall.service.session(&caller, id).ok_or_else(no_session)
}

/// Who asks, if it may.
pub(super) fn caller(app: &App, headers: &HeaderMap) -> Result<Caller, Problem> {
    Ok(guard::caller(guard::admit(app, headers, true)?, "http"))
}

async fn carry_out(app: &App, caller: Caller, request: RunRequest, shape: Shape) -> Result<Response, Problem> {
    if shape == Shape::Events {
        return events::told(app.hall.clone(), caller, request).await;
    }
    let source = request.code.clone();
    let answer = app.hall.run(request, caller, &Cancel::new(), Listener::default()).await?;
    shape.render(&answer, &source)
}
