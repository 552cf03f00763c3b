# Content types by name, from the module's own table.
import mimetypes

for name in ("a.html", "b.csv", "c.tar.gz", "d.png", "e.unknown", "f", "data:text/plain,x", "https://example.org/g.json"):
    print(f"{name:26} {mimetypes.guess_type(name)}")
print(mimetypes.guess_extension("image/png"), mimetypes.guess_extension("text/csv"))
mimetypes.add_type("application/x-own", ".own")
mimetypes.guess_type("x.own")[0]
