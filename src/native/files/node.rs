//! What has a name in the tree: a file, a folder, or the device that swallows everything.

use std::collections::BTreeMap;

use super::content::Content;

/// The number of a node, which is its inode less one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct NodeId(pub(super) u32);

#[derive(Debug)]
pub(super) enum Kind {
    File(Content),
    Folder(BTreeMap<Box<str>, NodeId>),
    Null,
}

/// A node; times are nanoseconds since 1970.
#[derive(Debug)]
pub(super) struct Node {
    pub(super) kind: Kind,
    pub(super) name: Box<str>,
    /// The folder that has it; none for the root, and for what has no name any more.
    pub(super) parent: Option<NodeId>,
    /// Permission bits. They are kept, and nothing is refused by them.
    pub(super) mode: u32,
    pub(super) accessed: i64,
    pub(super) modified: i64,
    pub(super) status_changed: i64,
    /// What holds it beside its name: descriptors, and being the working folder.
    pub(super) holds: u32,
    /// Whether this run made it, wrote to it or gave it its name.
    pub(super) changed: bool,
}

impl Node {
    pub(super) fn new(kind: Kind, name: &str, parent: Option<NodeId>, mode: u32, now: i64) -> Node {
        Node {
            kind,
            name: name.into(),
            parent,
            mode,
            accessed: now,
            modified: now,
            status_changed: now,
            holds: 0,
            changed: true,
        }
    }

    pub(super) fn is_folder(&self) -> bool {
        matches!(self.kind, Kind::Folder(_))
    }

    /// Bytes of its content; what Linux says of a folder.
    pub(super) fn size(&self) -> u64 {
        match &self.kind {
            Kind::File(content) => content.len(),
            Kind::Folder(_) => 4096,
            Kind::Null => 0,
        }
    }

    /// Type and permission bits, as `st_mode` has them.
    pub(super) fn full_mode(&self) -> u32 {
        let kind = match self.kind {
            Kind::File(_) => 0o100_000,
            Kind::Folder(_) => 0o040_000,
            Kind::Null => 0o020_000,
        };
        kind | self.mode
    }

    /// Notes that its content is another now.
    pub(super) fn touch(&mut self, now: i64) {
        self.modified = now;
        self.status_changed = now;
        self.changed = true;
    }
}
