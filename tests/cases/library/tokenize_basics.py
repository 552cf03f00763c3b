# Splitting source into tokens, and back.
import io
import token
import tokenize

SOURCE = """\
def f(x):  # note
    if x >= 0x1F:
        return "a\\n" + rb'b'
    y = 1.5e3j ** 2_000

"""
tokens = list(tokenize.generate_tokens(io.StringIO(SOURCE).readline))
for t in tokens:
    print(f"{t.start[0]},{t.start[1]}-{t.end[0]},{t.end[1]} {token.tok_name[t.type]} {t.string!r}")
print(tokenize.untokenize(tokens) == SOURCE, tokens[0].line, tokens[2].exact_type == token.LPAR)
data = list(tokenize.tokenize(io.BytesIO("é = 'ż'".encode()).readline))
print([(token.tok_name[t.type], t.string) for t in data])
names = [t.string for t in tokens if t.type == token.NAME]
print(names, [t.string for t in tokens if t.type == tokenize.COMMENT])
print(tokenize.untokenize([(token.NAME, "a"), (token.OP, "="), (token.NUMBER, "1")]))
print(tokenize.detect_encoding(io.BytesIO(b"# -*- coding: latin-1 -*-\n").readline))


def minify(source):
    kept = [t for t in tokenize.generate_tokens(io.StringIO(source).readline) if t.type != tokenize.COMMENT]
    return "\n".join(line.rstrip() for line in tokenize.untokenize(kept).splitlines())


print(minify("x = 1  # one\n# two\ny = '# not'\n"))
for bad in ("(1,", "x = '''open", "if x:\n  a\n b"):
    try:
        print(len(list(tokenize.generate_tokens(io.StringIO(bad).readline))))
    except (tokenize.TokenError, SyntaxError) as e:
        print(type(e).__name__)
[t.string for t in tokenize.generate_tokens(io.StringIO("a+b").readline)]
