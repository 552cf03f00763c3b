# Infinities, zeros and errors of cmath.
import cmath
import math

inf, nan = math.inf, math.nan
for name in ("acos", "asin", "asinh", "atan", "atanh", "cos", "cosh", "exp", "log", "sin", "sinh", "sqrt"):
    function = getattr(cmath, name)
    for z in (complex(inf, 0), complex(-inf, 1), complex(0, inf), complex(-inf, -inf), complex(inf, nan), complex(nan, inf),
              0j, complex(-0.0, -0.0), complex(0, -0.0), 1, -1, complex(1, -0.0)):
        try:
            print(name, z, function(z))
        except Exception as e:
            print(name, z, type(e).__name__, e)


class Complex:
    def __complex__(self):
        print("asked once")
        return 3 + 4j


class Float:
    def __float__(self):
        print("asked once")
        return 2.0


for call in ("sqrt(Complex())", "sqrt(Float())", "log(Complex(), Float())", "log(0)", "log(1, 1)", "log(10, 0)", "polar(Complex())",
             "rect(Float(), Float())", "rect(inf, 2)", "rect(1j, 2)", "sqrt('x')", "exp(1000)", "sqrt(10**400)", "sqrt(True)",
             "phase(-1)", "phase(complex(-1, -0.0))", "polar(complex(1.5e308, 1.5e308))", "log(1, 2, 3)", "atanh(1)"):
    try:
        print(call, eval("cmath." + call))
    except Exception as e:
        print(call, type(e).__name__, e)
