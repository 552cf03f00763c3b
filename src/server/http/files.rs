//! Files that runs made, handed out.

use std::fmt::Write as _;
use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};

use super::problem::Problem;
use super::routes::caller;
use super::state::App;

/// What holds for a page or picture that code made: it runs nothing and loads nothing, in no page of this server.
const POLICY: HeaderValue = HeaderValue::from_static("sandbox; default-src 'none'");

pub(super) async fn file(
    State(app): State<Arc<App>>,
    Path(id): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let caller = caller(&app, &headers)?;
    // Another's file is none, as far as anybody is told.
    let made = app.hall.service.file(&caller, &id).ok_or_else(|| {
        Problem::new(StatusCode::NOT_FOUND, "there is no such file; what runs made is kept for a while only")
    })?;
    let mut response = made.content.clone().into_response();
    let headers = response.headers_mut();
    let kind = HeaderValue::from_str(&made.media_type);
    headers.insert(header::CONTENT_TYPE, kind.unwrap_or(HeaderValue::from_static("application/octet-stream")));
    if let Ok(value) = HeaderValue::from_str(&disposition(&made.path)) {
        headers.insert(header::CONTENT_DISPOSITION, value);
    }
    headers.insert(header::CONTENT_SECURITY_POLICY, POLICY);
    Ok(response)
}

/// What names a download after the last part of its path (RFC 6266 and 8187).
fn disposition(path: &str) -> String {
    let name = path.rsplit('/').next().unwrap_or(path);
    let mut value = String::from("attachment; filename*=UTF-8''");
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            value.push(char::from(byte));
        } else {
            let _ = write!(value, "%{byte:02X}");
        }
    }
    value
}

#[cfg(test)]
mod tests {
    use super::disposition;

    #[test]
    fn a_download_has_the_files_name() {
        assert_eq!(disposition("out/a-1.csv"), "attachment; filename*=UTF-8''a-1.csv");
        assert_eq!(disposition("é \"\r\n;x"), "attachment; filename*=UTF-8''%C3%A9%20%22%0D%0A%3Bx");
    }
}
