#! expect = {status = "fuel"}
#! fuel = 100000
import html
html.unescape('&amp;' * 3_000_000)
