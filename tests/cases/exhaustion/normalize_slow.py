#! expect = {status = "fuel"}
#! fuel = 100000
import unicodedata
s = 'a' + '\u0315\u0300' * 3_000_000
while True:
    unicodedata.normalize('NFC', s)
