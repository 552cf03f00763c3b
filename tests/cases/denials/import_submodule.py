#! expect = "denied"
# A package that is here, with a part that is not.
import urllib.parse

print(urllib.parse.quote("a b"))
import urllib.request
