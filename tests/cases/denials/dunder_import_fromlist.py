#! expect = "denied"
__import__("urllib", fromlist=["request"])
__import__("os.path", fromlist=["join"])
__import__("urllib.request", fromlist=["urlopen"])
