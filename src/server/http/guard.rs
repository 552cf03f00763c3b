//! Who may ask, and from where: hosts, origins, types, tokens.

use std::net::IpAddr;
use std::time::Instant;

use axum::http::{HeaderMap, StatusCode, header};

use super::problem::Problem;
use super::state::App;
use super::tokens::{Entry, Token};
use crate::server::hall::Stop;
use crate::server::service::Caller;

/// Refuses a page of another site: a browser names the site in `Origin`, and a name that was rebound to this machine in
/// `Host`.
pub(super) fn same_site(app: &App, headers: &HeaderMap) -> Result<(), Problem> {
    let text = |name| headers.get(name).map(|value: &axum::http::HeaderValue| value.to_str().unwrap_or("?"));
    let loopback = app.setup.listen.ip().is_loopback();
    let host = text(header::HOST).unwrap_or_default();
    if loopback && !host.is_empty() && !is_here(host) {
        let detail = "the request's Host is not this machine's own name; ask for 127.0.0.1 or localhost";
        return Err(Problem::new(StatusCode::FORBIDDEN, detail));
    }
    if let Some(origin) = text(header::ORIGIN) {
        let site = origin.split_once("://").map_or("", |(_, site)| site);
        if site != host {
            return Err(Problem::new(StatusCode::FORBIDDEN, "pages of other sites may not use this server"));
        }
    }
    Ok(())
}

/// Whether a host and port name this machine as itself.
fn is_here(host: &str) -> bool {
    let name = match host.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
        Some((address, _)) => address,
        None => host.rsplit_once(':').map_or(host, |(name, _)| name),
    };
    name.eq_ignore_ascii_case("localhost") || name.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
}

/// The token that a request comes with; `None` where none is needed.
pub(super) fn admit<'a>(app: &'a App, headers: &HeaderMap, counts: bool) -> Result<Option<&'a Token>, Problem> {
    let text = headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
    let token = text.and_then(|text| text.split_once(' ')).filter(|(scheme, _)| scheme.eq_ignore_ascii_case("bearer"));
    match app.doorman.admit(token.map(|(_, token)| token.trim()), counts, Instant::now()) {
        Entry::Open => Ok(None),
        Entry::Known(token) => Ok(Some(token)),
        Entry::Unknown => {
            Err(Problem::new(StatusCode::UNAUTHORIZED, "send a known token as `Authorization: Bearer TOKEN`"))
        }
        Entry::TooMany(seconds) => {
            let detail =
                format!("this token's requests for the minute are used up; the next is welcome in {seconds} s");
            Err(Problem::new(StatusCode::TOO_MANY_REQUESTS, detail).after(seconds))
        }
    }
}

/// Who comes with a token, if with any, through a door.
pub(super) fn caller(token: Option<&Token>, door: &str) -> Caller {
    let who = token.map_or_else(|| door.to_owned(), |token| format!("{door} {}", token.name));
    Caller {
        scope: who.clone(),
        who,
        owner: token.map_or_else(String::new, |token| token.name.clone()),
        policy: token.and_then(|token| token.policy.clone()),
        sessions: token.and_then(|token| token.sessions).unwrap_or(usize::MAX),
    }
}

/// Refuses what is no JSON, which also keeps out the requests that a browser sends without asking.
pub(super) fn json(headers: &HeaderMap) -> Result<(), Problem> {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let kind = kind.split(';').next().unwrap_or_default().trim();
    if kind.eq_ignore_ascii_case("application/json") {
        return Ok(());
    }
    Err(Problem::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, "send JSON, with `Content-Type: application/json`"))
}

/// Turns new work away once the server is stopping.
pub(super) fn open(app: &App) -> Result<(), Problem> {
    if app.hall.stopping() == Stop::No { Ok(()) } else { Err(Problem::busy("the server is stopping")) }
}

#[cfg(test)]
mod tests {
    use super::is_here;

    #[test]
    fn only_the_machine_itself_is_here() {
        for host in ["localhost", "LOCALHOST:8765", "127.0.0.1:8765", "127.9.9.9", "[::1]:8765", "[::1]"] {
            assert!(is_here(host), "{host}");
        }
        for host in ["example.com", "localhost.example.com:8765", "10.0.0.1", "[::2]:1", "127.0.0.1.example.com", "?"] {
            assert!(!is_here(host), "{host}");
        }
    }
}
