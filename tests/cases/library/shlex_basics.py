# Splitting, quoting and joining command lines.
import shlex

for line in (
    'cp "my file.txt" /tmp', "echo 'it''s' ok", r"a\ b c\"d", "x=1 y='a b'", "  spaced   out  ", "", 'mix"ed quo"te', "# comment only", "emp '' ty",
    'path "C:\\\\dir" end', "żółw 'ęą'",
):
    print(f"{line!r:<26} {shlex.split(line)}")
print(shlex.split("a # b", comments=True), shlex.split("a # b"), shlex.split("a'b' c\\d", posix=False))
print(shlex.quote("plain"), shlex.quote("two words"), shlex.quote("it's"), shlex.quote(""), shlex.quote("$HOME;rm"), shlex.quote("a/b-c_d.e=f"))
command = ["grep", "-e", "a b", "it's", "*.txt", ""]
print(shlex.join(command), shlex.split(shlex.join(command)) == command)
lexer = shlex.shlex("a && b || c; d>out", punctuation_chars=True)
print(list(lexer))
lexer = shlex.shlex("k1 = 'v 1', k2=v2", posix=True)
lexer.whitespace += ","
print(list(lexer), lexer.lineno)
lexer = shlex.shlex("one:two", posix=True)
lexer.whitespace, lexer.whitespace_split = ":", True
print(lexer.get_token(), lexer.get_token(), lexer.get_token())
for bad in ("'open", '"open', "end\\"):
    try:
        print(shlex.split(bad))
    except ValueError as e:
        print(e)
shlex.split("run --name='a b' -v")
