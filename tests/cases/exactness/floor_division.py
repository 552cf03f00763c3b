# Floor division of floats, folded by the compiler and computed at run time.
print(1e22 // 640, -929 // -586290314.48, 18939 // -0.5, -7.5 // 2.0, 0.0 // -3.0)
print(1e22 % 640, -929 % -586290314.48, -7.5 % 2.0, 7.5 % -2.0, -0.0 % 5.0)
for a, b in [(1e22, 640), (-929, -586290314.48), (18939, -0.5), (-7.5, 2.0), (0.0, -3.0), (1e300, 3.0), (5e-324, 2)]:
    print(a // b, a % b, divmod(a, b))
print(eval("1e22 // 640"), eval(compile("-929 // -586290314.48", "<text>", "eval")))
exec("print(1e22 // 640, 6.5 // -0.5)")
print(f"{1e22 // 640:.1f}", [1e22 // 640 for _ in range(2)], (lambda x=1e22 // 640: x)())
