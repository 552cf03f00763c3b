//! The doors for other processes: everything that names axum, hyper, rmcp and tracing.

mod books;
pub(crate) mod http;
pub(crate) mod log;
pub(crate) mod mcp;
mod request;
mod service;
mod sessions;

pub(crate) use service::Service;
