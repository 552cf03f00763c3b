//! The paths and what each does.

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::{Path, Request, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::json;

use super::problem::Problem;
use super::state::{App, Stop};
use super::{guard, openapi, past};
use crate::cancel::Cancel;
use crate::format::{TEXT_CHARS, anthropic, markdown, openai, text};
use crate::outcome::Outcome;
use crate::server::log;
use crate::server::request::{CheckRequest, RunRequest};
use crate::server::service::Caller;

/// How long a client may take to send a body.
const BODY: Duration = Duration::from_secs(10);

pub(super) fn router(app: Arc<App>) -> Router {
    Router::new()
        .route("/v1/run", post(run))
        .route("/v1/check", post(check))
        .route("/v1/sessions", post(open_session))
        .route("/v1/sessions/{id}", get(session).delete(close_session))
        .route("/v1/sessions/{id}/run", post(run_in_session))
        .route("/v1/modules", get(modules))
        .route("/v1/history", get(past::history))
        .route("/v1/stats", get(past::stats))
        .route("/healthz", get(|| async { "ok\n" }))
        .route("/readyz", get(ready))
        .route("/metrics", get(metrics))
        .route("/openapi.json", get(described))
        .fallback(absent)
        .method_not_allowed_fallback(no_such_method)
        .layer(from_fn_with_state(app.clone(), around))
        .with_state(app)
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
    if app.stopping() != Stop::No {
        headers.insert(header::CONNECTION, HeaderValue::from_static("close"));
    }
    let status = response.status().as_u16();
    app.metrics.responded(status);
    log::answered(method.as_str(), &path, status);
    response
}

async fn absent() -> Problem {
    Problem::new(StatusCode::NOT_FOUND, "there is nothing here; /openapi.json lists what there is")
}

async fn no_such_method() -> Problem {
    Problem::new(StatusCode::METHOD_NOT_ALLOWED, "this path takes another method; /openapi.json lists them")
}

async fn ready(State(app): State<Arc<App>>) -> Response {
    match guard::open(&app) {
        Ok(()) => "ready\n".into_response(),
        Err(problem) => problem.into_response(),
    }
}

async fn metrics(State(app): State<Arc<App>>, headers: HeaderMap) -> Result<Response, Problem> {
    guard::admit(&app, &headers, false)?;
    let text = app.metrics.text(app.waiting(), app.service.instances());
    Ok(([(header::CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8")], text).into_response())
}

async fn described(State(app): State<Arc<App>>) -> Result<Response, Problem> {
    answer(&openapi::document(app.setup.tokens.is_empty()))
}

async fn modules(State(app): State<Arc<App>>, headers: HeaderMap) -> Result<Response, Problem> {
    guard::admit(&app, &headers, false)?;
    answer(&json!({"modules": crate::modules()}))
}

async fn check(State(app): State<Arc<App>>, headers: HeaderMap, body: Body) -> Result<Response, Problem> {
    guard::open(&app)?;
    guard::admit(&app, &headers, true)?;
    let request: CheckRequest = read(&app, &headers, body).await?;
    let _slot = slot(&app).await?;
    let service = app.service.clone();
    let findings = tokio::task::spawn_blocking(move || service.check(&request)).await.map_err(broken)??;
    answer(&json!({"findings": findings}))
}

async fn run(State(app): State<Arc<App>>, headers: HeaderMap, body: Body) -> Result<Response, Problem> {
    guard::open(&app)?;
    let caller = caller(&app, &headers)?;
    let shape = Shape::asked(&headers)?;
    let request: RunRequest = read(&app, &headers, body).await?;
    carry_out(&app, caller, request, shape).await
}

async fn run_in_session(
    State(app): State<Arc<App>>,
    Path(id): Path<String>,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Problem> {
    guard::open(&app)?;
    let caller = caller(&app, &headers)?;
    let shape = Shape::asked(&headers)?;
    let mut request: RunRequest = read(&app, &headers, body).await?;
    if request.session_id.is_some() {
        let detail = "the path names the session; leave session_id out";
        return Err(Problem::new(StatusCode::UNPROCESSABLE_ENTITY, detail));
    }
    app.service.session(&caller, &id).ok_or_else(no_session)?;
    request.session_id = Some(id);
    carry_out(&app, caller, request, shape).await
}

async fn open_session(State(app): State<Arc<App>>, headers: HeaderMap) -> Result<Response, Problem> {
    guard::open(&app)?;
    let caller = caller(&app, &headers)?;
    guard::json(&headers)?;
    let service = app.service.clone();
    let id = tokio::task::spawn_blocking(move || service.open_session(&caller)).await.map_err(broken)??;
    Ok((StatusCode::CREATED, answer(&json!({"id": id}))?).into_response())
}

async fn session(State(app): State<Arc<App>>, Path(id): Path<String>, headers: HeaderMap) -> Result<Response, Problem> {
    let caller = caller(&app, &headers)?;
    let session = app.service.session(&caller, &id).ok_or_else(no_session)?;
    // A session in a run is asked once the run has ended.
    let usage = tokio::task::spawn_blocking(move || session.usage()).await.map_err(broken)?;
    answer(&json!({"id": id, "usage": usage}))
}

async fn close_session(
    State(app): State<Arc<App>>,
    Path(id): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let caller = caller(&app, &headers)?;
    if app.service.close_session(&caller, &id) { Ok(StatusCode::NO_CONTENT.into_response()) } else { Err(no_session()) }
}

/// Another's session is none, as far as anybody is told.
fn no_session() -> Problem {
    Problem::new(StatusCode::NOT_FOUND, "there is no such session; POST /v1/sessions opens one")
}

pub(super) fn caller(app: &App, headers: &HeaderMap) -> Result<Caller, Problem> {
    let token = guard::admit(app, headers, true)?;
    Ok(Caller {
        who: token.map_or_else(|| String::from("http"), |token| format!("http {}", token.name)),
        policy: token.and_then(|token| token.policy.clone()),
    })
}

async fn carry_out(app: &App, caller: Caller, request: RunRequest, shape: Shape) -> Result<Response, Problem> {
    let source = request.code.clone();
    let slot = slot(app).await?;
    let (cancel, service) = (Cancel::new(), app.service.clone());
    // A client that leaves drops this future, and with it the run.
    let dropped = CancelOnDrop(cancel.clone());
    let _running = app.metrics.run_starts();
    let handle = cancel.clone();
    let mut run = tokio::task::spawn_blocking(move || {
        let done = service.run(request, &caller, &handle);
        drop(slot);
        done
    });
    let done = tokio::select! {
        done = &mut run => done,
        () = app.stopped(Stop::Cancel) => {
            cancel.cancel();
            run.await
        }
    };
    let outcome = done.map_err(broken)??;
    drop(dropped);
    app.metrics.run_ended(&outcome);
    shape.render(&outcome, &source)
}

/// Cancels a run whose client has gone.
struct CancelOnDrop(Cancel);

impl Drop for CancelOnDrop {
    fn drop(&mut self) {
        self.0.cancel();
    }
}

pub(super) fn broken(error: tokio::task::JoinError) -> Problem {
    Problem::new(StatusCode::INTERNAL_SERVER_ERROR, if error.is_panic() { "the server broke" } else { "stopped" })
}

async fn slot(app: &App) -> Result<tokio::sync::OwnedSemaphorePermit, Problem> {
    app.slot().await.ok_or_else(|| {
        app.metrics.shed();
        Problem::busy("all interpreters are in runs, and too many requests wait; try again")
    })
}

/// Reads a body of JSON within the bounds on its size and time.
async fn read<T: DeserializeOwned>(app: &App, headers: &HeaderMap, body: Body) -> Result<T, Problem> {
    guard::json(headers)?;
    let most = app.setup.body;
    let too_large = || {
        let detail = format!("the body is larger than {}", crate::units::size(most));
        Problem::new(StatusCode::PAYLOAD_TOO_LARGE, detail)
    };
    let announced = headers.get(header::CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse::<u64>().ok());
    if announced.is_some_and(|length| length > most) {
        return Err(too_large());
    }
    let bytes = tokio::time::timeout(BODY, to_bytes(body, usize::try_from(most).unwrap_or(usize::MAX))).await;
    let bytes = match bytes {
        Ok(Ok(bytes)) => bytes,
        Ok(Err(error)) => {
            use std::error::Error as _;
            let limited = error.source().is_some_and(|source| source.is::<http_body_util::LengthLimitError>());
            return Err(if limited {
                too_large()
            } else {
                Problem::new(StatusCode::BAD_REQUEST, "the body broke off")
            });
        }
        Err(_) => return Err(Problem::new(StatusCode::REQUEST_TIMEOUT, "the body took longer than 10 s")),
    };
    let text = std::str::from_utf8(&bytes).map_err(|error| {
        Problem::new(StatusCode::BAD_REQUEST, format!("byte {} of the body is not UTF-8", error.valid_up_to()))
    })?;
    serde_json::from_str(text).map_err(|error| Problem::new(status_of(&error), error.to_string()))
}

/// What is no JSON is a bad request; JSON that is no request can't be processed.
fn status_of(error: &serde_json::Error) -> StatusCode {
    if error.is_data() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::BAD_REQUEST }
}

pub(super) fn answer(value: &impl Serialize) -> Result<Response, Problem> {
    let text = serde_json::to_string(value)
        .map_err(|error| Problem::new(StatusCode::INTERNAL_SERVER_ERROR, error.to_string()))?;
    Ok(([(header::CONTENT_TYPE, "application/json")], text).into_response())
}

/// The rendering of an outcome that a client asks for by `Accept`.
#[derive(Clone, Copy, Debug)]
enum Shape {
    Json,
    Text,
    Markdown,
    Openai,
    Anthropic,
}

impl Shape {
    fn asked(headers: &HeaderMap) -> Result<Shape, Problem> {
        let accept = headers.get(header::ACCEPT).map_or("*/*", |value| value.to_str().unwrap_or_default());
        let kinds = accept.split(',').map(|kind| kind.split(';').next().unwrap_or_default().trim());
        kinds
            .filter_map(|kind| match kind.to_ascii_lowercase().as_str() {
                "*/*" | "application/*" | "application/json" => Some(Shape::Json),
                "text/plain" | "text/*" => Some(Shape::Text),
                "text/markdown" => Some(Shape::Markdown),
                "application/vnd.taipan.openai+json" => Some(Shape::Openai),
                "application/vnd.taipan.anthropic+json" => Some(Shape::Anthropic),
                _ => None,
            })
            .next()
            .ok_or_else(|| {
                let detail = "there are application/json, text/plain, text/markdown, \
                              application/vnd.taipan.openai+json and application/vnd.taipan.anthropic+json";
                Problem::new(StatusCode::NOT_ACCEPTABLE, detail)
            })
    }

    fn render(self, outcome: &Outcome, source: &str) -> Result<Response, Problem> {
        let plain = |kind: &'static str, text: String| Ok(([(header::CONTENT_TYPE, kind)], text).into_response());
        match self {
            Shape::Json => answer(outcome),
            Shape::Text => plain("text/plain; charset=utf-8", text(outcome, source, TEXT_CHARS)),
            Shape::Markdown => plain("text/markdown; charset=utf-8", markdown(outcome)),
            Shape::Openai => answer(&openai(outcome, source)),
            Shape::Anthropic => answer(&anthropic(outcome)),
        }
    }
}
