"""The abstract base classes of importlib, for finders and loaders of a run's own."""

import abc

from importlib._abc import Loader
from importlib.machinery import BuiltinImporter, FrozenImporter

__all__ = ["Loader", "MetaPathFinder", "InspectLoader"]


class MetaPathFinder(metaclass=abc.ABCMeta):
    """What sys.meta_path holds."""

    def invalidate_caches(self):
        pass


class InspectLoader(Loader):
    """A loader that can show code and source."""

    def is_package(self, fullname):
        raise ImportError

    def get_code(self, fullname):
        source = self.get_source(fullname)
        return None if source is None else self.source_to_code(source)

    @abc.abstractmethod
    def get_source(self, fullname):
        raise ImportError

    @staticmethod
    def source_to_code(data, path="<string>"):
        return compile(data, path, "exec", dont_inherit=True)

    def exec_module(self, module):
        code = self.get_code(module.__name__)
        if code is None:
            raise ImportError(f"cannot load module {module.__name__!r} when get_code() returns None")
        exec(code, module.__dict__)


for _finder in (BuiltinImporter, FrozenImporter):
    MetaPathFinder.register(_finder)
    InspectLoader.register(_finder)
del _finder
