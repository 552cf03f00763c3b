"""What of shutil needs no files: the terminal's size, the lookup of a program, copies between streams."""

import os as _os
from _refusals import function as _refused

__all__ = [
    "copyfileobj", "copyfile", "copymode", "copystat", "copy", "copy2", "copytree", "move", "rmtree", "Error",
    "SpecialFileError", "SameFileError", "make_archive", "unpack_archive", "ignore_patterns", "chown", "which",
    "get_terminal_size", "disk_usage",
]

COPY_BUFSIZE = 64 * 1024


class Error(OSError):
    pass


class SameFileError(Error):
    """Raised when source and destination are the same file."""


class SpecialFileError(OSError):
    """Raised for what is no regular file."""


class ReadError(OSError):
    """Raised when an archive cannot be read."""


for _name in ("copyfile", "copymode", "copystat", "copy", "copy2", "copytree", "move", "rmtree", "chown",
              "make_archive", "unpack_archive", "disk_usage"):
    globals()[_name] = _refused("shutil." + _name)
del _name


def copyfileobj(fsrc, fdst, length=0):
    """Copies one stream to another."""
    while data := fsrc.read(length or COPY_BUFSIZE):
        fdst.write(data)


def ignore_patterns(*patterns):
    """A function for copytree's ignore."""

    def ignored(path, names):
        from fnmatch import filter

        return {name for pattern in patterns for name in filter(names, pattern)}

    return ignored


def which(cmd, mode=_os.F_OK | _os.X_OK, path=None):
    """No program is found."""
    return None


def get_terminal_size(fallback=(80, 24)):
    """The size in COLUMNS and LINES, which the run may set itself, else the fallback."""
    size = []
    for name, default in zip(("COLUMNS", "LINES"), fallback):
        try:
            number = int(_os.environ[name])
        except (KeyError, ValueError):
            number = 0
        size.append(number if number > 0 else default)
    return _os.terminal_size(size)
