# Longest common subsequence and a line diff built on it.
def lcs_table(a, b):
    table = [[0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i, x in enumerate(a):
        for j, y in enumerate(b):
            if x == y:
                table[i + 1][j + 1] = table[i][j] + 1
            else:
                table[i + 1][j + 1] = max(table[i][j + 1], table[i + 1][j])
    return table


def lcs(a, b):
    table, i, j, out = lcs_table(a, b), len(a), len(b), []
    while i and j:
        if a[i - 1] == b[j - 1]:
            out.append(a[i - 1])
            i, j = i - 1, j - 1
        elif table[i - 1][j] >= table[i][j - 1]:
            i -= 1
        else:
            j -= 1
    return out[::-1]


def diff(old, new):
    common = iter(lcs(old, new))
    i = j = 0
    for line in [*common, None]:
        while i < len(old) and old[i] != line:
            yield "-", old[i]
            i += 1
        while j < len(new) and new[j] != line:
            yield "+", new[j]
            j += 1
        if line is not None:
            yield " ", line
            i, j = i + 1, j + 1


print("".join(lcs("AGGTABQQ", "GXTXAYBQ")))
print("".join(lcs("nematode knowledge", "empty bottle")))

OLD = """\
def greet(name):
    print("Hi", name)
    return None
greet("you")""".splitlines()
NEW = """\
def greet(name, mark="!"):
    print("Hi", name + mark)
    return None

greet("you")
greet("me", "?")""".splitlines()
for sign, text in diff(OLD, NEW):
    print(sign, text)

[len(lcs("kitten", "sitting")), len(lcs("", "abc")), len(lcs("same", "same"))]
