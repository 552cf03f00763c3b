"""Temporary files in memory; files with names are refused."""

import io as _io
from _refusals import function as _refused
from types import GenericAlias as _GenericAlias

__all__ = [
    "NamedTemporaryFile", "TemporaryFile", "SpooledTemporaryFile", "TemporaryDirectory", "mkstemp", "mkdtemp",
    "mktemp", "TMP_MAX", "gettempprefix", "tempdir", "gettempdir", "gettempprefixb", "gettempdirb",
]

TMP_MAX = 10000
tempdir = None
template = "tmp"

for _name in ("mkstemp", "mkdtemp", "mktemp", "NamedTemporaryFile", "TemporaryFile", "TemporaryDirectory"):
    globals()[_name] = _refused("tempfile." + _name)
del _name


def gettempdir():
    return "/tmp"


def gettempdirb():
    return b"/tmp"


def gettempprefix():
    return template


def gettempprefixb():
    return template.encode()


class SpooledTemporaryFile(_io.IOBase):
    """A file that stays in memory, whatever its size."""

    def __init__(self, max_size=0, mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None,
                 dir=None, *, errors=None):
        self._max_size = max_size
        self.mode = mode
        self.name = None
        if "b" in mode:
            self._file = _io.BytesIO()
        else:
            self._file = _io.TextIOWrapper(_io.BytesIO(), encoding=encoding or "utf-8", errors=errors, newline=newline)

    __class_getitem__ = classmethod(_GenericAlias)

    def rollover(self):
        """There is nowhere to roll over to."""

    def __enter__(self):
        if self._file.closed:
            raise ValueError("Cannot enter context with closed file")
        return self

    def __exit__(self, *exc_info):
        self._file.close()

    def __iter__(self):
        return iter(self._file)

    def __del__(self):
        pass

    def close(self):
        self._file.close()

    def truncate(self, size=None):
        return self._file.truncate() if size is None else self._file.truncate(size)

    def writelines(self, iterable):
        return self._file.writelines(iterable)


def _forwarded(name):
    def method(self, *args):
        return getattr(self._file, name)(*args)

    method.__name__ = name
    return method


for _name in ("flush", "read", "read1", "readinto", "readinto1", "readline", "readlines", "seek", "tell", "write",
              "readable", "writable", "seekable", "isatty", "detach", "fileno"):
    setattr(SpooledTemporaryFile, _name, _forwarded(_name))
for _name in ("closed", "encoding", "errors", "newlines"):
    setattr(SpooledTemporaryFile, _name, property(lambda self, name=_name: getattr(self._file, name)))
del _name
