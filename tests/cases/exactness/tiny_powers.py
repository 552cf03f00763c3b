# Powers below the normal floats.
import math

for e in (-300.5, -307.5, -307.9, -308.5, -310.2, -315.7, -317.285, -320.1, -323.2, -324.5, -400):
    print(e, 10.0**e, math.pow(10, e), 2.0 ** (e * 3.32), 100.0 ** (e / 2), 1.5 ** (e * 5.6), 0.1**-e)
print([10.0**-n == float(f"1e-{n}") for n in range(300, 330)].count(True))


class Float(float):
    pass


print(Float(3.0) ** 34 == 3.0**34 == 3.0.__pow__(34), (3 + 0j) ** 34, pow(Float(10), -310.2), (10.0).__pow__(-310.2), (-310.2).__rpow__(10), 10 ** Float(-310.2), 10**-310)
