"""The configuration of an interpreter that was not installed anywhere."""

import sys


def get_python_version():
    return "%d.%d" % sys.version_info[:2]


def get_platform():
    return "taipan"


def get_config_vars(*names):
    values = {"py_version_short": get_python_version()}
    return [values.get(name) for name in names] if names else values


def get_config_var(name):
    return get_config_vars(name)[0]


def get_scheme_names():
    return ()


def get_paths(scheme=None, vars=None, expand=True):
    return {}


def get_path(name, scheme=None, vars=None, expand=True):
    raise KeyError(name)


def is_python_build(check_home=None):
    return False
