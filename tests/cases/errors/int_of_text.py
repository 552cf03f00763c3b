# int() of a text that is no number.
for text in ("", "1.5", " 12x", "0x1f", "1__0"):
    try:
        print(int(text))
    except ValueError as e:
        print(e)
int("abc")
