# Escaping and unescaping markup.
import html
from html.entities import codepoint2name, html5, name2codepoint

print(html.escape("<a href=\"x\">Tom & 'Jo'</a>"), html.escape("\"q\" & 'a'", quote=False))
print(html.unescape("&lt;b&gt; &amp;amp; &quot;&#39;&apos; &eacute; &#233; &#xE9; &euro; &nbsp;|").encode("unicode_escape").decode())
print(html.unescape("&notanentity; &amp no semicolon &copy2024 &#0; &#x110000; &#128;&#xD800;").encode("unicode_escape").decode())
text = "5 > 3 && \"x\" < 'y'"
print(html.unescape(html.escape(text)) == text, html.escape(""), html.unescape("plain"))
print(html.unescape("&hearts;&frac12;&rarr;&Alpha;&alpha;"), html.unescape("&CounterClockwiseContourIntegral;"))
rows = [("Ann & Bo", "<3"), ("\"C\"", "5>4")]
print("\n".join("<tr>" + "".join(f"<td>{html.escape(cell)}</td>" for cell in row) + "</tr>" for row in rows))
print(name2codepoint["eacute"], codepoint2name[8364], html5["gt;"], html5["gt"])
html.escape("a < b & c")
