"""json, re, textwrap, string, csv, shlex, html, urllib.parse, difflib, unicodedata and ipaddress."""


def optional(name):
    try:
        module = __import__(name)
        for part in name.split(".")[1:]:
            module = getattr(module, part)
        ENV[name.split(".")[-1] if name != "urllib.parse" else "parse"] = module
    except ImportError:
        pass


for name in ["json", "re", "textwrap", "string", "csv", "io", "shlex", "html", "urllib.parse", "difflib", "unicodedata", "ipaddress", "fnmatch", "pprint", "ast", "tomllib", "configparser", "reprlib", "keyword", "locale"]:
    optional(name)


def a_json(depth=0):
    kind = below(9 if depth < 3 else 6)
    if kind == 0:
        return pick(["None", "True", "False"])
    if kind == 1:
        return an_int()
    if kind == 2:
        return a_float()
    if kind < 6:
        return pick(["'a'", "'h\u00e9llo'", "''", "'\\n\\t\"\\\\/\\x00\\x7f'", "'\u4e2d\U0001f600'", "'\\u2028'", "'\\ud800'", "'1'"])
    if kind == 6:
        return "[" + ", ".join(a_json(depth + 1) for _ in range(below(4))) + "]"
    if kind == 7:
        return "(" + a_json(depth + 1) + ",)"
    return "{" + ", ".join(pick(["'k" + str(below(9)) + "'", an_int(), "None", "True", "1.5", "nan"]) + ": " + a_json(depth + 1) for _ in range(below(4))) + "}"


DOCUMENTS = ["", " ", "{", "[", "[1,", "[1,]", "{\"a\":1,}", "{a:1}", "{\"a\" 1}", "[1 2]", "nul", "null", "tru", "NaN", "-Infinity", "Infinity", "-", "01", "1.", ".5", "1e5", "1E+5", "-0", "-0.0", "1e400", "12345678901234567890123", "\"a", "\"\\\\x\"", "\"\\\\u12\"", "\"\\\\ud83d\\\\ude00\"", "\"\\\\ud800\"", "\"a\\tb\"", "[1]x", "[1] [2]", "{\"a\": {\"b\": [1, 2, {\"c\": null}]}}", "{\"a\":1,\"a\":2}", "[true, false]", "\\ufeff[]", "'a'", "[\"a\", ]", "{\"a\":}", "{1:2}", "[1.5e3, 2E-2]", "\\n\\n  {\\n \"a\": x}", "{}", "[]", "[[[[]]]]", "\"\\\\/\\\\b\\\\f\"", "1 2", "\\x00"]


def jsons():
    value = a_json()
    check("json.dumps(" + value + pick(["", "", ", indent=2", ", sort_keys=True", ", ensure_ascii=False", ", separators=(',', ':')", ", indent='--'", ", allow_nan=False", ", skipkeys=True", ", indent=0", ", sort_keys=True, indent=1", ", default=str"]) + ")")
    check("json.loads('" + pick(DOCUMENTS).replace("'", "\\'") + "')")
    check("json.loads('" + pick(DOCUMENTS).replace("'", "\\'") + "'" + pick(["", ", parse_float=str", ", parse_int=float", ", object_pairs_hook=list", ", object_hook=len", ", strict=False", ", parse_constant=repr"]) + ")")
    check("json.loads(json.dumps(" + value + "))")
    check(pick(["json.dumps({1, 2})", "json.dumps(object)", "json.dumps(1j)", "json.dumps(b'a')", "json.dumps({(1,): 2})", "json.loads(b'[1]')", "json.loads(1)", "json.loads(None)", "json.dumps(float('nan'))", "json.dumps({'b': 1, 'a': 2}, sort_keys=True)", "json.dumps({1: 2, 'a': 3}, sort_keys=True)", "json.JSONDecoder().raw_decode('[1] x')", "json.JSONEncoder(indent=1).encode([1])", "json.dumps([1, [2, {}], {}, []], indent=4)"]))


ATOMS = ["a", "b", ".", "\\\\d", "\\\\w", "\\\\s", "\\\\D", "\\\\W", "[a-c]", "[^a]", "\\\\b", "(a)", "(?:ab)", "(?P<n>b)", "a|b", "^", "$", "(?=a)", "(?!a)", "(?<=a)", "(?<!b)", "\\\\1", "[\\\\w-]", "\u00e9", "[\u00e0-\u00ff]", "\\\\.", "\\\\A", "\\\\Z", "(?i:A)", "(?P=n)", "\\\\n", "(?>a+)", "a++", "x{,2}", "[[]", "\\\\u00e9", "\\\\x41", "(?#c)"]
SUFFIXES = ["", "", "", "*", "+", "?", "*?", "+?", "{2}", "{1,2}", "??", "{0}", "{2,1}", "**"]
SUBJECTS = ["", "abc", "aab", "ababab", "a1b2c3", "hello world", "\u00e9t\u00e9 a", "a\\nb\\nc", "AaBb", "foo.bar-baz", "  a  ", "2024-01-31", "a,b;c d", "x=1, y=22", "\u0130\u0131Ii\u017f", "\u4e2d\u6587a", "aXbXc"]


def a_pattern():
    return "".join(pick(ATOMS) + pick(SUFFIXES) for _ in range(between(1, 4)))


def regexes():
    pattern, subject = a_pattern(), pick(SUBJECTS)
    flags = pick(["", "", ", re.I", ", re.M", ", re.S", ", re.X", ", re.A", ", re.I | re.A"])
    head = "'" + pattern + "', "
    check("re.findall(" + head + "'" + subject + "'" + flags + ")")
    check("[(m.span(), m.groups(), m.lastindex, m.lastgroup) for m in re.finditer(" + head + "'" + subject + "'" + flags + ")]")
    check("(lambda m: m and (m.group(), m.span(), m.groupdict(), repr(m)))(re." + pick(["search", "match", "fullmatch"]) + "(" + head + "'" + subject + "'" + flags + "))")
    check("re.sub(" + head + "'" + pick(["", "X", "[\\\\g<0>]", "\\\\1", "\\\\n", "\\\\g<n>", "\\\\9", "\\\\q", "$1", "\\\\g<1>x", "\\\\g<"]) + "', '" + subject + "'" + pick(["", ", count=1"]) + ")")
    check("re.subn(" + head + "lambda m: m.group().upper(), '" + subject + "')")
    check("re.split(" + head + "'" + subject + "'" + pick(["", ", maxsplit=1"]) + ")")
    check("re.compile('" + pattern + "'" + flags + ").groupindex")
    check("re.escape('" + subject + pattern + "')")
    check(pick(["re.compile('(')", "re.compile(')')", "re.compile('[')", "re.compile('a{2,1}')", "re.compile('*')", "re.compile('(?P<1>a)')", "re.compile('(?P<a>x)(?P<a>y)')", "re.compile('(?<=a+)b')", "re.compile('\\\\\\\\')", "re.compile('[z-a]')", "re.compile('(?P=x)')", "re.compile('\\\\2')", "re.compile('a**')", "re.compile('(?z)')", "re.compile('a(?i)')", "re.compile(1)", "re.match(b'a', 'a')", "re.sub('a', 1, 'a')", "re.findall('(a)(b)?', 'ab a')", "re.split('(,)|;', 'a,b;c')", "re.fullmatch('a|ab', 'ab')", "re.search('(?i)stra\u00dfe', 'STRASSE')", "re.compile('a', re.I | re.M)", "re.compile('a').flags", "re.match('a', 'a').group(1)", "re.match('(?P<x>a)', 'a')['y']", "re.match('(a)|b', 'b').groups(default='-')", "re.match('a', 'b')", "re.match('(a)(b)', 'ab').expand(r'\\\\2\\\\1')", "re.findall(r'\\\\b\\\\w+\\\\b', 'one two')", "re.purge()"]))


def modules():
    text = "'" + pick(["The quick brown fox jumps over the lazy dog.", "a-b-c well-known", "one  two\\tthree\\n\\nfour", ""]) + "'"
    # Wider than any word: 3.14 breaks long words at other places.
    width = str(between(20, 40))
    check("textwrap." + pick(["wrap", "fill"]) + "(" + text + ", " + width + pick(["", ", break_long_words=False", ", initial_indent='* ', subsequent_indent='  '", ", max_lines=2", ", break_on_hyphens=False", ", expand_tabs=False", ", drop_whitespace=False", ", placeholder='~', max_lines=1", ", fix_sentence_endings=True", ", replace_whitespace=False"]) + ")")
    check("textwrap." + pick(["dedent(" + text + ")", "indent(" + text + ", '> ')", "shorten(" + text + ", " + width + ")"]))
    check("string.Template('" + pick(["$a ${b} $$", "$", "${a", "$1", "$a_b", "${a}x $c", "\\n $"]) + "')." + pick(["substitute", "safe_substitute"]) + "(" + pick(["a=1, b=2", "{'a': 3}", ""]) + ")")
    check("string." + pick(["capwords('hello  world')", "ascii_letters", "punctuation", "whitespace", "printable", "Formatter().format('{} {x}', 1, x=2)", "Template('$a').get_identifiers()", "hexdigits", "Formatter().vformat('{0}', [1], {})"]))
    check("list(csv.reader(io.StringIO('" + pick(["a,b\\n1,2", "\"a,b\",c", "\"a\"\"b\"", "a;b", "\"unclosed", "a, b", "\"x\ny\",z", "a\\tb", "", ",", "\"a\"b", "'a,b'", "1,2.5\\n"]) + "')" + pick(["", ", delimiter=';'", ", quotechar=chr(39)", ", skipinitialspace=True", ", strict=True", ", quoting=csv.QUOTE_NONNUMERIC", ", delimiter='ab'", ", dialect='excel-tab'", ", quoting=csv.QUOTE_NONE"]) + "))")
    check("(lambda f: (csv.writer(f" + pick(["", ", quoting=csv.QUOTE_ALL", ", delimiter=';'", ", lineterminator='|'", ", quoting=csv.QUOTE_NONNUMERIC", ", quotechar=\"'\"", ", escapechar='!', quoting=csv.QUOTE_NONE", ", quoting=csv.QUOTE_NONE", ", quoting=csv.QUOTE_STRINGS", ", quoting=csv.QUOTE_NOTNULL"]) + ").writerows([[1, 'a,b', 'c\"d', None, 2.5, ''], ['x\\ny', \"it's\", True, 1e22, [1], b'a']]), f.getvalue()))(io.StringIO())")
    check("list(csv.DictReader(io.StringIO('" + pick(["a,b\\n1,2\\n3", "a,b\\n1,2,3", "", "a\\n\\n1"]) + "')))")
    check("shlex." + pick(["split", "quote", "join"]) + "(" + pick(["'a b c'", "\"a 'b c'\"", "'a \"b'", "'a#b'", "'a\\\\ b'", "['a', 'b c', '']", "''", "'it\\'s'"]) + ")")
    check("html." + pick(["escape", "unescape"]) + "('" + pick(["<a href=\"x\">&", "&lt;&amp;&#39;&#x41;&eacute;", "&notit;", "&amp", "&#0;", "&#128;", "&nosuch;", "caf\u00e9", "&#xD800;", "&copy&reg"]) + "')")
    check("parse." + pick(["quote", "unquote", "quote_plus", "unquote_plus", "urlparse", "urlsplit", "parse_qs", "parse_qsl"]) + "('" + pick(["http://user:pw@host:80/p/a;x?q=1&r=a+b#f", "a b&c=d/\u00e9", "%E9%C3%A9%zz+", "a=1&a=2&b=", "//host", "mailto:x", "", "http://[::1]:8080/", "?a=%20", "http://a/b/../c"]) + "')")
    check("parse." + pick(["urlencode({'a': 1, 'b': 'x y', 'c': '\u00e9'})", "urlencode({'a': [1, 2]}, doseq=True)", "urljoin('http://a/b/c', '../d')", "urljoin('http://a/b/c', '//x/y')", "urljoin('http://a/b/c?x', '?y')", "urlunparse(('http', 'a', 'b', '', 'q', 'f'))", "quote('/a b', safe='')", "urldefrag('a#b')", "urlparse('http://h:99999/').port", "urlparse('http://[x').netloc"]))
    check("".join(["list(difflib.", pick(["unified_diff", "context_diff", "ndiff"]), "(['a', 'b', 'c'], ['a', '", pick(["x", "b", "bb"]), "', 'c', 'd']))"]))
    check("difflib." + pick(["get_close_matches('appel', ['ape', 'apple', 'peach'])", "SequenceMatcher(None, 'abcd', 'bcde').ratio()", "SequenceMatcher(None, 'private', 'volatile').get_opcodes()", "SequenceMatcher(a='qabxcd', b='abycdf').get_matching_blocks()", "SequenceMatcher(None, 'a', 'b').quick_ratio()"]))
    char = pick(["a", "\u00e9", "\u00df", "\u4e2d", "\U0001f600", "\u0663", "\u00bd", "\u2163", "\ufb01", "\u1e9b\u0323", " ", "\\n", "\\ud800", "\u0378", "\u212b", "\uac00", "e\\u0301"])
    check("unicodedata." + pick(["name", "category", "combining", "east_asian_width", "mirrored", "decimal", "digit", "numeric"]) + "('" + char + "'" + pick(["", "", ", None"]) + ")")
    check("unicodedata." + pick(["normalize", "is_normalized"]) + "('" + pick(["NFC", "NFD", "NFKC", "NFKD", "XXX"]) + "', '" + char + "')")
    check("unicodedata.lookup('" + pick(["SNOWMAN", "LATIN SMALL LETTER E WITH ACUTE", "NO SUCH", "CJK UNIFIED IDEOGRAPH-4E2D", "HANGUL SYLLABLE GA"]) + "')")
    check("ipaddress." + pick(["ip_address", "ip_network", "ip_interface", "IPv4Address", "IPv6Address"]) + "(" + pick(["'192.168.0.1'", "'192.168.0.0/24'", "'192.168.0.1/24'", "'::1'", "'2001:db8::/32'", "'256.1.1.1'", "'1.2.3'", "'01.2.3.4'", "3232235521", "'fe80::1%eth0'", "'::ffff:1.2.3.4'", "'a'", "-1"]) + ")")
    check(pick(["[str(x) for x in ipaddress.ip_network('10.0.0.0/30').hosts()]", "ipaddress.ip_address('10.0.0.1').is_private", "ipaddress.ip_network('10.0.0.0/24').num_addresses", "ipaddress.ip_address('1.2.3.4') + 5", "list(ipaddress.ip_network('10.0.0.0/29').subnets(1))", "ipaddress.ip_address('::1').exploded", "int(ipaddress.ip_address('1.2.3.4'))", "ipaddress.ip_address('224.0.0.1').is_multicast", "fnmatch.filter(['a.py', 'b.txt'], '*.py')", "pprint.pformat({'b': [1, 2, {'c': 'x' * 60}], 'a': 'y' * 40})", "pprint.pformat(list(range(40)), width=30)", "ast.literal_eval('{1: [2, (3, None)], \"a\": -1.5}')", "ast.literal_eval('1 + 2j')", "ast.literal_eval('f(1)')", "ast.dump(ast.parse('x = 1 + y'))", "ast.unparse(ast.parse('a = (b + c) * d if e else [f for g in h]'))", "tomllib.loads('a = 1\\nb = [1.5, \"x\"]\\n[c]\\nd = 1979-05-27T07:32:00Z')", "tomllib.loads('a = ')", "reprlib.repr(list(range(100)))", "reprlib.repr('x' * 100)", "keyword.iskeyword('match')", "keyword.kwlist"]))


def run():
    for _ in range(ROUNDS):
        jsons()
        regexes()
        regexes()
        modules()


run()
