#! expect = "ok"
# An import that never runs is none.
def unused():
    import socket


if False:
    import subprocess
"done"
