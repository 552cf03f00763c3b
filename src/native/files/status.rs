//! What a node says of itself, as `os.stat` gives it.

use rustpython_vm::{PyObjectRef, VirtualMachine};

use super::module::stat_result;
use super::node::NodeId;
use super::tree::Tree;

/// The user and the group of every file, as `os.getuid` says.
const OWNER: u32 = 1000;

const NANOS: i64 = 1_000_000_000;

/// A node's facts.
#[derive(Clone, Copy, Debug)]
pub(super) struct Status {
    pub(super) mode: u32,
    pub(super) inode: u64,
    /// Names that lead to it; a folder's is not counted again by those inside, as on btrfs.
    pub(super) links: u32,
    pub(super) size: u64,
    /// Accessed, modified, status changed.
    pub(super) times: [i64; 3],
}

impl Status {
    pub(super) fn of(tree: &Tree, id: NodeId) -> Status {
        let node = tree.node(id);
        Status {
            mode: node.full_mode(),
            inode: u64::from(id.0) + 1,
            links: u32::from(tree.is_named(id)),
            size: node.size(),
            times: [node.accessed, node.modified, node.status_changed],
        }
    }

    /// A `stat_result`.
    pub(super) fn object(&self, vm: &VirtualMachine) -> PyObjectRef {
        let [accessed, modified, changed] = self.times;
        let seconds = |nanos: i64| nanos.div_euclid(NANOS);
        let float = |nanos: i64| seconds(nanos) as f64 + 1e-9 * nanos.rem_euclid(NANOS) as f64;
        stat_result(
            super::module::StatResultData {
                st_mode: self.mode,
                st_ino: self.inode,
                st_dev: 1,
                st_nlink: self.links,
                st_uid: OWNER,
                st_gid: OWNER,
                st_size: self.size,
                st_atime_int: seconds(accessed),
                st_mtime_int: seconds(modified),
                st_ctime_int: seconds(changed),
                st_atime: float(accessed),
                st_mtime: float(modified),
                st_ctime: float(changed),
                st_atime_ns: accessed,
                st_mtime_ns: modified,
                st_ctime_ns: changed,
                st_blksize: 4096,
                st_blocks: self.size.div_ceil(4096) * 8,
                st_rdev: 0,
            },
            vm,
        )
    }
}
