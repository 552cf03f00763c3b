//! The Model Context Protocol over streamable HTTP, under the same guards as every path.

use std::collections::HashMap;
use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{Request, State};
use axum::http::{HeaderName, Method, StatusCode, header};
use axum::response::{IntoResponse, Response};
use futures_util::StreamExt;
use http_body_util::Full;
use rmcp::transport::streamable_http_server::session::local::LocalSessionManager;
use rmcp::transport::streamable_http_server::{StreamableHttpServerConfig, StreamableHttpService};
use serde::Deserialize;

use super::problem::Problem;
use super::state::App;
use super::{body, guard};
use crate::server::hall::{Hall, Stop};
use crate::server::mcp::Handler;

/// What names a client that has said hello.
const SESSION: HeaderName = HeaderName::from_static("mcp-session-id");

/// How long an answer that was sent is kept for a client that lost it.
const AGAIN: Duration = Duration::from_secs(5);

/// The largest refusal of the transport's that is put into other words, in bytes.
const REFUSAL: usize = 64 << 10;

/// The clients that have said hello.
pub(super) struct Door {
    service: StreamableHttpService<Handler, LocalSessionManager>,
    manager: Arc<LocalSessionManager>,
    /// Whose each client is. Held while another says hello, so that the bound is one.
    owners: tokio::sync::Mutex<HashMap<String, String>>,
    most: usize,
}

impl fmt::Debug for Door {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Door").field("most", &self.most).finish_non_exhaustive()
    }
}

impl Door {
    /// At most so many clients at a time, each forgotten once it has been silent for `idle`.
    pub(super) fn new(hall: &Arc<Hall>, most: usize, idle: Duration) -> Door {
        let mut manager = LocalSessionManager::default();
        manager.session_config.keep_alive = Some(idle);
        manager.session_config.completed_cache_ttl = AGAIN;
        let manager = Arc::new(manager);
        // Hosts and origins are looked at before, as for every path.
        let config = StreamableHttpServerConfig::default().disable_allowed_hosts();
        let hall = hall.clone();
        let service = StreamableHttpService::new(move || Ok(Handler::remote(hall.clone())), manager.clone(), config);
        Door { service, manager, owners: tokio::sync::Mutex::default(), most }
    }
}

/// What says whether a message opens a session.
#[derive(Deserialize)]
struct Opening {
    #[serde(default)]
    method: String,
}

pub(super) async fn mcp(State(app): State<Arc<App>>, request: Request) -> Result<Response, Problem> {
    let posts = request.method() == Method::POST;
    if posts {
        guard::open(&app)?;
    }
    let mut caller = guard::caller(guard::admit(&app, request.headers(), posts)?, "mcp");
    let (mut parts, body) = request.into_parts();
    let door = &app.mcp;
    let session = parts.headers.get(SESSION).map(|id| id.to_str().unwrap_or_default().to_owned());
    if let Some(id) = &session {
        // Another's session is none, as far as anybody is told.
        if door.owners.lock().await.get(id) != Some(&caller.owner) {
            let detail = "there is no such session; `initialize` opens one";
            return Err(Problem::new(StatusCode::NOT_FOUND, detail));
        }
        caller.scope = format!("{} {id}", caller.who);
    }
    let owner = caller.owner.clone();
    parts.extensions.insert(caller);
    if !posts {
        let streams = parts.method == Method::GET;
        let response = door.service.handle(Request::from_parts(parts, Full::<Bytes>::default())).await.map(Body::new);
        let response = refused(response).await;
        return Ok(if streams { until_stop(response, app.hall.clone()) } else { response });
    }
    guard::json(&parts.headers)?;
    let bytes = body::bytes(app.setup.body, app.setup.body_time, &parts.headers, body).await?;
    let opening: Opening = body::parsed(&bytes)?;
    let request = Request::from_parts(parts, Full::new(bytes));
    if opening.method != "initialize" || session.is_some() {
        return Ok(refused(door.service.handle(request).await.map(Body::new)).await);
    }
    let mut owners = door.owners.lock().await;
    {
        let open = door.manager.sessions.read().await;
        owners.retain(|id, _| open.contains_key(id.as_str()));
        if open.len() >= door.most {
            let detail = format!("all {} clients are here; try again when one has left", door.most);
            return Err(Problem::busy(detail));
        }
    }
    let response = door.service.handle(request).await.map(Body::new);
    if let Some(id) = response.headers().get(SESSION).and_then(|id| id.to_str().ok()) {
        owners.insert(id.to_owned(), owner);
    }
    drop(owners);
    Ok(refused(response).await)
}

/// A refusal of the transport's in the form that all have.
async fn refused(response: Response) -> Response {
    let status = response.status();
    let is_json = |response: &Response| {
        response
            .headers()
            .get(header::CONTENT_TYPE)
            .is_some_and(|kind| kind.as_bytes().starts_with(b"application/json"))
    };
    if !(status.is_client_error() || status.is_server_error()) || is_json(&response) {
        return response;
    }
    // The type was looked at before, so the transport means what stands in the body.
    let status = if status == StatusCode::UNSUPPORTED_MEDIA_TYPE { StatusCode::UNPROCESSABLE_ENTITY } else { status };
    let allow = response.headers().get(header::ALLOW).cloned();
    let bytes = to_bytes(response.into_body(), REFUSAL).await.unwrap_or_default();
    let mut response = Problem::new(status, String::from_utf8_lossy(&bytes)).into_response();
    if let Some(allow) = allow {
        response.headers_mut().insert(header::ALLOW, allow);
    }
    response
}

/// A stream that waits for news has none once the server stops.
fn until_stop(response: Response, hall: Arc<Hall>) -> Response {
    response.map(|body| {
        let stopped = async move { hall.stopped(Stop::Finish).await };
        Body::from_stream(body.into_data_stream().take_until(Box::pin(stopped)))
    })
}
