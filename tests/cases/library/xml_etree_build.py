# Building and writing XML.
import io
import xml.etree.ElementTree as ET

root = ET.Element("report", {"year": "2024"})
ET.SubElement(root, "title").text = "Sales & <costs>"
for name, value in (("north", 10), ("south", 25)):
    region = ET.SubElement(root, "region", name=name, quote='say "hi"')
    region.text = str(value)
    region.tail = "\n"
root.append(ET.Comment(" end "))
root.insert(0, ET.Element("empty"))
print(ET.tostring(root).decode())
print(ET.tostring(root, encoding="unicode", short_empty_elements=False)[:60])
print(ET.tostring(ET.fromstring("<a>é€</a>")), ET.tostring(ET.fromstring("<a>é</a>"), encoding="utf-8", xml_declaration=True))
print(ET.tostring(ET.fromstring("<p>one<b>two</b>three</p>"), method="text", encoding="unicode"))
tree = ET.ElementTree(ET.fromstring("<r><a><b>1</b><c/></a><d k='v'/></r>"))
ET.indent(tree, space="  ")
out = io.BytesIO()
tree.write(out, encoding="utf-8", xml_declaration=True)
print(out.getvalue().decode())
r = tree.getroot()
r.set("new", "1")
r.remove(r.find("d"))
r.find("a").clear()
print(ET.tostring(r, encoding="unicode"), r.keys(), r.items(), ET.iselement(r))
ET.register_namespace("x", "urn:x")
print(ET.tostring(ET.fromstring('<q:a xmlns:q="urn:x" q:k="1"/>')).decode())
print(ET.canonicalize("<b z='1' a='2'><c/></b>"))
r.extend([ET.Element("e1"), ET.Element("e2")])
r[:] = list(r)[::-1]
print([e.tag for e in r], ET.tostringlist(ET.Element("z")))
for bad in (lambda: ET.tostring(ET.Element(1)), lambda: r.remove(ET.Element("n")), lambda: ET.SubElement(None, "a")):
    try:
        print(bad())
    except (TypeError, ValueError) as e:
        print(type(e).__name__)
ET.tostring(ET.Element("done"), encoding="unicode")
