# An operator from another language.
if a && b:
    pass
