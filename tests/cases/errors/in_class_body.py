# The frame of a class body has the name of the class.
class Config:
    retries = 3
    timeout = int("ten")
