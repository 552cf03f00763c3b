# The line inside a long literal is the one that failed.
base = {"a": 1}
table = {
    "first": base["a"],
    "second": base["b"],
    "third": 3,
}
