"""_thread with the one thread that a run has.

A lock that is taken cannot be freed by anyone while its taker waits for it, so that waiting without end is an error.
"""

error = RuntimeError
TIMEOUT_MAX = 9223372036.0
_IDENT = 1


def get_ident():
    return _IDENT


get_native_id = _get_main_thread_ident = get_ident


def _count():
    return 0


def _is_main_interpreter():
    return True


def daemon_threads_allowed():
    return False


def stack_size(size=0):
    return 0


def interrupt_main(signum=2):
    raise KeyboardInterrupt


def exit():
    raise SystemExit


exit_thread = exit


def _shutdown():
    pass


def _set_sentinel():
    return allocate_lock()


def _wait(lock, blocking, timeout):
    """Waits for a lock that nobody will free."""
    if not blocking:
        if timeout != -1:
            raise ValueError("can't specify a timeout for a non-blocking call")
        return False
    if timeout == -1:
        raise RuntimeError(f"deadlock: a run has one thread, and nothing else can release {lock!r}")
    if timeout < 0:
        raise ValueError("timeout value must be a non-negative number")
    if timeout > TIMEOUT_MAX:
        raise OverflowError("timeout value is too large")
    from time import sleep

    sleep(timeout)
    return False


class lock:
    """A lock that is taken once."""

    __slots__ = ("_locked", "__weakref__")
    __module__ = "_thread"

    def __init__(self):
        self._locked = False

    def acquire(self, blocking=True, timeout=-1):
        if self._locked:
            return _wait(self, blocking, timeout)
        if not blocking and timeout != -1:
            raise ValueError("can't specify a timeout for a non-blocking call")
        self._locked = True
        return True

    def release(self):
        if not self._locked:
            raise RuntimeError("release unlocked lock")
        self._locked = False

    def locked(self):
        return self._locked

    acquire_lock = acquire
    release_lock = release
    locked_lock = locked

    def __enter__(self):
        if self._locked:
            _wait(self, True, -1)
        self._locked = True
        return True

    def __exit__(self, *exc_info):
        self.release()

    def _at_fork_reinit(self):
        self._locked = False

    def __repr__(self):
        return f"<{'locked' if self._locked else 'unlocked'} _thread.lock object at {id(self):#x}>"


LockType = lock
allocate_lock = allocate = lock


class RLock:
    """A lock that its owner can take again."""

    __slots__ = ("_depth", "__weakref__")
    __module__ = "_thread"

    def __init__(self):
        self._depth = 0

    def acquire(self, blocking=True, timeout=-1):
        if not blocking and timeout != -1:
            raise ValueError("can't specify a timeout for a non-blocking call")
        self._depth += 1
        return True

    def release(self):
        if not self._depth:
            raise RuntimeError("cannot release un-acquired lock")
        self._depth -= 1

    def locked(self):
        return self._depth > 0

    def __enter__(self):
        self._depth += 1
        return True

    def __exit__(self, *exc_info):
        self.release()

    def _is_owned(self):
        return self._depth > 0

    def _recursion_count(self):
        return self._depth

    def _release_save(self):
        if not self._depth:
            raise RuntimeError("cannot release un-acquired lock")
        depth, self._depth = self._depth, 0
        return depth, _IDENT

    def _acquire_restore(self, state):
        self._depth = state[0]

    def _at_fork_reinit(self):
        self._depth = 0

    def __repr__(self):
        state = "locked" if self._depth else "unlocked"
        owner = _IDENT if self._depth else 0
        return f"<{state} _thread.RLock object owner={owner} count={self._depth} at {id(self):#x}>"


class _local:
    """Attributes of one thread are all there is; each subclass starts by its own __init__."""

    __module__ = "_thread"

    def __new__(cls, /, *args, **kwargs):
        if (args or kwargs) and cls.__init__ is object.__init__:
            raise TypeError("Initialization arguments are not supported")
        return super().__new__(cls)


class _ThreadHandle:
    """The handle of the one thread, or of one that never starts."""

    def __init__(self):
        self.ident = None
        self._done = False

    def is_done(self):
        return self._done

    def _set_done(self):
        self._done = True

    def join(self, timeout=None):
        pass

    def __repr__(self):
        return f"<_ThreadHandle object: ident={self.ident}>"


def _make_thread_handle(ident):
    handle = _ThreadHandle()
    handle.ident = ident
    return handle


def start_new_thread(function, args, kwargs={}, /):
    # Imported here: this module is loaded before there is an import machinery.
    from _refusals import function as refused

    refused("threading.Thread.start")()


def start_joinable_thread(function, handle=None, daemon=True):
    start_new_thread(function, ())


start_new = start_new_thread
