#! alone = "the message is new in 3.14"
# Several exception types without parentheses and with a name.
try:
    pass
except ValueError, TypeError as e:
    pass
