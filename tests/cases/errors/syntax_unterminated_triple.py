# A triple-quoted string that runs to the end.
text = """one
two
