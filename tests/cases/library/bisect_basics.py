# Binary search in sorted lists.
import bisect

a = [1, 3, 3, 5, 8]
print(bisect.bisect_left(a, 3), bisect.bisect_right(a, 3), bisect.bisect(a, 0), bisect.bisect(a, 99), bisect.bisect_left([], 1))
print(bisect.bisect_left(a, 3, 2), bisect.bisect_right(a, 3, 0, 2), bisect.bisect_left(a, 5.5))
bisect.insort(a, 4)
bisect.insort_left(a, 3)
bisect.insort_right(a, 8.0)
print(a)


def grade(score, breakpoints=(60, 70, 80, 90), grades="FDCBA"):
    return grades[bisect.bisect(breakpoints, score)]


print([grade(s) for s in (33, 99, 77, 70, 89, 90, 100, 60)])
people = [("ann", 21), ("bob", 35), ("cy", 50)]
print(bisect.bisect_left(people, 35, key=lambda p: p[1]))
bisect.insort(people, ("di", 40), key=lambda p: p[1])
print(people)


def index(seq, x):
    i = bisect.bisect_left(seq, x)
    return i if i != len(seq) and seq[i] == x else -1


print(index(a, 5), index(a, 6), index([], 1))
tails = []
for n in [10, 9, 2, 5, 3, 7, 101, 18]:
    i = bisect.bisect_left(tails, n)
    tails[i:i + 1] = [n]
print("longest increasing run:", len(tails))
brackets, rates = [0, 10000, 40000], [0.1, 0.2, 0.4]
income = 55000
i = bisect.bisect(brackets, income) - 1
tax = (income - brackets[i]) * rates[i] + sum((brackets[k + 1] - brackets[k]) * rates[k] for k in range(i))
print(tax)
for call in ("bisect.bisect(a, 'x')", "bisect.bisect(a, 1, -1)"):
    try:
        print(eval(call))
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
bisect.bisect(["ant", "bee", "cow"], "bat")
