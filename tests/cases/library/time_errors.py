import time


def attempt(function, *arguments):
    try:
        print(function.__name__, arguments, function(*arguments))
    except Exception as error:
        print(function.__name__, arguments, type(error).__name__, error)


for value in (-1, -0.5, float("nan"), float("inf"), 1e30, 10**30):
    attempt(time.sleep, value)
for value in (float("nan"), 1e30, 10**30, 1e17, "a"):
    attempt(time.gmtime, value)
    attempt(time.ctime, value)
good = [2024, 2, 29, 13, 5, 9, 3, 60, 0]
for place, value in [(1, 13), (2, 32), (3, 24), (4, 60), (5, 62), (6, -2), (7, 367), (0, 2**31), (0, 1.5), (0, "a")]:
    bad = list(good)
    bad[place] = value
    attempt(time.strftime, "%Y", tuple(bad))
attempt(time.asctime, 5)
attempt(time.mktime, (2024, 1, 1))
attempt(time.strptime, "2024", "%Y-%m")
attempt(time.get_clock_info, "sundial")
