#! expect = "ok"
# The usual way to do without: each attempt is listed.
try:
    import httpx as client
except ImportError:
    try:
        import requests as client
    except ImportError:
        client = None
client is None
