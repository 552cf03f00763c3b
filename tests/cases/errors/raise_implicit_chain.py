# An exception while handling another one.
settings = {}
try:
    settings["depth"]
except KeyError:
    depth = settings["default"]
