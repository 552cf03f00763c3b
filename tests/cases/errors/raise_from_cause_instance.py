# The cause can be an exception that was never raised.
raise ValueError("effect") from LookupError("cause without a traceback")
