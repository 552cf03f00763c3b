"""What taipan says of itself where a program asks about its machine: the same everywhere."""

import sys
from collections import namedtuple

uname_result = namedtuple("uname_result", "system node release version machine processor")


def uname():
    return uname_result("taipan", "", "", "", "", "")


def system():
    return "taipan"


def node():
    return ""


release = version = machine = processor = node


def platform(aliased=False, terse=False):
    return "taipan"


def architecture(executable="", bits="", linkage=""):
    return ("64bit", "")


def libc_ver(executable=None, lib="", version="", chunksize=0):
    return ("", "")


def python_implementation():
    return "RustPython"


def python_version():
    return "%d.%d.%d" % sys.version_info[:3]


def python_version_tuple():
    return tuple(python_version().split("."))


def python_branch():
    return ""


python_revision = python_branch


def python_build():
    return ("", "")


def python_compiler():
    return ""
