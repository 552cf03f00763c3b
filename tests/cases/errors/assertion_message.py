# An assertion with a message, and its caret.
total = 3
assert total == 4, f"expected 4, got {total}"
