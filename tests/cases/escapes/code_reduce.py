#! expect = {status = "ok"}
import copyreg
import pickle

code = (lambda: 0).__code__
for make in (
    lambda: copyreg.__newobj__(type(code), 0, 0),
    lambda: pickle.loads(pickle.dumps(code)),
    lambda: code.__reduce_ex__(2),
    lambda: code.__setstate__({}),
):
    try:
        make()
        print("ESCAPED")
    except Exception as error:
        print("contained:", type(error).__name__)
