#! expect = {status = "ok"}
code = (lambda: 0).__code__
for name in ("co_code", "co_consts", "co_names", "co_stacksize", "co_flags", "_co_code_adaptive", "co_nlocals"):
    for write in (setattr, object.__setattr__):
        try:
            write(code, name, bytes(8))
            print("ESCAPED", name)
        except (AttributeError, TypeError) as error:
            print("contained:", name, type(error).__name__)
