"""Futures, and an executor that runs each task when it is submitted."""

from _refusals import function as _refused
from concurrent.futures._base import (
    ALL_COMPLETED,
    FIRST_COMPLETED,
    FIRST_EXCEPTION,
    BrokenExecutor,
    CancelledError,
    Executor,
    Future,
    InvalidStateError,
    TimeoutError,
    as_completed,
    wait,
)
from concurrent.futures.thread import ThreadPoolExecutor

ProcessPoolExecutor = _refused("concurrent.futures.ProcessPoolExecutor")
InterpreterPoolExecutor = _refused("concurrent.futures.InterpreterPoolExecutor")

__all__ = [
    "FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED", "CancelledError", "TimeoutError", "InvalidStateError",
    "BrokenExecutor", "Future", "Executor", "wait", "as_completed", "ProcessPoolExecutor", "ThreadPoolExecutor",
    "InterpreterPoolExecutor",
]
