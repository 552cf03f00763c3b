# Groups in groups, with a note and a cause.
inner = ExceptionGroup("inner", [TypeError("t"), KeyError("k")])
noted = ValueError("v")
noted.add_note("a note in a group")
raise ExceptionGroup("outer", [noted, inner, OSError("last")]) from RuntimeError("the cause")
