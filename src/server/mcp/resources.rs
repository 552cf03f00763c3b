//! Files that runs made, as resources.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use rmcp::model::{ReadResourceResult, Resource, ResourceContents};

use crate::server::answer::Answer;
use crate::server::kept::Made;

/// What the address of a file begins with; its id follows.
pub(super) const BASE: &str = "taipan://files/";

/// Links in one result; the structured content has all of them.
const MOST: usize = 50;

/// Links to the files of a run.
pub(super) fn links(answer: &Answer) -> Vec<Resource> {
    let files = answer.outcome.files.iter().zip(&answer.ids);
    let kept = files.filter_map(|(file, id)| Some(resource(id.as_ref()?, &file.path, &file.media_type, file.size)));
    kept.take(MOST).collect()
}

/// A file in the list of all.
pub(super) fn listed(id: &str, made: &Made) -> Resource {
    resource(id, &made.path, &made.media_type, made.content.len() as u64)
}

fn resource(id: &str, path: &str, media_type: &str, size: u64) -> Resource {
    Resource::new(format!("{BASE}{id}"), path).with_mime_type(media_type).with_size(size)
}

/// What a file holds: text where it is UTF-8, else base 64.
pub(super) fn read(uri: String, made: &Made) -> ReadResourceResult {
    let contents = match std::str::from_utf8(&made.content) {
        Ok(text) => ResourceContents::text(text, uri),
        Err(_) => ResourceContents::blob(BASE64.encode(&made.content), uri),
    };
    ReadResourceResult::new(vec![contents.with_mime_type(&made.media_type)])
}
