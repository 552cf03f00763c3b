# diverges: `bytes % value` without a conversion ignores a value that CPython complains of
print(b"plain" % "a")
