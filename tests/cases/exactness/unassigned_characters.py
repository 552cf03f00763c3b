# diverges: `unicodedata.bidirectional` gives the default class of a character that is not assigned, where CPython gives an empty text, and `decomposition` takes Hangul syllables apart
import unicodedata

print(repr(unicodedata.bidirectional("\u0378")), repr(unicodedata.bidirectional("a")), repr(unicodedata.decomposition("\uac00")))
