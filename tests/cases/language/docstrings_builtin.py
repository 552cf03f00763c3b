# Docstrings of what is written in Rust.
print(len.__doc__, int.__doc__, "".join.__doc__)
