"""The data files of packages: a run has none."""

from _refusals import function as _refused

files = _refused("importlib.resources.files")
