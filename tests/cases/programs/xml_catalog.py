# Reads a catalogue from XML, queries it, changes it, and writes it back.
import xml.etree.ElementTree as ET

SOURCE = """<?xml version="1.0"?>
<catalog currency="EUR">
  <book id="b1" lang="en"><title>Dune &amp; Sand</title><author>F. Herbert</author><price>9.90</price></book>
  <book id="b2" lang="fr"><title>Le Horla</title><author>G. de Maupassant</author><price>5.50</price></book>
  <!-- on order -->
  <book id="b3" lang="en"><title>Emma</title><author>J. Austen</author></book>
  <disc id="d1"><title>Kind of Blue</title><price>14.00</price></disc>
</catalog>
"""

root = ET.fromstring(SOURCE)
print(root.tag, root.attrib, len(root))
for element in root:
    price = element.findtext("price")
    title, lang = element.find("title").text, element.get("lang", "-")
    print(f"{element.get('id')} {element.tag:<5} {title:<14} {price or 'no price':>9} {lang}")

print("titles:", [e.text for e in root.iter("title")])
print("english:", [book.get("id") for book in root.findall("book[@lang='en']")])
print("priced:", [e.get("id") for e in root.findall("*[price]")])
print("by author:", root.find(".//book[author='J. Austen']").get("id"))
total = sum(float(e.text) for e in root.iterfind(".//price"))

emma = root.find("book[@id='b3']")
ET.SubElement(emma, "price").text = "7.25"
emma.set("stock", "3")
for disc in root.findall("disc"):
    root.remove(disc)
new = ET.SubElement(root, "book", {"id": "b4", "lang": "de"})
ET.SubElement(new, "title").text = "Faust <I>"
ET.SubElement(new, "note").text = 'said "yes"'

ET.indent(root)
print(ET.tostring(root, encoding="unicode"))


def to_dict(element):
    children = [to_dict(child) for child in element]
    result = dict(element.attrib)
    if children:
        for child, value in zip(element, children):
            result[child.tag] = value
    elif not result:
        return element.text
    elif element.text:
        result["text"] = element.text
    return result


print([to_dict(book) for book in root][:2])
mixed = ET.fromstring("<p>Hello <b>big</b> wide <i>world</i>!</p>")
print("".join(mixed.itertext()), [(e.tag, e.text, e.tail) for e in mixed])
ns = ET.fromstring('<r xmlns="urn:a" xmlns:x="urn:b"><x:v>1</x:v><v>2</v></r>')
print([child.tag for child in ns], ns.find("x:v", {"x": "urn:b"}).text)
for broken in ("<a><b></a>", "<a>", "plain"):
    try:
        ET.fromstring(broken)
    except ET.ParseError as exc:
        print(type(exc).__name__, isinstance(exc, SyntaxError))
print(ET.tostring(ET.Element("empty", a="1 < 2")), ET.fromstring("<a>&#233;&lt;</a>").text)
round(total, 2)
