#! expect = {status = "ok"}
for name in (
    "marshal gc _testinternalcapi _testcapi _interpreters _interpchannels _interpqueues ctypes _ctypes posix nt "
    "_posixsubprocess mmap faulthandler _remote_debugging resource fcntl _socket subprocess multiprocessing "
    "_frozen_importlib_external zipimport pdb bdb sqlite3 _sqlite3 tracemalloc cProfile _lsprof readline select "
    "pty syslog grp pwd termios runpy site code ensurepip _imp _sysconfigdata _signal _queue"
).split():
    try:
        __import__(name)
        print("ESCAPED", name)
    except ImportError as error:
        print("contained:", name, type(error).__name__)
