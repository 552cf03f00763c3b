# for and while with else, break, continue, and nested loops.
def find(needle, haystack):
    for i, item in enumerate(haystack):
        if item == needle:
            break
    else:
        return "not found"
    return f"at {i}"

print(find(3, [1, 2, 3]), find(9, [1]), find(1, []))
n, steps = 27, 0
while n != 1:
    n = n // 2 if n % 2 == 0 else 3 * n + 1
    steps += 1
else:
    print("reached 1 after", steps)
primes = []
for candidate in range(2, 30):
    for p in primes:
        if candidate % p == 0:
            break
    else:
        primes.append(candidate)
print(primes)
out = []
for i in range(5):
    if i % 2:
        continue
    for j in "ab":
        if j == "b" and i == 2:
            break
        out.append(f"{i}{j}")
for k, (a, *b) in {"p": (1, 2, 3)}.items():
    out += [k, a, b]
out, [i for i in range(3)], i, j
