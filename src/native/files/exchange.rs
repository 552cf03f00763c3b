//! The host's side: the files that it gives before a run, and those that changed after it.

#[cfg_attr(target_family = "wasm", path = "exchange/behind_wall.rs")]
#[cfg_attr(not(target_family = "wasm"), path = "exchange/in_process.rs")]
mod door;

use rustpython_vm::{PyResult, VirtualMachine};

use super::content::PIECE;
use super::node::Kind;
use super::tree::Tree;
use super::{failure, state, tree};
use crate::file::{FOLDER, File, Given};
use crate::native::{Job, budget};

/// Puts the files of a job into the tree, each in the place of what is there.
pub(crate) fn receive(job: &Job, vm: &VirtualMachine) -> PyResult<()> {
    state::with_known(vm, |state| state.tree.settle());
    for (at, file) in job.files.iter().enumerate() {
        put(at, file, vm)?;
    }
    state::with_known(vm, |state| state.tree.settle());
    Ok(())
}

fn put(at: usize, file: &Given, vm: &VirtualMachine) -> PyResult<()> {
    let fail = |errno| failure::error(errno, vm);
    let path = format!("{FOLDER}{}", file.path);
    let id = state::with(vm, |state, now| {
        make_folders(&mut state.tree, &path, now)?;
        let (id, _) = state.tree.make_file(&path, 0o644, now)?;
        state.tree.change(id, now, |content| content.set_len(0));
        state.tree.growth(id, file.size).map(|_| id)
    });
    let id = id.map_err(fail)?;
    budget::reserve(file.size, vm)?;
    budget::charge(file.size >> 10, vm)?;
    let mut done = 0;
    while done < file.size {
        let length = (file.size - done).min(PIECE as u64) as usize;
        let mut piece = vec![0; length];
        door::fetch(at, file, done, &mut piece);
        state::with(vm, |state, now| state.tree.change(id, now, |content| content.push_piece(piece)));
        done += length as u64;
    }
    Ok(())
}

/// Makes the folders of a path that are not there; what stands in the way makes the last step fail.
fn make_folders(tree: &mut Tree, path: &str, now: i64) -> tree::Result<()> {
    for (end, _) in path.match_indices('/').filter(|(end, _)| *end >= FOLDER.len()) {
        if tree.find(&path[..end]).is_err() {
            tree.make_folder(&path[..end], 0o755, now)?;
        }
    }
    Ok(())
}

/// The files that the run made or changed, by their paths; what is still in a buffer is not in them.
pub(crate) fn changed(vm: &VirtualMachine) -> Vec<File> {
    let files = state::with_known(vm, |state| {
        let changed = state.tree.changed().into_iter();
        let give = changed.filter_map(|(path, id)| match &state.tree.node(id).kind {
            Kind::File(content) => door::give(path, content),
            _ => None,
        });
        give.collect()
    });
    files.unwrap_or_default()
}
