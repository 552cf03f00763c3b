#! expect = {status = "fuel"}
#! fuel = 100000
import urllib.parse
while True:
    urllib.parse.quote('\u1234' * 100_000)
