# INI files: sections, defaults, interpolation, writing.
import configparser
import io

TEXT = """
[DEFAULT]
level = info
root = /srv

[web]
Port = 8080
debug: yes
ratio = 0.75
path = %(root)s/www
list =
    one
    two
; comment
empty =
flag

[db]
level = warn
"""
c = configparser.ConfigParser(allow_no_value=True)
c.read_string(TEXT)
print(c.sections(), c.options("web"), "web" in c, c.has_option("db", "port"), c.defaults())
web = c["web"]
print(web["port"], web.getint("PORT"), web.getboolean("debug"), web.getfloat("ratio"), web["path"], web["list"].split(), repr(web["empty"]), web["flag"])
print(c.get("db", "level"), c["web"]["level"], c.get("web", "nope", fallback="fb"), web.get("nope"), c.getint("db", "x", fallback=3), c.get("web", "path", raw=True))
print(dict(c["db"]), [(k, v) for k, v in c.items("db")])
c["new"] = {"a": 1, "B": "x"}
c.set("db", "host", "h")
c.add_section("extra")
c.remove_option("web", "list")
print(c.remove_section("extra"), c["new"]["b"])
out = io.StringIO()
c.write(out)
print(out.getvalue())
e = configparser.ConfigParser(interpolation=configparser.ExtendedInterpolation())
e.read_dict({"p": {"home": "/h", "bin": "${home}/bin"}, "q": {"x": "${p:bin}/x"}})
print(e["q"]["x"])
r = configparser.RawConfigParser()
r.optionxform = str
r.read_string("[S]\nKey = 100%")
print(dict(r["S"]))
for call in ("c.get('nope', 'a')", "c.get('db', 'zzz')", "web.getint('debug')", "c.add_section('web')", "c.read_string('x = 1')", "c.read_string('[s]\\na=1\\na=2')", "c.set('db', 'n', 5)"):
    try:
        print(eval(call))
    except (configparser.Error, ValueError, TypeError) as err:
        print(type(err).__name__, str(err).splitlines()[0])
c.getboolean("web", "debug")
