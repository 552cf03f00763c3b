# diverges: a set keeps the order in which its elements came; CPython's order follows from hashes and is promised by no version
print({3, 1, 2}, set("hello"), {10, 5, 10}, list({1.5, -1, 0}), {3, 1} | {2, 1})
