# The argument need not be a string.
raise ValueError({"code": 3, "where": ["a", None]})
