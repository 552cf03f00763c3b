//! Errors as problem details (RFC 9457).

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use schemars::JsonSchema;
use serde::Serialize;

use crate::server::service::Fault;

/// Why a request has no answer of its own.
#[derive(Debug)]
pub(super) struct Problem {
    pub(super) status: StatusCode,
    detail: String,
    retry_after: Option<u64>,
}

impl Problem {
    pub(super) fn new(status: StatusCode, detail: impl Into<String>) -> Problem {
        Problem { status, detail: detail.into(), retry_after: None }
    }

    /// Too much to do: come back in a second.
    pub(super) fn busy(detail: impl Into<String>) -> Problem {
        Problem::new(StatusCode::SERVICE_UNAVAILABLE, detail).after(1)
    }

    pub(super) fn after(self, seconds: u64) -> Problem {
        Problem { retry_after: Some(seconds), ..self }
    }
}

impl From<Fault> for Problem {
    fn from(fault: Fault) -> Problem {
        match fault {
            Fault::Request(text) => Problem::new(StatusCode::UNPROCESSABLE_ENTITY, text),
            Fault::Busy(text) => Problem::busy(text),
            Fault::Lacking(text) => Problem::new(StatusCode::NOT_IMPLEMENTED, text),
            Fault::Gone(text) => Problem::new(StatusCode::GONE, text),
            Fault::Host(text) => Problem::new(StatusCode::INTERNAL_SERVER_ERROR, text),
        }
    }
}

/// Problem details, as they are sent.
#[derive(Debug, JsonSchema, Serialize)]
#[schemars(rename = "Problem")]
pub(super) struct Details {
    #[serde(rename = "type")]
    kind: &'static str,
    title: &'static str,
    status: u16,
    /// What is wrong, and the way out.
    detail: String,
}

impl Problem {
    /// The problem details as JSON.
    pub(super) fn body(&self) -> String {
        let title = self.status.canonical_reason().unwrap_or("Error");
        let (kind, status, detail) = ("about:blank", self.status.as_u16(), self.detail.clone());
        serde_json::to_string(&Details { kind, title, status, detail }).unwrap_or_default()
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let mut response = (self.status, self.body()).into_response();
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
        if let Some(seconds) = self.retry_after {
            headers.insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        if self.status == StatusCode::UNAUTHORIZED {
            headers.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        }
        response
    }
}
