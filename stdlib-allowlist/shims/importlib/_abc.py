"""The abstract base class of loaders."""

import abc


class Loader(metaclass=abc.ABCMeta):
    """What makes and runs modules."""

    def create_module(self, spec):
        return None
