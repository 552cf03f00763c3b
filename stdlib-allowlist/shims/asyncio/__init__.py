"""Coroutines on the run's clock: tasks, timers, locks and queues; no sockets, pipes, processes or threads."""

from .base_events import *
from .coroutines import *
from .events import *
from .exceptions import *
from .futures import *
from .locks import *
from .queues import *
from .runners import *
from .taskgroups import *
from .tasks import *
from .threads import *
from .timeouts import *
from . import base_events, coroutines, events, exceptions, futures, locks, queues, runners, taskgroups, tasks, threads, timeouts

__all__ = (
    base_events.__all__ + coroutines.__all__ + events.__all__ + exceptions.__all__ + futures.__all__ + locks.__all__
    + queues.__all__ + runners.__all__ + taskgroups.__all__ + tasks.__all__ + threads.__all__ + timeouts.__all__
)

_NOT_HERE = {
    "open_connection": "network", "start_server": "network", "open_unix_connection": "network",
    "start_unix_server": "network", "StreamReader": "network", "StreamWriter": "network",
    "create_subprocess_exec": "processes", "create_subprocess_shell": "processes", "subprocess": "processes",
}


def __getattr__(name):
    if name in _NOT_HERE:
        raise AttributeError(f"asyncio.{name} is not part of taipan: there are no {_NOT_HERE[name]}"
                             if _NOT_HERE[name] == "processes" else
                             f"asyncio.{name} is not part of taipan: there is no {_NOT_HERE[name]}", name=name)
    raise AttributeError(f"module 'asyncio' has no attribute '{name}'", name=name)
