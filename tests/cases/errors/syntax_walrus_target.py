# := needs a plain name.
d = {}
if (d["k"] := 3):
    pass
