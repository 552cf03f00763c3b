# None and True cannot be assigned.
None = 1
