# Token names and exact operator types.
import token

print(token.tok_name[token.NAME], token.tok_name[token.OP], token.tok_name[token.NUMBER], token.tok_name[token.STRING], token.tok_name[token.NEWLINE])
print(token.ENDMARKER, token.NAME, token.NUMBER, token.STRING, token.NEWLINE, token.INDENT, token.DEDENT)
for text in ("+", "**=", ":=", "->", "...", "@", "!=", "//", "(", ";"):
    print(text, token.tok_name[token.EXACT_TOKEN_TYPES[text]])
print(token.ISTERMINAL(token.NAME), token.ISNONTERMINAL(300), token.ISEOF(token.ENDMARKER))
print(all(name.isupper() for name in ("NAME", "FSTRING_START")), hasattr(token, "FSTRING_START"), hasattr(token, "COMMENT"))
print(len(token.EXACT_TOKEN_TYPES) > 40, "=>" in token.EXACT_TOKEN_TYPES)
token.tok_name[token.EXACT_TOKEN_TYPES["=="]]
