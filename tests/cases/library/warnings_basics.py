# Recording, filtering and raising warnings.
import warnings


def old():
    warnings.warn("old() is deprecated", DeprecationWarning, stacklevel=2)
    return 1


with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter("always")
    old()
    warnings.warn("plain")
    warnings.warn(RuntimeWarning("an instance"))
    print([(w.category.__name__, str(w.message)) for w in seen])
with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter("ignore", UserWarning)
    warnings.filterwarnings("always", message="keep.*", category=UserWarning)
    warnings.warn("drop me")
    warnings.warn("keep me")
    print([str(w.message) for w in seen])
with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter("once")
    for _ in range(3):
        warnings.warn("again")
    print(len(seen))
with warnings.catch_warnings(action="error"):
    try:
        warnings.warn("now an error", FutureWarning)
    except FutureWarning as e:
        print(type(e).__name__, e)


class TooHot(UserWarning):
    pass


with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter("default")
    warnings.warn("42 degrees", TooHot)
    print(seen[0].category is TooHot, issubclass(TooHot, Warning), seen[0].filename, seen[0].lineno)
print(warnings.formatwarning("text", UserWarning, "f.py", 3, "source line"), end="")
try:
    warnings.warn("x", int)
except TypeError as e:
    print(type(e).__name__)
try:
    warnings.simplefilter("nonsense")
except (ValueError, AssertionError) as e:
    print("refused")
with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    print(old())
