#! expect = "ok"
# A refusal that is caught is listed all the same.
try:
    import subprocess
except ImportError as error:
    print(type(error).__name__, error.name, error)
