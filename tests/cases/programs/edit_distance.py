# Levenshtein distance, the edit script, and spelling suggestions ranked by distance.
def distance(a, b):
    previous = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        current = [i]
        for j, y in enumerate(b, 1):
            current.append(min(previous[j] + 1, current[j - 1] + 1, previous[j - 1] + (x != y)))
        previous = current
    return previous[-1]


def script(a, b):
    d = [[i + j if not i * j else 0 for j in range(len(b) + 1)] for i in range(len(a) + 1)]
    for i in range(1, len(a) + 1):
        for j in range(1, len(b) + 1):
            d[i][j] = min(d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (a[i - 1] != b[j - 1]))
    i, j, steps = len(a), len(b), []
    while i or j:
        if i and j and d[i][j] == d[i - 1][j - 1] + (a[i - 1] != b[j - 1]):
            if a[i - 1] != b[j - 1]:
                steps.append(f"replace {a[i - 1]} with {b[j - 1]}")
            i, j = i - 1, j - 1
        elif i and d[i][j] == d[i - 1][j] + 1:
            steps.append(f"delete {a[i - 1]}")
            i -= 1
        else:
            steps.append(f"insert {b[j - 1]}")
            j -= 1
    return steps[::-1]


pairs = [("kitten", "sitting"), ("flaw", "lawn"), ("saturday", "sunday"), ("", "abc"), ("same", "same")]
for a, b in pairs:
    print(f"{a or '(empty)':<10} {b:<8} {distance(a, b)}  {script(a, b)}")

WORDS = "apple apply ample maple people purple steeple temple simple".split()
for typo in ("aple", "peple", "simpel"):
    ranked = sorted(WORDS, key=lambda word: (distance(typo, word), word))
    print(f"{typo}: did you mean {', '.join(ranked[:3])}?")

assert all(distance(a, b) == len(script(a, b)) == distance(b, a) for a, b in pairs)
distance("intention", "execution")
