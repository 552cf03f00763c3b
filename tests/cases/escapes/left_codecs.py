#! expect = {status = "ok"}
import codecs

def search(name):
    return codecs.lookup("utf-8") if name == "evil" else None

codecs.register(search)
codecs.register_error("strict", lambda error: ("left", error.end))
codecs.register_error("left", lambda error: ("left", error.end))
print("contained:", b"x".decode("evil"))
