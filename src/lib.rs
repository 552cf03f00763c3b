//! taipan runs Python that a machine wrote.
mod alloc; mod allowlist; mod error; mod limits; mod outcome; mod policy;

#[cfg(feature="native")] mod native;
pub use alloc::CountingAllocator; pub use allowlist::*; pub use error::*; pub use limits::*; pub use outcome::*; pub use policy::*;
pub fn quick(src: &str) { native::quick(src) }
