# Splitting and joining URLs.
from urllib.parse import ParseResult, urldefrag, urljoin, urlparse, urlsplit, urlunparse, urlunsplit

u = urlparse("https://user:p%40ss@Example.com:8443/a/b;v=1?q=1&q=2#frag")
print(u)
print(u.scheme, u.netloc, u.hostname, u.port, u.username, u.password, u.path, u.params, u.query, u.fragment, u[2])
print(u.geturl(), u._replace(scheme="http", netloc="h", fragment="").geturl(), urlunparse(u) == u.geturl())
for text in ("//cdn.x.org/lib.js", "mailto:a@b.c", "/only/path?x", "file:///etc/hosts", "http://[::1]:80/", "HTTP://X", "tel:+12-3", "", "?a=1", "#f", "a:b"):
    s = urlsplit(text)
    print(f"{text:<20} {tuple(s)} {s.hostname}")
base = "http://a.com/b/c/d.html?x=1"
for target in ("e.html", "../e", "/root", "//other.org/z", "https://full.io", "?y=2", "#top", "", "./.././g", "../../../up"):
    print(f"{target:<16} {urljoin(base, target)}")
print(urldefrag("http://x.org/p#sec"), urlunsplit(("https", "h", "p", "q=1", "f")), ParseResult("s", "n", "/p", "", "", "").geturl())
print(urlsplit(b"http://x/y").path, urlparse("http://x:0/").port, urlparse("http://x/").port)
for call in ("urlparse('http://x:99999/').port", "urlparse('http://x:abc/').port", "urlsplit('http://[::1/')", "urljoin('a', b'b')"):
    try:
        print(eval(call))
    except (ValueError, TypeError) as e:
        print(call, "->", type(e).__name__)
urlsplit("https://example.org/p?q#f").geturl()
