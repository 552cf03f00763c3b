#! expect = {status = "error"}
import xml.etree.ElementTree as E
r = e = E.Element('a')
for _ in range(100_000):
    e = E.SubElement(e, 'a')
E.tostring(r)
