# The harmless parts of sys.
import sys

print(sys.maxsize, sys.byteorder, sys.maxunicode, sys.version_info >= (3, 12), sys.version_info.major, len(sys.version_info))
print(sys.float_info.max, sys.float_info.epsilon, sys.float_info.dig, sys.int_info.default_max_str_digits)
print(sys.getrecursionlimit() > 50, isinstance(sys.argv, list), isinstance(sys.path, list), sys.getdefaultencoding())
print(sys.modules["sys"] is sys, "sys" in sys.builtin_module_names, "json" in sys.stdlib_module_names)
print(file=sys.stdout)
sys.stdout.write("written\n")
print("to stderr", file=sys.stderr)
sys.stdout.flush()
print(sys.intern("abc") is sys.intern("abc"), sys.getsizeof(0) > 0, sys.exc_info(), sys.is_finalizing())
try:
    raise KeyError("k")
except KeyError:
    print(sys.exc_info()[0].__name__, repr(sys.exc_info()[1]), repr(sys.exception()))
print(sys.exception(), sys.float_repr_style, sys.get_int_max_str_digits())
for code in (None, 0, 3, "message", [1]):
    try:
        sys.exit(code)
    except SystemExit as e:
        print(repr(e.code), e.args)
try:
    int("1" * 5000)
except ValueError as e:
    print(str(e)[:52])
sys.setrecursionlimit(500)


def deep(n):
    return deep(n + 1)


try:
    deep(0)
except RecursionError as e:
    print(type(e).__name__)
sys.float_info.mant_dig
