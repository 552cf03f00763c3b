# except* handles one part; the rest goes on.
try:
    raise ExceptionGroup("mixed", [ValueError(1), TypeError("two"), ExceptionGroup("deep", [ValueError(3)])])
except* ValueError as group:
    print(group, [type(e).__name__ for e in group.exceptions])
