# diverges: built-in functions and types carry no documentation; `help` is not there either
# Docstrings of what is written in Rust.
len.__doc__, int.__doc__, "".join.__doc__
