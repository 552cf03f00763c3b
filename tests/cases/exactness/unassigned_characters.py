import unicodedata

print(repr(unicodedata.bidirectional("\u0378")), repr(unicodedata.bidirectional("a")), repr(unicodedata.decomposition("\uac00")))
