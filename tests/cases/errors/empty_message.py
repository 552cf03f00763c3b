# An exception without a message is its name alone.
raise ValueError
