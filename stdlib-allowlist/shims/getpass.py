"""Nobody is at a terminal, and a run does not see the host's users."""

from _refusals import function as _refused

__all__ = ["getpass", "getuser", "GetPassWarning"]


class GetPassWarning(UserWarning):
    pass


getpass = _refused("getpass.getpass")
getuser = _refused("getpass.getuser")
