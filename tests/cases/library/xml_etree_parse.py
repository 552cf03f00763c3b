# Parsing and querying XML.
import io
import xml.etree.ElementTree as ET

root = ET.fromstring("""<?xml version="1.0"?>
<shop name="Corner &amp; Co">
  <!-- stock -->
  <item id="1" price="2.50"><name>Tea</name><tag>hot</tag><tag>leaf</tag></item>
  <item id="2" price="4"><name>Cake</name>fresh<extra/>today</item>
  <group><item id="3" price="1.25"><name>&#233;clair</name></item></group>
</shop>""")
print(root.tag, root.attrib, len(root), [child.tag for child in root], root[0].get("id"), root[0].get("none", "-"))
print([i.get("id") for i in root.findall("item")], [i.get("id") for i in root.iter("item")], root.find("group/item/name").text)
print(root.findtext("item/name"), root.findtext("nope", "default"), root.find("nope"), repr(root[1][0].tail), repr(root[1][1].tail))
print([e.text for e in root.findall("./item[@id='2']/name")], [e.get("id") for e in root.findall(".//item[name='Tea']")], root.find("item[2]").get("price"))
print([e.text for e in root.findall(".//tag")], [e.tag for e in root.findall("*")], root.find("item[last()]/name").text, len(root.findall(".//item/..")))
print(sum(float(i.get("price")) for i in root.iter("item")), "".join(root[1].itertext()), [t.strip() for t in root.itertext() if t.strip()])
ns = ET.fromstring('<a:x xmlns:a="urn:a" xmlns="urn:d"><y a:z="1"/></a:x>')
print(ns.tag, ns[0].tag, ns[0].attrib, ns.find("d:y", {"d": "urn:d"}) is not None, ns.find("{*}y").tag)
print(ET.fromstring("<a><![CDATA[1 < 2 & 3]]></a>").text, ET.fromstring("<a/>").text, ET.XML("<t>x</t>").text)
print([(event, e.tag) for event, e in ET.iterparse(io.BytesIO(b"<r><c/></r>"), ("start", "end"))], ET.parse(io.StringIO("<q><w/></q>")).getroot().tag)
for text in ("<a>", "<a></b>", "", "<a b=c/>", "<a>&nope;</a>", "<a/><b/>", "text"):
    try:
        print(ET.fromstring(text))
    except ET.ParseError as e:
        print(f"{text!r:<16} {type(e).__name__} line {e.position[0]}")
root.find("group/item").attrib
