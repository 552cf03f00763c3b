# Nothing similar exists, so there is no suggestion.
def show():
    return completely_unknown_thing


show()
