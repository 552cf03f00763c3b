# Quoting and query strings.
from urllib.parse import parse_qs, parse_qsl, quote, quote_from_bytes, quote_plus, unquote, unquote_plus, unquote_to_bytes, urlencode, urlsplit

print(quote("a b/c?d=é&~"), quote("a/b", safe=""), quote_plus("a b+c&d"), quote("é", encoding="latin-1"), quote(b"\xff\x00 "), quote(""))
print(unquote("a%20b%2Fc%C3%A9"), unquote("bad%zz%4"), unquote_plus("a+b%2B"), unquote("%FF"), unquote("%e9", "latin-1"), unquote_to_bytes("%00%ff+"))
print(urlencode({"q": "a b&c", "n": 5, "e": "é", "none": None}), urlencode([("k", 1), ("k", 2)]))
print(urlencode({"ids": [1, 2], "s": "xy"}, doseq=True), urlencode({"ids": [1, 2]}), urlencode({"a b": "c d"}, quote_via=quote), urlencode({}))
print(parse_qs("a=1&b=2&a=3&empty=&flag"), parse_qs("a=1&b=&c", keep_blank_values=True))
print(parse_qsl("x=%20y+z&x=%C3%A9&=v"), parse_qs("a=1;b=2"), parse_qs("a=1;b=2", separator=";"), parse_qsl(""), parse_qs("k=a%3Db=c"))
print(quote_from_bytes(b"/ \xe9", safe=""), parse_qs(b"a=%ff")[b"a"])
query = urlsplit("https://shop.test/find?q=blue%20shoes&size=42&size=43#top").query
print({k: v[0] if len(v) == 1 else v for k, v in parse_qs(query).items()})
params = {"page": 2, "sort": "price desc", "tags[]": ["a", "b&c"]}
text = urlencode(params, doseq=True)
print(text, parse_qsl(text), unquote(quote("100% sure? äöü/;:")) == "100% sure? äöü/;:")
for call in ("parse_qs('a', strict_parsing=True)", "quote(5)", "urlencode(5)", "parse_qs('a=1&b=2', max_num_fields=1)", "quote('\\ud800')"):
    try:
        print(eval(call))
    except (ValueError, TypeError) as e:
        print(call, "->", type(e).__name__)
urlencode({"final": "yes & no"})
