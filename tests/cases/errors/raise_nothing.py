# A bare raise with nothing to raise.
raise
