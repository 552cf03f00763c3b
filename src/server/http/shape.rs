//! The rendering of an outcome that a client asks for by `Accept`.

use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;

use super::problem::Problem;
use crate::format::{TEXT_CHARS, anthropic_with, markdown, openai, text};
use crate::server::answer::Answer;

/// Where the files of a run are found.
pub(super) const FILES: &str = "/v1/files/";

/// How an outcome is rendered.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Shape {
    Json,
    Text,
    Markdown,
    Openai,
    Anthropic,
    /// Output as it is written, then the outcome.
    Events,
}

impl Shape {
    pub(super) fn asked(headers: &HeaderMap) -> Result<Shape, Problem> {
        let accept = headers.get(header::ACCEPT).map_or("*/*", |value| value.to_str().unwrap_or_default());
        let kinds = accept.split(',').map(|kind| kind.split(';').next().unwrap_or_default().trim());
        kinds
            .filter_map(|kind| match kind.to_ascii_lowercase().as_str() {
                "*/*" | "application/*" | "application/json" => Some(Shape::Json),
                "text/plain" | "text/*" => Some(Shape::Text),
                "text/markdown" => Some(Shape::Markdown),
                "text/event-stream" => Some(Shape::Events),
                "application/vnd.taipan.openai+json" => Some(Shape::Openai),
                "application/vnd.taipan.anthropic+json" => Some(Shape::Anthropic),
                _ => None,
            })
            .next()
            .ok_or_else(|| {
                let detail = "there are application/json, text/plain, text/markdown, text/event-stream, \
                              application/vnd.taipan.openai+json and application/vnd.taipan.anthropic+json";
                Problem::new(StatusCode::NOT_ACCEPTABLE, detail)
            })
    }

    pub(super) fn render(self, answer: &Answer, source: &str) -> Result<Response, Problem> {
        let outcome = &answer.outcome;
        match self {
            Shape::Json | Shape::Events => Ok(typed("application/json", answer.to_json(FILES))),
            Shape::Text => Ok(typed("text/plain; charset=utf-8", text(outcome, source, TEXT_CHARS))),
            Shape::Markdown => Ok(typed("text/markdown; charset=utf-8", markdown(outcome))),
            Shape::Openai => json(&openai(outcome, source)),
            Shape::Anthropic => json(&anthropic_with(outcome, answer.ids.iter().flatten().map(String::as_str))),
        }
    }
}

/// A value as a response.
pub(super) fn json(value: &impl Serialize) -> Result<Response, Problem> {
    let text = serde_json::to_string(value)
        .map_err(|error| Problem::new(StatusCode::INTERNAL_SERVER_ERROR, error.to_string()))?;
    Ok(typed("application/json", text))
}

/// A text of a type as a response.
pub(super) fn typed(kind: &'static str, text: impl IntoResponse) -> Response {
    ([(header::CONTENT_TYPE, kind)], text).into_response()
}
