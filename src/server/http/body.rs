//! Reads what a client sends, within bounds on its size and time.

use std::time::Duration;

use axum::body::{Body, Bytes, to_bytes};
use axum::http::{HeaderMap, StatusCode, header};
use serde::de::DeserializeOwned;

use super::problem::Problem;
use super::{Setup, guard};

/// Reads a body of JSON.
pub(super) async fn json<T: DeserializeOwned>(setup: &Setup, headers: &HeaderMap, body: Body) -> Result<T, Problem> {
    guard::json(headers)?;
    let bytes = bytes(setup.body, setup.body_time, headers, body).await?;
    parsed(&bytes)
}

/// What a body of JSON says.
pub(super) fn parsed<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Problem> {
    let text = std::str::from_utf8(bytes).map_err(|error| {
        Problem::new(StatusCode::BAD_REQUEST, format!("byte {} of the body is not UTF-8", error.valid_up_to()))
    })?;
    let request = serde_json::from_str(text).map_err(|error| Problem::new(status_of(&error), error.to_string()))?;
    // A list of the fields' values would do as well, and nobody means one.
    if text.trim_start().starts_with('[') {
        return Err(Problem::new(StatusCode::UNPROCESSABLE_ENTITY, "the body is a list; send an object"));
    }
    Ok(request)
}

/// Reads a body of at most so many bytes; one that is announced to be longer is not read at all.
pub(super) async fn bytes(most: u64, time: Duration, headers: &HeaderMap, body: Body) -> Result<Bytes, Problem> {
    let too_large = || {
        let detail = format!("the body is larger than {}", crate::units::size(most));
        Problem::new(StatusCode::PAYLOAD_TOO_LARGE, detail)
    };
    let announced = headers.get(header::CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse::<u64>().ok());
    if announced.is_some_and(|length| length > most) {
        return Err(too_large());
    }
    match tokio::time::timeout(time, to_bytes(body, usize::try_from(most).unwrap_or(usize::MAX))).await {
        Ok(Ok(bytes)) => Ok(bytes),
        Ok(Err(error)) => {
            use std::error::Error as _;
            let limited = error.source().is_some_and(|source| source.is::<http_body_util::LengthLimitError>());
            Err(if limited { too_large() } else { Problem::new(StatusCode::BAD_REQUEST, "the body broke off") })
        }
        Err(_) => Err(Problem::new(StatusCode::REQUEST_TIMEOUT, format!("the body took longer than {time:?}"))),
    }
}

/// What is no JSON is a bad request; JSON that is no request can't be processed.
fn status_of(error: &serde_json::Error) -> StatusCode {
    if error.is_data() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::BAD_REQUEST }
}
