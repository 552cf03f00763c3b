//! The tree of a run: one working folder, `/sandbox`, in a root where nothing else can be made.
//!
//! It is plain data: nodes in a list, known by their numbers, so that a snapshot of memory has it, and so that no
//! depth of folders makes anything recurse.

use std::collections::BTreeMap;

use super::content::Content;
use super::errno::Errno;
use super::node::{Kind, Node, NodeId};
use crate::file::{LONGEST_NAME, LONGEST_PATH, MOST_BYTES, MOST_FILES};

pub(super) type Result<T> = std::result::Result<T, Errno>;

const ROOT: NodeId = NodeId(0);
pub(super) const SANDBOX: NodeId = NodeId(1);
const DEV: NodeId = NodeId(2);

/// What every tree starts with, and its last number.
const START: [(&str, u32); 2] = [("sandbox", 0o755), ("dev", 0o755)];

#[derive(Debug)]
pub(super) struct Tree {
    nodes: Vec<Option<Node>>,
    free: Vec<NodeId>,
    /// The working folder.
    cwd: NodeId,
    /// Bytes of all files.
    bytes: u64,
    /// Nodes beside those of the start.
    count: u64,
}

/// Where a path leads: a folder and a name in it.
#[derive(Debug)]
pub(super) struct Place<'p> {
    pub(super) folder: NodeId,
    pub(super) name: &'p str,
    pub(super) found: Option<NodeId>,
    /// Whether the path ends in a slash, and so names a folder.
    pub(super) as_folder: bool,
}

/// What the last part of a path is.
enum Last<'p> {
    Name(Place<'p>),
    /// `.`, `..` or the root itself.
    Dot,
    DotDot,
    Root,
}

impl Tree {
    pub(super) fn new(now: i64) -> Tree {
        let root = Node::new(Kind::Folder(BTreeMap::new()), "", None, 0o755, now);
        let mut tree = Tree { nodes: vec![Some(root)], free: Vec::new(), cwd: SANDBOX, bytes: 0, count: 0 };
        for (name, mode) in START {
            tree.link(ROOT, Node::new(Kind::Folder(BTreeMap::new()), name, Some(ROOT), mode, now));
        }
        tree.link(DEV, Node::new(Kind::Null, "null", Some(DEV), 0o666, now));
        tree.count = 0;
        tree.node_mut(SANDBOX).holds = 1;
        tree
    }

    pub(super) fn node(&self, id: NodeId) -> &Node {
        self.nodes[id.0 as usize].as_ref().expect("a number is given up with its node")
    }

    pub(super) fn node_mut(&mut self, id: NodeId) -> &mut Node {
        self.nodes[id.0 as usize].as_mut().expect("a number is given up with its node")
    }

    pub(super) fn bytes(&self) -> u64 {
        self.bytes
    }

    pub(super) fn count(&self) -> u64 {
        self.count
    }

    /// What a folder holds, by name.
    pub(super) fn entries(&self, folder: NodeId) -> Result<&BTreeMap<Box<str>, NodeId>> {
        match &self.node(folder).kind {
            Kind::Folder(entries) => Ok(entries),
            _ => Err(Errno::NotAFolder),
        }
    }

    /// Whether nothing can be made, renamed or removed in a folder.
    pub(super) fn is_fixed(&self, folder: NodeId) -> bool {
        folder == ROOT || folder == DEV
    }

    fn step(&self, at: NodeId, part: &str) -> Result<Option<NodeId>> {
        let entries = self.entries(at)?;
        Ok(match part {
            "." => Some(at),
            ".." if at == ROOT => Some(ROOT),
            ".." => Some(self.node(at).parent.ok_or(Errno::NoEntry)?),
            _ if part.len() > LONGEST_NAME => return Err(Errno::NameTooLong),
            _ => entries.get(part).copied(),
        })
    }

    fn walk<'p>(&self, path: &'p str) -> Result<Last<'p>> {
        if path.is_empty() {
            return Err(Errno::NoEntry);
        }
        if path.len() >= LONGEST_PATH {
            return Err(Errno::NameTooLong);
        }
        let mut at = if path.starts_with('/') { ROOT } else { self.cwd };
        let mut parts = path.split('/').filter(|part| !part.is_empty()).peekable();
        while let Some(part) = parts.next() {
            if parts.peek().is_some() {
                at = self.step(at, part)?.ok_or(Errno::NoEntry)?;
                continue;
            }
            let found = self.step(at, part)?;
            return Ok(match part {
                "." => Last::Dot,
                ".." => Last::DotDot,
                name => Last::Name(Place { folder: at, name, found, as_folder: path.ends_with('/') }),
            });
        }
        Ok(Last::Root)
    }

    /// The node that a path leads to.
    pub(super) fn find(&self, path: &str) -> Result<NodeId> {
        let mut at = if path.starts_with('/') { ROOT } else { self.cwd };
        if let Last::Name(place) = self.walk(path)? {
            let found = place.found.ok_or(Errno::NoEntry)?;
            return if place.as_folder && !self.node(found).is_folder() { Err(Errno::NotAFolder) } else { Ok(found) };
        }
        for part in path.split('/').filter(|part| !part.is_empty()) {
            at = self.step(at, part)?.ok_or(Errno::NoEntry)?;
        }
        Ok(at)
    }

    /// The place that a path names, whether something is there or not; `other` for what has no name of its own.
    fn place<'p>(&self, path: &'p str, other: impl Fn(&Last<'_>) -> Errno) -> Result<Place<'p>> {
        match self.walk(path)? {
            Last::Name(place) => Ok(place),
            last => Err(other(&last)),
        }
    }

    /// Whether a name leads to it.
    pub(super) fn is_named(&self, id: NodeId) -> bool {
        id == ROOT || self.node(id).parent.is_some()
    }

    /// The absolute path of a folder or file that has a name.
    pub(super) fn path(&self, id: NodeId) -> Result<String> {
        let mut parts = Vec::new();
        let mut at = id;
        while at != ROOT {
            let node = self.node(at);
            parts.push(&*node.name);
            at = node.parent.ok_or(Errno::NoEntry)?;
        }
        parts.push("");
        parts.reverse();
        Ok(if parts.len() == 1 { String::from("/") } else { parts.join("/") })
    }

    /// How long that path is, without making it.
    fn path_len(&self, id: NodeId) -> usize {
        let up = |at: &NodeId| self.node(*at).parent;
        std::iter::successors(Some(id), up).map(|at| self.node(at).name.len() + 1).sum::<usize>() - 1
    }

    /// How much longer the longest path in a folder is than its own.
    fn reach(&self, id: NodeId) -> usize {
        let mut longest = 0;
        let mut left = vec![(0, id)];
        while let Some((length, id)) = left.pop() {
            longest = longest.max(length);
            if let Kind::Folder(entries) = &self.node(id).kind {
                left.extend(entries.iter().map(|(name, id)| (length + 1 + name.len(), *id)));
            }
        }
        longest
    }

    pub(super) fn cwd(&self) -> Result<String> {
        self.path(self.cwd)
    }

    pub(super) fn change_folder(&mut self, to: NodeId) -> Result<()> {
        self.entries(to)?;
        self.hold(to);
        let before = std::mem::replace(&mut self.cwd, to);
        self.release(before);
        Ok(())
    }

    /// Keeps a node that may lose its name.
    pub(super) fn hold(&mut self, id: NodeId) {
        self.node_mut(id).holds += 1;
    }

    /// Lets go of a node; one that nothing holds and no name leads to is gone.
    pub(super) fn release(&mut self, id: NodeId) {
        let node = self.node_mut(id);
        node.holds -= 1;
        self.drop_unused(id);
    }

    fn drop_unused(&mut self, id: NodeId) {
        if self.node(id).holds > 0 || self.is_named(id) {
            return;
        }
        let freed = match &self.node(id).kind {
            Kind::File(content) => content.len(),
            _ => 0,
        };
        self.bytes -= freed;
        self.nodes[id.0 as usize] = None;
        self.free.push(id);
        self.count -= 1;
    }

    fn link(&mut self, folder: NodeId, node: Node) -> NodeId {
        let name = node.name.clone();
        let id = match self.free.pop() {
            Some(id) => {
                self.nodes[id.0 as usize] = Some(node);
                id
            }
            None => {
                self.nodes.push(Some(node));
                NodeId(self.nodes.len() as u32 - 1)
            }
        };
        self.count += 1;
        self.attach(folder, &name, id);
        id
    }

    fn attach(&mut self, folder: NodeId, name: &str, id: NodeId) {
        if let Kind::Folder(entries) = &mut self.node_mut(folder).kind {
            entries.insert(name.into(), id);
        }
    }

    fn detach(&mut self, id: NodeId, now: i64) {
        let node = self.node_mut(id);
        let (name, parent) = (node.name.clone(), node.parent.take());
        node.status_changed = now;
        if let Some(parent) = parent {
            let folder = self.node_mut(parent);
            folder.touch(now);
            if let Kind::Folder(entries) = &mut folder.kind {
                entries.remove(&name);
            }
        }
    }

    /// Makes a node in a folder.
    fn make(&mut self, place: &Place<'_>, kind: Kind, mode: u32, now: i64) -> Result<NodeId> {
        if self.is_fixed(place.folder) {
            return Err(Errno::NoAccess);
        }
        if !self.is_named(place.folder) {
            return Err(Errno::NoEntry);
        }
        if self.count >= MOST_FILES {
            return Err(Errno::NoSpace);
        }
        if self.path_len(place.folder) + 1 + place.name.len() >= LONGEST_PATH {
            return Err(Errno::NameTooLong);
        }
        self.node_mut(place.folder).touch(now);
        Ok(self.link(place.folder, Node::new(kind, place.name, Some(place.folder), mode, now)))
    }

    pub(super) fn make_folder(&mut self, path: &str, mode: u32, now: i64) -> Result<NodeId> {
        let place = self.place(path, |_| Errno::Exists)?;
        if place.found.is_some() {
            return Err(Errno::Exists);
        }
        self.make(&place, Kind::Folder(BTreeMap::new()), mode, now)
    }

    /// The file at a path, made if it is not there; whether it was there.
    pub(super) fn make_file(&mut self, path: &str, mode: u32, now: i64) -> Result<(NodeId, bool)> {
        let place = self.place(path, |_| Errno::IsAFolder)?;
        match place.found {
            Some(found) if place.as_folder && !self.node(found).is_folder() => Err(Errno::NotAFolder),
            Some(found) => Ok((found, true)),
            None if place.as_folder => Err(Errno::IsAFolder),
            None => Ok((self.make(&place, Kind::File(Content::default()), mode, now)?, false)),
        }
    }

    pub(super) fn remove_file(&mut self, path: &str, now: i64) -> Result<()> {
        let place = self.place(path, |_| Errno::IsAFolder)?;
        let found = place.found.ok_or(Errno::NoEntry)?;
        match (self.node(found).is_folder(), place.as_folder) {
            _ if self.is_fixed(place.folder) => Err(Errno::NoAccess),
            (true, _) => Err(Errno::IsAFolder),
            (false, true) => Err(Errno::NotAFolder),
            (false, false) => {
                self.detach(found, now);
                self.drop_unused(found);
                Ok(())
            }
        }
    }

    pub(super) fn remove_folder(&mut self, path: &str, now: i64) -> Result<()> {
        let place = self.place(path, |last| match last {
            Last::Dot => Errno::Invalid,
            Last::DotDot => Errno::NotEmpty,
            _ => Errno::Busy,
        })?;
        let found = place.found.ok_or(Errno::NoEntry)?;
        if self.is_fixed(place.folder) {
            return Err(Errno::NoAccess);
        }
        if !self.entries(found)?.is_empty() {
            return Err(Errno::NotEmpty);
        }
        self.detach(found, now);
        self.drop_unused(found);
        Ok(())
    }

    /// Gives what is at one path another, in the place of what is there.
    pub(super) fn rename(&mut self, from: &str, to: &str, now: i64) -> Result<()> {
        let from = self.place(from, |_| Errno::Busy)?;
        let to = self.place(to, |_| Errno::Busy)?;
        let moved = from.found.ok_or(Errno::NoEntry)?;
        let is_folder = self.node(moved).is_folder();
        if !is_folder && (from.as_folder || to.as_folder) {
            return Err(Errno::NotAFolder);
        }
        if is_folder && self.is_within(to.folder, moved) {
            return Err(Errno::Invalid);
        }
        if to.found.is_some_and(|target| self.is_within(from.folder, target)) {
            return Err(Errno::NotEmpty);
        }
        if to.found == Some(moved) {
            return Ok(());
        }
        if self.is_fixed(from.folder) || self.is_fixed(to.folder) {
            return Err(Errno::NoAccess);
        }
        if self.path_len(to.folder) + 1 + to.name.len() + self.reach(moved) >= LONGEST_PATH {
            return Err(Errno::NameTooLong);
        }
        if let Some(target) = to.found {
            match (is_folder, self.node(target).is_folder()) {
                (true, false) => return Err(Errno::NotAFolder),
                (false, true) => return Err(Errno::IsAFolder),
                (true, true) if !self.entries(target)?.is_empty() => return Err(Errno::NotEmpty),
                _ => {}
            }
            self.detach(target, now);
            self.drop_unused(target);
        }
        self.detach(moved, now);
        let node = self.node_mut(moved);
        node.name = to.name.into();
        node.parent = Some(to.folder);
        self.attach(to.folder, to.name, moved);
        self.node_mut(to.folder).touch(now);
        self.mark_changed(moved);
        Ok(())
    }

    /// Whether a folder is another or lies inside it.
    fn is_within(&self, folder: NodeId, other: NodeId) -> bool {
        let mut at = Some(folder);
        while let Some(id) = at {
            if id == other {
                return true;
            }
            at = self.node(id).parent;
        }
        false
    }

    /// Everything in a folder has another path now.
    fn mark_changed(&mut self, from: NodeId) {
        let mut left = vec![from];
        while let Some(id) = left.pop() {
            let node = self.node_mut(id);
            node.changed = true;
            if let Kind::Folder(entries) = &node.kind {
                left.extend(entries.values());
            }
        }
    }

    /// Bytes that a file would take beyond what it has, if there is room for them. The error is never 27, file too large: behind
    /// the wall that is the number of an interrupted call, which the buffers make again.
    pub(super) fn growth(&self, id: NodeId, len: u64) -> Result<u64> {
        let more = len.saturating_sub(self.node(id).size());
        match self.node(id).kind {
            Kind::File(_) if more > MOST_BYTES - self.bytes => Err(Errno::NoSpace),
            Kind::File(_) => Ok(more),
            _ => Ok(0),
        }
    }

    /// Changes a file's content; nothing happens to what is no file.
    pub(super) fn change<R: Default>(&mut self, id: NodeId, now: i64, act: impl FnOnce(&mut Content) -> R) -> R {
        let node = self.node_mut(id);
        let Kind::File(content) = &mut node.kind else { return R::default() };
        let before = content.len();
        let done = act(content);
        let after = content.len();
        node.touch(now);
        self.bytes = self.bytes - before + after;
        done
    }

    /// From here on only what changes is changed.
    pub(super) fn settle(&mut self) {
        self.nodes.iter_mut().flatten().for_each(|node| node.changed = false);
    }

    /// The files below `/sandbox` that changed, each with its path in there, sorted.
    pub(super) fn changed(&self) -> Vec<(String, NodeId)> {
        let mut found = Vec::new();
        let mut left = vec![(String::new(), SANDBOX)];
        while let Some((path, id)) = left.pop() {
            let node = self.node(id);
            match &node.kind {
                Kind::Folder(entries) => left.extend(entries.iter().map(|(name, id)| {
                    let slash = if path.is_empty() { "" } else { "/" };
                    (format!("{path}{slash}{name}"), *id)
                })),
                Kind::File(_) if node.changed => found.push((path, id)),
                _ => {}
            }
        }
        found.sort();
        found
    }
}

#[cfg(test)]
mod tests;
