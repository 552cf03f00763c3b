#! expect = {status = "fuel"}
#! fuel = 100000
import xml.etree.ElementTree as E
s = '<!DOCTYPE a [<!ENTITY a "a">' + ''.join('<!ENTITY b%d "%s">' % (i, ('&b%d;' % (i - 1) if i else '&a;') * 10) for i in range(12)) + ']><a>&b11;</a>'
E.fromstring(s)
