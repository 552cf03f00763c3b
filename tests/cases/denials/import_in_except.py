#! expect = "denied"
# The refusal has the exception it was raised beside as context.
try:
    {}["settings"]
except KeyError:
    import dotenv
