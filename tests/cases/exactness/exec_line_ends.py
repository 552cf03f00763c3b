# Line ends of text that is executed are newlines, in its strings too; an argument's name has no parentheses.
names = {}
exec("x = '''a\r\nb'''\r\ny = 'c'\rz = '''d\re'''", names)
print([names[name] for name in "xyz"])
print(eval("'''a\r\nb'''"), [eval(compile("'''\r'''", "f", "eval"))])
for text in ("print((end)='')", "class A((metaclass)=type): pass"):
    try:
        exec(text)
    except SyntaxError as error:
        print(error.msg)
