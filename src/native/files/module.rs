//! The native module `_files`: the system's calls on files, for the module `os`.

pub(crate) use _files::module_def;
pub(super) use _files::{PyStatResult, StatResultData};

use rustpython_vm::types::PyStructSequence;
use rustpython_vm::{PyObjectRef, VirtualMachine};

/// A `stat_result` of these data.
pub(super) fn stat_result(data: StatResultData, vm: &VirtualMachine) -> PyObjectRef {
    PyStatResult::from_data(data, vm).into()
}

#[rustpython_vm::pymodule]
mod _files {
    use rustpython_vm::FromArgs;
    use rustpython_vm::builtins::{PyBytesRef, PyTypeRef};
    use rustpython_vm::function::{ArgBytesLike, FuncArgs};
    use rustpython_vm::types::{PyStructSequence, struct_sequence_new};
    use rustpython_vm::{
        PyObject, PyObjectRef, PyPayload, PyResult, VirtualMachine, pyclass, pystruct_sequence, pystruct_sequence_data,
    };

    use crate::native::budget;
    use crate::native::files::arguments::{self, Also, Path, Target};
    use crate::native::files::descriptors::Whence;
    use crate::native::files::errno::Errno;
    use crate::native::files::node::NodeId;
    use crate::native::files::state::{self, State};
    use crate::native::files::status::Status;
    use crate::native::files::{failure, scan, tree};
    use crate::native::stdio;

    #[pyattr(name = "DirEntry")]
    fn dir_entry(_vm: &VirtualMachine) -> PyTypeRef {
        scan::prepare()
    }

    #[pystruct_sequence_data]
    #[derive(Debug)]
    pub(in crate::native::files) struct StatResultData {
        pub(in crate::native::files) st_mode: u32,
        pub(in crate::native::files) st_ino: u64,
        pub(in crate::native::files) st_dev: u32,
        pub(in crate::native::files) st_nlink: u32,
        pub(in crate::native::files) st_uid: u32,
        pub(in crate::native::files) st_gid: u32,
        pub(in crate::native::files) st_size: u64,
        #[pystruct_sequence(unnamed)]
        pub(in crate::native::files) st_atime_int: i64,
        #[pystruct_sequence(unnamed)]
        pub(in crate::native::files) st_mtime_int: i64,
        #[pystruct_sequence(unnamed)]
        pub(in crate::native::files) st_ctime_int: i64,
        #[pystruct_sequence(skip)]
        pub(in crate::native::files) st_atime: f64,
        #[pystruct_sequence(skip)]
        pub(in crate::native::files) st_mtime: f64,
        #[pystruct_sequence(skip)]
        pub(in crate::native::files) st_ctime: f64,
        #[pystruct_sequence(skip)]
        pub(in crate::native::files) st_atime_ns: i64,
        #[pystruct_sequence(skip)]
        pub(in crate::native::files) st_mtime_ns: i64,
        #[pystruct_sequence(skip)]
        pub(in crate::native::files) st_ctime_ns: i64,
        #[pystruct_sequence(skip)]
        pub(in crate::native::files) st_blksize: u32,
        #[pystruct_sequence(skip)]
        pub(in crate::native::files) st_blocks: u64,
        #[pystruct_sequence(skip)]
        pub(in crate::native::files) st_rdev: u32,
    }

    #[pyattr]
    #[pystruct_sequence(name = "stat_result", module = "os", data = "StatResultData")]
    pub(in crate::native::files) struct PyStatResult;

    #[pyclass(with(PyStructSequence))]
    impl PyStatResult {
        #[pyslot]
        fn slot_new(class: PyTypeRef, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
            use rustpython_vm::builtins::PyTuple;
            use rustpython_vm::types::PyStructSequenceData;

            let names = StatResultData::OPTIONAL_FIELD_NAMES;
            let made = struct_sequence_new(class.clone(), args.bind_for(vm, "stat_result")?, names, vm)?;
            let Some(tuple) = made.downcast_ref::<PyTuple>() else { return Ok(made) };
            let mut items = tuple.as_slice().to_vec();
            for at in 7..=9 {
                if items.get(at + 3).is_some_and(|time| vm.is_none(time)) {
                    items[at + 3] = items[at].clone();
                }
            }
            PyTuple::new_unchecked(items.into_boxed_slice()).into_ref_with_type(vm, class).map(Into::into)
        }
    }

    /// What only a system with open folders has.
    fn no_folder(dir_fd: Option<&PyObjectRef>, vm: &VirtualMachine) -> PyResult<()> {
        match dir_fd {
            Some(fd) if !vm.is_none(fd) => Err(vm.new_not_implemented_error("dir_fd unavailable on this platform")),
            _ => Ok(()),
        }
    }

    /// One system call on a path.
    fn at<R>(
        path: &Path,
        vm: &VirtualMachine,
        act: impl FnOnce(&mut State, &str, i64) -> tree::Result<R>,
    ) -> PyResult<R> {
        budget::charge(1, vm)?;
        let done = path.text().and_then(|text| state::with(vm, |state, now| act(state, text, now)));
        done.map_err(|errno| path.error(errno, vm))
    }

    /// One system call on a path or an open file.
    fn on<R>(
        target: &Target,
        vm: &VirtualMachine,
        act: impl FnOnce(&mut State, NodeId, i64) -> tree::Result<R>,
    ) -> PyResult<R> {
        budget::charge(1, vm)?;
        let done = state::with(vm, |state, now| target.find(state).and_then(|node| act(state, node, now)));
        done.map_err(|errno| target.error(errno, vm))
    }

    /// One system call on an open file.
    fn with<R>(
        fd: &PyObject,
        vm: &VirtualMachine,
        act: impl FnOnce(&mut State, i32, i64) -> tree::Result<R>,
    ) -> PyResult<R> {
        let fd = arguments::descriptor(fd, vm)?;
        budget::charge(1, vm)?;
        state::with(vm, |state, now| act(state, fd, now)).map_err(|errno| failure::error(errno, vm))
    }

    #[derive(FromArgs)]
    struct StatArgs {
        #[pyarg(any)]
        path: PyObjectRef,
        #[pyarg(named, optional)]
        dir_fd: Option<PyObjectRef>,
        #[pyarg(named, optional)]
        follow_symlinks: Option<PyObjectRef>,
    }

    #[pyfunction]
    fn stat(args: StatArgs, vm: &VirtualMachine) -> PyResult {
        status(&args, "stat", Also::Descriptor, vm)
    }

    #[pyfunction]
    fn lstat(args: StatArgs, vm: &VirtualMachine) -> PyResult {
        status(&args, "lstat", Also::Nothing, vm)
    }

    fn status(args: &StatArgs, function: &str, also: Also, vm: &VirtualMachine) -> PyResult {
        no_folder(args.dir_fd.as_ref(), vm)?;
        let _ = &args.follow_symlinks;
        let target = arguments::target(&args.path, function, "path", also, vm)?;
        let status = on(&target, vm, |state, node, _| Ok(Status::of(&state.tree, node)))?;
        Ok(status.object(vm))
    }

    #[pyfunction]
    fn fstat(fd: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        let status = with(&fd, vm, |state, fd, _| Ok(Status::of(&state.tree, state.open.node(fd)?)))?;
        Ok(status.object(vm))
    }

    #[derive(FromArgs)]
    struct FolderArgs {
        #[pyarg(any, optional)]
        path: Option<PyObjectRef>,
    }

    impl FolderArgs {
        fn read(self, function: &str, also: Also, vm: &VirtualMachine) -> PyResult<Target> {
            let path = self.path.unwrap_or_else(|| vm.ctx.none());
            arguments::target(&path, function, "path", also, vm)
        }
    }

    #[pyfunction]
    fn listdir(args: FolderArgs, vm: &VirtualMachine) -> PyResult<Vec<PyObjectRef>> {
        let target = args.read("listdir", Also::DescriptorOrNone, vm)?;
        let names =
            on(&target, vm, |state, node, _| Ok(state.tree.entries(node)?.keys().cloned().collect::<Vec<Box<str>>>()))?;
        budget::steps(names.len() as u64, vm)?;
        let as_bytes = matches!(&target, Target::Path(path) if path.is_bytes);
        Ok(names.iter().map(|name| scan::text(name, as_bytes, vm)).collect())
    }

    #[pyfunction]
    fn scandir(args: FolderArgs, vm: &VirtualMachine) -> PyResult {
        let target = args.read("scandir", Also::DescriptorOrNone, vm)?;
        let entries = on(&target, vm, |state, node, _| {
            let entries = state.tree.entries(node)?;
            Ok(entries.iter().map(|(name, id)| scan::Entry::new(name, *id, state.tree.node(*id))).collect::<Vec<_>>())
        })?;
        budget::steps(entries.len() as u64, vm)?;
        Ok(scan::iterator(&target, entries, vm))
    }

    #[derive(FromArgs)]
    struct MkdirArgs {
        #[pyarg(any)]
        path: PyObjectRef,
        #[pyarg(any, default = 0o777)]
        mode: u32,
        #[pyarg(named, optional)]
        dir_fd: Option<PyObjectRef>,
    }

    #[pyfunction]
    fn mkdir(args: MkdirArgs, vm: &VirtualMachine) -> PyResult<()> {
        no_folder(args.dir_fd.as_ref(), vm)?;
        let path = arguments::path(&args.path, "mkdir", "path", vm)?;
        at(&path, vm, |state, text, now| {
            let mode = args.mode & 0o777 & !state.umask;
            state.tree.make_folder(text, mode, now).map(drop)
        })
    }

    #[derive(FromArgs)]
    struct RemoveArgs {
        #[pyarg(any)]
        path: PyObjectRef,
        #[pyarg(named, optional)]
        dir_fd: Option<PyObjectRef>,
    }

    #[pyfunction]
    fn rmdir(args: RemoveArgs, vm: &VirtualMachine) -> PyResult<()> {
        no_folder(args.dir_fd.as_ref(), vm)?;
        let path = arguments::path(&args.path, "rmdir", "path", vm)?;
        at(&path, vm, |state, text, now| state.tree.remove_folder(text, now))
    }

    #[pyfunction]
    fn remove(args: RemoveArgs, vm: &VirtualMachine) -> PyResult<()> {
        removed(&args, "remove", vm)
    }

    #[pyfunction]
    fn unlink(args: RemoveArgs, vm: &VirtualMachine) -> PyResult<()> {
        removed(&args, "unlink", vm)
    }

    fn removed(args: &RemoveArgs, function: &str, vm: &VirtualMachine) -> PyResult<()> {
        no_folder(args.dir_fd.as_ref(), vm)?;
        let path = arguments::path(&args.path, function, "path", vm)?;
        at(&path, vm, |state, text, now| state.tree.remove_file(text, now))
    }

    #[derive(FromArgs)]
    struct RenameArgs {
        #[pyarg(any)]
        src: PyObjectRef,
        #[pyarg(any)]
        dst: PyObjectRef,
        #[pyarg(named, optional)]
        src_dir_fd: Option<PyObjectRef>,
        #[pyarg(named, optional)]
        dst_dir_fd: Option<PyObjectRef>,
    }

    #[pyfunction]
    fn rename(args: RenameArgs, vm: &VirtualMachine) -> PyResult<()> {
        renamed(&args, "rename", vm)
    }

    #[pyfunction]
    fn replace(args: RenameArgs, vm: &VirtualMachine) -> PyResult<()> {
        renamed(&args, "replace", vm)
    }

    fn renamed(args: &RenameArgs, function: &str, vm: &VirtualMachine) -> PyResult<()> {
        no_folder(args.src_dir_fd.as_ref().or(args.dst_dir_fd.as_ref()), vm)?;
        let src = arguments::path(&args.src, function, "src", vm)?;
        let dst = arguments::path(&args.dst, function, "dst", vm)?;
        budget::charge(1, vm)?;
        let done = state::with(vm, |state, now| state.tree.rename(src.text()?, dst.text()?, now));
        done.map_err(|errno| failure::error_at_both(errno, [src.origin.clone(), dst.origin.clone()], vm))
    }

    #[pyfunction]
    fn chdir(path: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
        let target = arguments::target(&path, "chdir", "path", Also::Descriptor, vm)?;
        on(&target, vm, |state, node, _| state.tree.change_folder(node))
    }

    #[pyfunction]
    fn fchdir(fd: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
        with(&fd, vm, |state, fd, _| state.tree.change_folder(state.open.node(fd)?))
    }

    #[pyfunction]
    fn getcwd(vm: &VirtualMachine) -> PyResult<String> {
        budget::charge(1, vm)?;
        state::with(vm, |state, _| state.tree.cwd()).map_err(|errno| failure::error(errno, vm))
    }

    #[derive(FromArgs)]
    struct AccessArgs {
        #[pyarg(any)]
        path: PyObjectRef,
        #[pyarg(any)]
        mode: i32,
        #[pyarg(named, optional)]
        dir_fd: Option<PyObjectRef>,
        #[pyarg(named, optional)]
        effective_ids: Option<PyObjectRef>,
        #[pyarg(named, optional)]
        follow_symlinks: Option<PyObjectRef>,
    }

    /// Whether it is there and, for what would run it, says that it can be run.
    #[pyfunction]
    fn access(args: AccessArgs, vm: &VirtualMachine) -> PyResult<bool> {
        const WRITE: i32 = 2;
        const RUN: i32 = 1;
        no_folder(args.dir_fd.as_ref(), vm)?;
        let _ = (&args.effective_ids, &args.follow_symlinks);
        let path = arguments::path(&args.path, "access", "path", vm)?;
        budget::charge(1, vm)?;
        let found = path.text().and_then(|text| {
            state::with(vm, |state, _| {
                let id = state.tree.find(text)?;
                let node = state.tree.node(id);
                let writable = args.mode & WRITE == 0 || !(node.is_folder() && state.tree.is_fixed(id));
                Ok(writable && (args.mode & RUN == 0 || node.mode & 0o111 != 0) && args.mode & !7 == 0)
            })
        });
        Ok(found.unwrap_or(false))
    }

    #[derive(FromArgs)]
    struct ChmodArgs {
        #[pyarg(any)]
        path: PyObjectRef,
        #[pyarg(any)]
        mode: u32,
        #[pyarg(named, optional)]
        dir_fd: Option<PyObjectRef>,
        #[pyarg(named, optional)]
        follow_symlinks: Option<PyObjectRef>,
    }

    #[pyfunction]
    fn chmod(args: ChmodArgs, vm: &VirtualMachine) -> PyResult<()> {
        no_folder(args.dir_fd.as_ref(), vm)?;
        let _ = &args.follow_symlinks;
        let target = arguments::target(&args.path, "chmod", "path", Also::Descriptor, vm)?;
        on(&target, vm, |state, id, now| {
            owned(state, id)?;
            let node = state.tree.node_mut(id);
            node.mode = args.mode & 0o7777;
            node.status_changed = now;
            Ok(())
        })
    }

    /// What every tree starts with is not the run's.
    fn owned(state: &State, id: NodeId) -> tree::Result<()> {
        let parent = state.tree.node(id).parent;
        let theirs = state.tree.is_fixed(id) || parent.is_some_and(|parent| state.tree.is_fixed(parent));
        if theirs && id != tree::SANDBOX { Err(Errno::NotPermitted) } else { Ok(()) }
    }

    #[pyfunction]
    fn fchmod(fd: PyObjectRef, mode: u32, vm: &VirtualMachine) -> PyResult<()> {
        with(&fd, vm, |state, fd, now| {
            let id = state.open.node(fd)?;
            owned(state, id)?;
            let node = state.tree.node_mut(id);
            node.mode = mode & 0o7777;
            node.status_changed = now;
            Ok(())
        })
    }

    /// Sets both times, in nanoseconds; without them they are now.
    #[pyfunction]
    fn set_times(path: PyObjectRef, accessed: Option<i64>, modified: Option<i64>, vm: &VirtualMachine) -> PyResult<()> {
        let target = arguments::target(&path, "utime", "path", Also::Descriptor, vm)?;
        on(&target, vm, |state, id, now| {
            owned(state, id)?;
            let node = state.tree.node_mut(id);
            (node.accessed, node.modified) = (accessed.unwrap_or(now), modified.unwrap_or(now));
            node.status_changed = now;
            Ok(())
        })
    }

    #[derive(FromArgs)]
    struct LinkArgs {
        #[pyarg(any)]
        path: PyObjectRef,
        #[pyarg(named, optional)]
        dir_fd: Option<PyObjectRef>,
    }

    /// There are no links.
    #[pyfunction]
    fn readlink(args: LinkArgs, vm: &VirtualMachine) -> PyResult<()> {
        no_folder(args.dir_fd.as_ref(), vm)?;
        let path = arguments::path(&args.path, "readlink", "path", vm)?;
        at(&path, vm, |state, text, _| state.tree.find(text).and(Err(Errno::Invalid)))
    }

    #[derive(FromArgs)]
    struct OpenArgs {
        #[pyarg(any)]
        path: PyObjectRef,
        #[pyarg(any)]
        flags: u32,
        #[pyarg(any, default = 0o777)]
        mode: u32,
        #[pyarg(named, optional)]
        dir_fd: Option<PyObjectRef>,
    }

    #[pyfunction]
    fn open(args: OpenArgs, vm: &VirtualMachine) -> PyResult<i32> {
        no_folder(args.dir_fd.as_ref(), vm)?;
        let path = arguments::path(&args.path, "open", "path", vm)?;
        at(&path, vm, |state, text, now| {
            let mode = args.mode & 0o777 & !state.umask;
            state.open.open(&mut state.tree, text, args.flags, mode, now)
        })
    }

    #[pyfunction]
    fn close(fd: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
        with(&fd, vm, |state, fd, _| state.open.close(&mut state.tree, fd))
    }

    #[pyfunction]
    fn read(fd: PyObjectRef, length: i64, vm: &VirtualMachine) -> PyResult<PyBytesRef> {
        let Ok(length) = u64::try_from(length) else { return Err(failure::error(Errno::Invalid, vm)) };
        let left = with(&fd, vm, |state, fd, _| state.open.left(&state.tree, fd))?.min(length);
        budget::reserve(left, vm)?;
        budget::charge(left >> 10, vm)?;
        let mut bytes = vec![0; left as usize];
        with(&fd, vm, |state, fd, _| state.open.read(&state.tree, fd, &mut bytes))?;
        Ok(vm.ctx.new_bytes(bytes))
    }

    #[pyfunction]
    fn write(fd: PyObjectRef, data: ArgBytesLike, vm: &VirtualMachine) -> PyResult<usize> {
        let number = arguments::descriptor(&fd, vm)?;
        let bytes = data.borrow_buf();
        if let Some(stream) = [(1, stdio::Stream::Out), (2, stdio::Stream::Err)].iter().find(|(fd, _)| *fd == number) {
            stdio::append(stream.1, &String::from_utf8_lossy(&bytes), vm)?;
            return Ok(bytes.len());
        }
        let (_, more) = with(&fd, vm, |state, fd, _| state.open.room(&state.tree, fd, bytes.len()))?;
        budget::reserve(more, vm)?;
        budget::charge((bytes.len() as u64).max(more) >> 10, vm)?;
        with(&fd, vm, |state, fd, now| state.open.write(&mut state.tree, fd, &bytes, now))
    }

    #[pyfunction]
    fn lseek(fd: PyObjectRef, position: i64, whence: i32, vm: &VirtualMachine) -> PyResult<u64> {
        let whence = match whence {
            0 => Whence::Start,
            1 => Whence::Here,
            2 => Whence::End,
            _ => return Err(failure::error(Errno::Invalid, vm)),
        };
        with(&fd, vm, |state, fd, _| state.open.seek(&state.tree, fd, position, whence))
    }

    #[pyfunction]
    fn ftruncate(fd: PyObjectRef, length: i64, vm: &VirtualMachine) -> PyResult<()> {
        let more = with(&fd, vm, |state, fd, _| state.open.room_for_length(&state.tree, fd, length))?;
        budget::reserve(more, vm)?;
        budget::charge(more >> 10, vm)?;
        with(&fd, vm, |state, fd, now| state.open.truncate(&mut state.tree, fd, length, now))
    }

    #[pyfunction]
    fn truncate(path: PyObjectRef, length: i64, vm: &VirtualMachine) -> PyResult<()> {
        let target = arguments::target(&path, "truncate", "path", Also::Descriptor, vm)?;
        let Ok(wanted) = u64::try_from(length) else { return Err(target.error(Errno::Invalid, vm)) };
        let more = on(&target, vm, |state, id, _| match state.tree.node(id).is_folder() {
            true => Err(Errno::IsAFolder),
            false => state.tree.growth(id, wanted),
        })?;
        budget::reserve(more, vm)?;
        budget::charge(more >> 10, vm)?;
        on(&target, vm, |state, id, now| {
            state.tree.change(id, now, |content| content.set_len(wanted));
            Ok(())
        })
    }

    /// Everything is written already.
    #[pyfunction]
    fn fsync(fd: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
        let fd = match fd.downcast_ref::<rustpython_vm::builtins::PyInt>() {
            Some(_) => fd,
            None => vm.call_method(&fd, "fileno", ())?,
        };
        with(&fd, vm, |state, fd, _| state.open.node(fd).map(drop))
    }

    #[pyfunction]
    fn umask(mask: u32, vm: &VirtualMachine) -> PyResult<u32> {
        budget::charge(1, vm)?;
        Ok(state::with(vm, |state, _| std::mem::replace(&mut state.umask, mask & 0o777)))
    }

    /// Bytes and files that are there, and the most that can be.
    #[pyfunction]
    fn room(path: PyObjectRef, vm: &VirtualMachine) -> PyResult<(u64, u64, u64, u64)> {
        use crate::file::{MOST_BYTES, MOST_FILES};
        let target = arguments::target(&path, "statvfs", "path", Also::Descriptor, vm)?;
        on(&target, vm, |state, _, _| Ok((state.tree.bytes(), MOST_BYTES, state.tree.count(), MOST_FILES)))
    }
}
