"""os without a host: its files are the run's own, in memory, and it has no environment and no processes.

What only asks of the host is answered for an empty world; what would act on it is refused and recorded as a denial.
"""

import abc
import stat as st
import sys
from _collections_abc import Mapping, MutableMapping, _check_methods
from _entropy import urandom
from _files import (
    DirEntry, access, chdir, chmod, close, fchdir, fchmod, fstat, fsync, ftruncate, getcwd, listdir, lseek, lstat, mkdir,
    read, readlink, remove, rename, replace, rmdir, scandir, stat, stat_result, truncate, umask, unlink, write,
)
from _files import open, room as _room, set_times as _set_times
from _refusals import function as _refused
from types import GenericAlias

name = "posix"
linesep = "\n"

import posixpath as path
from posixpath import altsep, curdir, defpath, devnull, extsep, pardir, pathsep, sep

sys.modules["os.path"] = path

error = OSError

SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
F_OK, X_OK, W_OK, R_OK = 0, 1, 2, 4
O_RDONLY, O_WRONLY, O_RDWR = 0, 1, 2
O_CREAT, O_EXCL, O_TRUNC, O_APPEND, O_NONBLOCK, O_CLOEXEC = 0o100, 0o200, 0o1000, 0o2000, 0o4000, 0o2000000
O_DIRECTORY, O_NOFOLLOW = 0o200000, 0o400000
EX_OK, EX_USAGE, EX_DATAERR, EX_SOFTWARE = 0, 64, 65, 70
P_WAIT, P_NOWAIT, P_NOWAITO = 0, 1, 1
supports_bytes_environ = True
supports_dir_fd = set()
supports_effective_ids = set()
supports_fd = {chdir, chmod, listdir, scandir, stat, truncate}
supports_follow_symlinks = {access, chmod, stat}

_ENOTTY, _ENXIO = 25, 6


def fspath(path):
    """The file system representation of a path: str, bytes, or what its __fspath__ gives."""
    if isinstance(path, (str, bytes)):
        return path
    kind = type(path)
    try:
        given = kind.__fspath__(path)
    except AttributeError:
        if hasattr(kind, "__fspath__"):
            raise
        raise TypeError(f"expected str, bytes or os.PathLike object, not {kind.__name__}") from None
    if isinstance(given, (str, bytes)):
        return given
    raise TypeError(f"expected {kind.__name__}.__fspath__() to return str or bytes, not {type(given).__name__}")


def fsencode(filename):
    filename = fspath(filename)
    return filename.encode("utf-8", "surrogateescape") if isinstance(filename, str) else filename


def fsdecode(filename):
    filename = fspath(filename)
    return filename.decode("utf-8", "surrogateescape") if isinstance(filename, bytes) else filename


class PathLike(abc.ABC):
    """Abstract base class of what has a file system representation."""

    __slots__ = ()

    @abc.abstractmethod
    def __fspath__(self):
        raise NotImplementedError

    @classmethod
    def __subclasshook__(cls, subclass):
        if cls is PathLike:
            return _check_methods(subclass, "__fspath__")
        return NotImplemented

    __class_getitem__ = classmethod(GenericAlias)


class _Environ(MutableMapping):
    """An environment of the run's own; it starts empty."""

    def __init__(self):
        self._data = {}

    @staticmethod
    def _text(value):
        if not isinstance(value, str):
            raise TypeError(f"str expected, not {type(value).__name__}")
        return value

    def __getitem__(self, key):
        return self._data[self._text(key)]

    def __setitem__(self, key, value):
        self._data[self._text(key)] = self._text(value)

    def __delitem__(self, key):
        del self._data[self._text(key)]

    def __iter__(self):
        yield from list(self._data)

    def __len__(self):
        return len(self._data)

    def __repr__(self):
        return f"environ({self._data!r})"

    def copy(self):
        return dict(self)

    def setdefault(self, key, value):
        return self._data.setdefault(self._text(key), self._text(value))

    def __or__(self, other):
        return dict(self) | dict(other) if isinstance(other, Mapping) else NotImplemented

    def __ror__(self, other):
        return dict(other) | dict(self) if isinstance(other, Mapping) else NotImplemented

    def __ior__(self, other):
        self.update(other)
        return self


environ = _Environ()
environb = {}


def getenv(key, default=None):
    return environ.get(key, default)


def getenvb(key, default=None):
    return environb.get(key, default)


def putenv(key, value):
    environ[fsdecode(key)] = fsdecode(value)


def unsetenv(key):
    environ.pop(fsdecode(key), None)


def get_exec_path(env=None):
    return defpath.split(pathsep)


# What a host would tell of itself: constants, the same everywhere.


def getcwdb():
    return getcwd().encode()


def getpid():
    return 1


def getppid():
    return 0


def getuid():
    return 1000


geteuid = getgid = getegid = getuid


def getlogin():
    raise OSError(_ENXIO, "No such device or address")


def cpu_count():
    return 1


process_cpu_count = cpu_count


def sched_getaffinity(pid):
    return {0}


def isatty(fd):
    return False


def get_terminal_size(fd=1):
    raise OSError(_ENOTTY, "Inappropriate ioctl for device")


def getloadavg():
    raise OSError("Load averages are unobtainable")


def strerror(code):
    from errno import errorcode

    messages = {
        1: "Operation not permitted",
        2: "No such file or directory",
        5: "Input/output error",
        9: "Bad file descriptor",
        11: "Resource temporarily unavailable",
        12: "Cannot allocate memory",
        13: "Permission denied",
        16: "Device or resource busy",
        17: "File exists",
        20: "Not a directory",
        21: "Is a directory",
        22: "Invalid argument",
        24: "Too many open files",
        27: "File too large",
        28: "No space left on device",
        32: "Broken pipe",
        36: "File name too long",
        39: "Directory not empty",
        84: "Invalid or incomplete multibyte or wide character",
    }
    return messages.get(code) or (errorcode.get(code) or f"Unknown error {code}")


class _Record(tuple):
    """A tuple with named fields, as the system's calls give."""

    __slots__ = ()
    _fields = ()

    def __new__(cls, values):
        values = tuple(values)
        if len(values) != len(cls._fields):
            raise TypeError(f"{cls.__name__}() takes a {len(cls._fields)}-sequence ({len(values)}-sequence given)")
        return super().__new__(cls, values)

    def __init_subclass__(cls):
        for index, field in enumerate(cls._fields):
            setattr(cls, field, property(lambda self, index=index: self[index]))
        cls.n_fields = cls.n_sequence_fields = len(cls._fields)
        cls.n_unnamed_fields = 0

    def __repr__(self):
        fields = ", ".join(f"{field}={value!r}" for field, value in zip(self._fields, self))
        return f"os.{type(self).__name__}({fields})"


class statvfs_result(_Record):
    _fields = (
        "f_bsize", "f_frsize", "f_blocks", "f_bfree", "f_bavail", "f_files", "f_ffree", "f_favail", "f_flag", "f_namemax",
    )


class terminal_size(_Record):
    _fields = ("columns", "lines")


class uname_result(_Record):
    _fields = ("sysname", "nodename", "release", "version", "machine")


def uname():
    return uname_result(("taipan", "taipan", "", "", ""))


# What the system's calls on files make together.

fdatasync = fsync


def utime(path, times=None, *, ns=None, dir_fd=None, follow_symlinks=True):
    if times is not None and ns is not None:
        raise ValueError("utime: you may specify either 'times' or 'ns' but not both")
    if ns is not None:
        if not isinstance(ns, tuple) or len(ns) != 2:
            raise TypeError("utime: 'ns' must be a tuple of two ints")
        times = ns
    elif times is not None:
        if not isinstance(times, tuple) or len(times) != 2:
            raise TypeError("utime: 'times' must be either a tuple of two ints or None")
        times = tuple(int(time // 1) * 1000000000 + int(time % 1 * 1000000000) for time in times)
    _set_times(path, *(times or (None, None)))


def statvfs(path):
    size, most, files, most_files = _room(path)
    blocks, free = most // 4096, (most - size) // 4096
    left = most_files - files
    return statvfs_result((4096, 4096, blocks, free, free, most_files, left, left, 0, 255))


fstatvfs = statvfs


def makedirs(name, mode=0o777, exist_ok=False):
    """Makes a folder and those above it that are missing."""
    head, tail = path.split(name)
    if not tail:
        head, tail = path.split(head)
    if head and tail and not path.exists(head):
        try:
            makedirs(head, exist_ok=exist_ok)
        except FileExistsError:
            pass
        if tail in (curdir, fsencode(curdir)):
            return
    try:
        mkdir(name, mode)
    except OSError:
        if not exist_ok or not path.isdir(name):
            raise


def _prune(name):
    """Removes the folders above a name that are empty."""
    head, tail = path.split(name)
    if not tail:
        head, tail = path.split(head)
    while head and tail:
        try:
            rmdir(head)
        except OSError:
            return
        head, tail = path.split(head)


def removedirs(name):
    """Removes a folder, and those above it that are empty then."""
    rmdir(name)
    _prune(name)


def renames(old, new):
    """Renames, makes the folders above the new name and removes the empty ones above the old."""
    head, tail = path.split(new)
    if head and tail and not path.exists(head):
        makedirs(head)
    rename(old, new)
    head, tail = path.split(old)
    if head and tail:
        try:
            removedirs(head)
        except OSError:
            pass


_walk_symlinks_as_files = object()


def walk(top, topdown=True, onerror=None, followlinks=False):
    """Each folder below `top` with the names of folders and of files in it."""
    stack = [fspath(top)]
    while stack:
        top = stack.pop()
        if isinstance(top, tuple):
            yield top
            continue
        dirs, nondirs = [], []
        try:
            entries = list(scandir(top))
        except OSError as error:
            if onerror is not None:
                onerror(error)
            continue
        for entry in entries:
            (dirs if entry.is_dir() else nondirs).append(entry.name)
        if topdown:
            yield top, dirs, nondirs
        else:
            stack.append((top, dirs, nondirs))
        stack.extend(path.join(top, name) for name in reversed(dirs))


def fdopen(fd, mode="r", buffering=-1, encoding=None, *args, **kwargs):
    if not isinstance(fd, int):
        raise TypeError(f"invalid fd type ({type(fd)}, expected integer)")
    import io

    if "b" not in mode:
        encoding = io.text_encoding(encoding)
    return io.open(fd, mode, buffering, encoding, *args, **kwargs)


def getrandom(size, flags=0):
    return urandom(size)


def register_at_fork(**hooks):
    pass


# What would act on the host.
for _name in (
    "pipe dup dup2 link symlink chown lchown mkfifo mknod chroot sync "
    "system popen fork forkpty execv execve execvp execvpe execl execle execlp execlpe "
    "spawnv spawnve spawnvp spawnvpe spawnl spawnle spawnlp spawnlpe posix_spawn posix_spawnp "
    "kill killpg wait waitpid wait3 wait4 nice setsid setpgid startfile _exit abort"
).split():
    globals()[_name] = _refused("os." + _name)
del _name

__all__ = [_name for _name in globals() if not _name.startswith("_") and _name not in ("abc", "st", "sys")]
__all__ += ["_exit"]
__all__ = [_name for _name in __all__ if _name not in ("Mapping", "MutableMapping", "GenericAlias")]
