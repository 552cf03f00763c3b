"""Where zoneinfo looks for data: nowhere, for it has its own."""

import posixpath

TZPATH = ()


def reset_tzpath(to=None):
    """Does nothing: a run has no files."""


class InvalidTZPathWarning(RuntimeWarning):
    """Warning raised if an invalid path is specified in PYTHONTZPATH."""


def find_tzfile(key):
    """Refuses keys that are no relative paths; there is never a file."""
    if posixpath.isabs(key):
        raise ValueError(f"ZoneInfo keys may not be absolute paths, got: {key}")
    new_path = posixpath.normpath(key)
    if len(new_path) != len(key):
        raise ValueError(f"ZoneInfo keys must be normalized relative paths, got: {key}")
    if not posixpath.normpath(posixpath.join("_", new_path)).startswith("_"):
        raise ValueError(f"ZoneInfo keys must refer to subdirectories of TZPATH, got: {key}")
    return None


def available_timezones():
    """The keys of all time zones."""
    from _tzdata import names

    return set(names())
