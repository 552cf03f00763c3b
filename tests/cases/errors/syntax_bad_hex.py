# A digit that the base does not have.
flags = 0b102
