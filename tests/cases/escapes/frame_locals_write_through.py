#! expect = {status = "ok"}
def victim():
    secret = [1]
    try:
        raise ValueError
    except ValueError as error:
        locals_ = error.__traceback__.tb_frame.f_locals
    for attempt in (
        lambda: locals_.__setitem__("secret", "changed"),
        lambda: locals_.__delitem__("secret"),
        lambda: locals_.update(secret="changed"),
        lambda: locals_.pop("secret"),
        lambda: locals_.clear(),
        lambda: locals_.__ior__({"secret": "changed"}),
    ):
        try:
            attempt()
        except Exception as error:
            print("contained:", type(error).__name__)
    return secret

try:
    print("contained:", victim())
except Exception as error:
    print("contained:", type(error).__name__)
