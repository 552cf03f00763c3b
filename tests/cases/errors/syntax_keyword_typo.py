#! alone = "the hint is new in 3.14"
# A misspelt keyword gets a hint.
whille True:
    pass
