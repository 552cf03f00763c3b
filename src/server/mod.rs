//! The doors for other processes: everything that names axum, hyper, rmcp and tracing.

mod answer;
mod books;
mod crew;
mod hall;
pub(crate) mod http;
mod kept;
pub(crate) mod log;
pub(crate) mod mcp;
mod metrics;
mod pending;
mod service;
mod sessions;

pub(crate) use service::Service;
