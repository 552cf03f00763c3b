#! expect = {status = "ok"}
source = "import sys\ndef f(): return sys._getframe(0)\nprint('ESC' + 'APED', f())"
for name in ("<frozen x>", b"<frozen x>", "<frozen importlib._bootstrap>"):
    try:
        exec(compile(source, name, "exec"))
        print("ESCAPED")
    except (ValueError, TypeError) as error:
        print("contained:", error)
