"""The packages that are installed: none."""

__all__ = ["PackageNotFoundError", "distribution", "distributions", "entry_points", "files", "metadata",
           "packages_distributions", "requires", "version"]


class PackageNotFoundError(ModuleNotFoundError):
    def __str__(self):
        return f"No package metadata was found for {self.name}"

    @property
    def name(self):
        (name,) = self.args
        return name


def distribution(distribution_name):
    raise PackageNotFoundError(distribution_name)


version = metadata = requires = files = distribution


def distributions(**kwargs):
    yield from ()


def entry_points(**params):
    return ()


def packages_distributions():
    return {}
