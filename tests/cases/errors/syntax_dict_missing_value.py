# A dict entry without a value.
table = {"a": 1, "b": }
