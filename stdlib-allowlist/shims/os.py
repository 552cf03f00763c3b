"""os without a host: no environment, no files, no processes.

What only asks is answered for an empty world; what would act is refused and recorded as a denial.
"""

import abc
import stat as st
import sys
from _collections_abc import Mapping, MutableMapping, _check_methods
from _entropy import urandom
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
EX_OK, EX_USAGE, EX_DATAERR, EX_SOFTWARE = 0, 64, 65, 70
P_WAIT, P_NOWAIT, P_NOWAITO = 0, 1, 1
supports_bytes_environ = True
supports_dir_fd = set()
supports_effective_ids = set()
supports_fd = set()
supports_follow_symlinks = set()

_ENOENT, _ENOTTY, _ENXIO = 2, 25, 6


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


def getcwd():
    return "/"


def getcwdb():
    return b"/"


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


def umask(mask):
    return 0o022


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
        17: "File exists",
        20: "Not a directory",
        21: "Is a directory",
        22: "Invalid argument",
        32: "Broken pipe",
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


class stat_result(_Record):
    _fields = ("st_mode", "st_ino", "st_dev", "st_nlink", "st_uid", "st_gid", "st_size", "st_atime", "st_mtime", "st_ctime")


class terminal_size(_Record):
    _fields = ("columns", "lines")


class uname_result(_Record):
    _fields = ("sysname", "nodename", "release", "version", "machine")


def uname():
    return uname_result(("taipan", "taipan", "", "", ""))


# The file system is empty, so that questions have answers.


def _missing(path):
    if isinstance(path, int):
        raise OSError(9, "Bad file descriptor")
    raise FileNotFoundError(_ENOENT, "No such file or directory", fspath(path))


def stat(path, *, dir_fd=None, follow_symlinks=True):
    _missing(path)


def lstat(path, *, dir_fd=None):
    _missing(path)


def fstat(fd):
    _missing(fd)


def readlink(path, *, dir_fd=None):
    _missing(path)


def access(path, mode, *, dir_fd=None, effective_ids=False, follow_symlinks=True):
    fspath(path)
    return False


def walk(top, topdown=True, onerror=None, followlinks=False):
    try:
        scandir(fspath(top))
    except OSError as error:
        if onerror is not None:
            onerror(error)
    yield from ()


def getrandom(size, flags=0):
    return urandom(size)


def register_at_fork(**hooks):
    pass


class DirEntry:
    """What scandir() would give; a run has none."""

    def __new__(cls, *args, **kwargs):
        raise TypeError("cannot create 'posix.DirEntry' instances")


# What would act on the host.
for _name in (
    "open fdopen read write close pipe dup dup2 ftruncate fsync lseek "
    "listdir scandir mkdir makedirs rmdir removedirs remove unlink rename renames replace link symlink truncate "
    "chmod chown utime mkfifo mknod chdir fchdir chroot sync "
    "system popen fork forkpty execv execve execvp execvpe execl execle execlp execlpe "
    "spawnv spawnve spawnvp spawnvpe spawnl spawnle spawnlp spawnlpe posix_spawn posix_spawnp "
    "kill killpg wait waitpid wait3 wait4 nice setsid setpgid startfile _exit abort"
).split():
    globals()[_name] = _refused("os." + _name)
del _name

__all__ = [_name for _name in globals() if not _name.startswith("_") and _name not in ("abc", "st", "sys")]
__all__ += ["_exit"]
__all__ = [_name for _name in __all__ if _name not in ("Mapping", "MutableMapping", "GenericAlias")]
