#! expect = "ok"
#! alone = "there the real module is found again"
# A module that the code made itself is not a refused one, and taking it out brings nothing back.
import sys
import types

sys.modules["socket"] = types.ModuleType("socket")
import socket

print(socket)
del sys.modules["socket"]
try:
    import socket
except ImportError as error:
    print(error)
