#! expect = "ok"
# A replaced `__import__` is the code's own affair.
import builtins

builtins.__import__ = lambda name, *rest: f"a stand-in for {name}"
import socket

socket
