#! source = 100
#! expect = "memory"
# The source of the run is longer than its bound, so that nothing of it runs.
print("never")
