#! value_bytes = 1000
#! expect = "output"
# The text of an object counts too.
class Wordy:
    def __repr__(self):
        return "wordy " * 1000


Wordy()
