# A Mandelbrot picture and other work with complex numbers.
import cmath
import math

SHADES = " .:-=+*#%@"


def escape(c, limit=30):
    z = 0j
    for step in range(limit):
        z = z * z + c
        if z.real * z.real + z.imag * z.imag > 4:
            return step
    return limit


def picture(x0, x1, y0, y1, width, height):
    for row in range(height):
        y = y1 + (y0 - y1) * row / (height - 1)
        line = ""
        for column in range(width):
            x = x0 + (x1 - x0) * column / (width - 1)
            line += SHADES[escape(complex(x, y)) * (len(SHADES) - 1) // 30]
        yield line.rstrip()


print("\n".join(picture(-2.1, 0.7, -1.1, 1.1, 57, 17)))


def quadratic(a, b, c):
    root = cmath.sqrt(b * b - 4 * a * c)
    return (-b + root) / (2 * a), (-b - root) / (2 * a)


def pretty(z, digits=4):
    z = complex(round(z.real, digits) + 0.0, round(z.imag, digits) + 0.0)
    return f"{z.real:g}" if z.imag == 0 else f"{z.real:g}{z.imag:+g}i"


for a, b, c in [(1, -3, 2), (1, 2, 5), (1, 0, 4), (2, 4, 2)]:
    print(f"{a}x^2 {b:+d}x {c:+d} = 0:", ", ".join(map(pretty, quadratic(a, b, c))))

roots = [cmath.rect(1, 2 * math.pi * k / 6) for k in range(6)]
print("sixth roots of one:", "  ".join(map(pretty, roots)))
r, phi = cmath.polar(1 + 1j)
print(f"1+i = {r:.6f} at {math.degrees(phi):.1f} degrees")
print("e^(i pi) + 1 =", pretty(cmath.exp(1j * math.pi) + 1))


def fft(xs):
    n = len(xs)
    if n == 1:
        return xs
    even, odd = fft(xs[::2]), fft(xs[1::2])
    turned = [cmath.exp(-2j * math.pi * k / n) * odd[k] for k in range(n // 2)]
    return [e + t for e, t in zip(even, turned)] + [e - t for e, t in zip(even, turned)]


signal = [1, 2, 3, 4, 0, 0, 0, 0]
print("fft:", " ".join(pretty(z, 3) for z in fft(signal)))
z = 3 - 4j
print(abs(z), z.conjugate(), z * z.conjugate(), z ** 2, 1 / z, z == complex("3-4j"))
print([escape(0.3), escape(-1), escape(1)])
(2 + 1j) * (1 - 3j)
