//! The doors for other processes: everything that names axum, hyper and rmcp.

pub(crate) mod http;
pub(crate) mod mcp;
mod request;
mod service;
mod sessions;

pub(crate) use service::Service;
