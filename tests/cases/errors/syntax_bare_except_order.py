# A bare except must come last.
try:
    pass
except:
    pass
except ValueError:
    pass
