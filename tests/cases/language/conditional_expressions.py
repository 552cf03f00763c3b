# if/elif/else, conditional expressions, nesting and short forms.
def grade(score):
    if score >= 90:
        return "A"
    elif score >= 80:
        return "B"
    elif score >= 70:
        if score % 10 >= 5:
            return "C+"
        return "C"
    else:
        return "F"

print([grade(s) for s in (95, 85, 77, 71, 10)])
for n in range(1, 16):
    print("Fizz" * (n % 3 == 0) + "Buzz" * (n % 5 == 0) or n, end=" ")
print()
sign = lambda x: "neg" if x < 0 else "zero" if x == 0 else "pos"
print([sign(x) for x in (-1, 0, 1)], ("odd", "even")[4 % 2 == 0], {True: "yes", False: "no"}[3 > 2])
x = 5
if x > 3: y = "one line"; z = 2
if not x or (x and x > 4 and not x == 6): y += "!"
print(y, z, 1 if x else 1 / 0, (1 if x == 5 else 2) + 10)
print(1 if x == 4 else 2 + 10, [i if i % 2 else -i for i in range(4)])
result = (
    "big" if x > 100
    else "medium" if x > 4
    else "small"
)
if (
    x == 5
    and y
): pass
result, None if x else 0, x if x is None else not x
