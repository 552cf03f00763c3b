# The same in text that code is made of.
for text in ('"€', '"""€', "f'€", "x = '😀", "'é\\", "é", "# €", "b'€"):
    for call in (eval, exec, lambda text: compile(text, "made.py", "exec")):
        try:
            print(type(call(text)).__name__)
        except SyntaxError as error:
            print(ascii(text), error)
        except NameError as error:
            print(ascii(text), error)
