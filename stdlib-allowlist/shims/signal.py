"""The names of signals; none reaches a run."""

from enum import IntEnum as _IntEnum
from _refusals import function as _refused


class Signals(_IntEnum):
    SIGHUP = 1
    SIGINT = 2
    SIGQUIT = 3
    SIGILL = 4
    SIGTRAP = 5
    SIGABRT = 6
    SIGBUS = 7
    SIGFPE = 8
    SIGKILL = 9
    SIGUSR1 = 10
    SIGSEGV = 11
    SIGUSR2 = 12
    SIGPIPE = 13
    SIGALRM = 14
    SIGTERM = 15
    SIGCHLD = 17
    SIGCONT = 18
    SIGSTOP = 19
    SIGTSTP = 20
    SIGTTIN = 21
    SIGTTOU = 22
    SIGURG = 23
    SIGWINCH = 28
    SIGIO = 29


class Handlers(_IntEnum):
    SIG_DFL = 0
    SIG_IGN = 1


class Sigmasks(_IntEnum):
    SIG_BLOCK = 0
    SIG_UNBLOCK = 1
    SIG_SETMASK = 2


for _kind in (Signals, Handlers, Sigmasks):
    globals().update(_kind.__members__)
del _kind

NSIG = 65


def default_int_handler(signum, frame):
    raise KeyboardInterrupt


def getsignal(signalnum):
    """No handler was ever set."""
    number = Signals(signalnum)
    return default_int_handler if number == Signals.SIGINT else Handlers.SIG_DFL


def strsignal(signalnum):
    texts = {1: "Hangup", 2: "Interrupt", 3: "Quit", 6: "Aborted", 9: "Killed", 11: "Segmentation fault",
             13: "Broken pipe", 14: "Alarm clock", 15: "Terminated"}
    return texts.get(int(signalnum))


def valid_signals():
    return set(Signals)


for _name in ("signal", "alarm", "setitimer", "pause", "raise_signal"):
    globals()[_name] = _refused("signal." + _name)
del _name
