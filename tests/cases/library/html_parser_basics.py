# Walking HTML: links, text, attributes.
from html.parser import HTMLParser

PAGE = """<!DOCTYPE html>
<html><head><title>A &amp; B</title></head>
<body class="main" data-x>
<!-- note -->
<h1>Head<em>line</em></h1>
<p>Go <a href="/home?a=1&amp;b=2" title='Home "x"'>home</a> or <A HREF=away>away</A><br/>
<img src="pic.png" alt="">&copy; 2024 &#8364;5
<script>if (a < b) { x = "<p>"; }</script>
</body></html>"""


class Log(HTMLParser):
    def handle_starttag(self, tag, attrs):
        print("start", tag, attrs)

    def handle_startendtag(self, tag, attrs):
        print("empty", tag, attrs)

    def handle_endtag(self, tag):
        print("end", tag)

    def handle_data(self, data):
        if data.strip():
            print("data", repr(data.strip()), self.getpos())

    def handle_comment(self, data):
        print("comment", data.strip())

    def handle_decl(self, decl):
        print("decl", decl)


parser = Log()
parser.feed(PAGE)
parser.close()


class Text(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=False)
        self.parts = []

    def handle_data(self, data):
        self.parts.append(data)

    def handle_entityref(self, name):
        self.parts.append(f"[{name}]")

    def handle_charref(self, name):
        self.parts.append(f"[#{name}]")


t = Text()
for piece in ("<b>x &lt", "; y</b> &#6", "5; <i", ">z</i>"):
    t.feed(piece)
t.close()
"".join(t.parts)
