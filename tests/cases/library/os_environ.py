#! alone = "the environment and the working folder are the host's there"
# The environment is empty and can be written without reaching the host.
import os

print(dict(os.environ), os.environ.get("HOME"), os.getenv("PATH", "default"), "USER" in os.environ)
os.environ["MINE"] = "1"
print(os.environ["MINE"], os.getenv("MINE"), len(os.environ))
del os.environ["MINE"]
try:
    os.environ["NOPE"]
except KeyError as e:
    print(repr(e))
os.environ.get("LANG", "none")
