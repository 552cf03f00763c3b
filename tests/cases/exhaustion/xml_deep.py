#! expect = {status = "fuel"}
#! fuel = 100000
import xml.etree.ElementTree as E
E.fromstring('<a>' * 100_000 + '</a>' * 100_000)
