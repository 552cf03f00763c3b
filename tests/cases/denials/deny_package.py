#! deny = ["json"]
#! expect = "ok"
# A denied package takes its parts along.
for name in ("json", "json.decoder", "json.encoder"):
    try:
        __import__(name)
    except ImportError as error:
        print(name, "|", error)
