#! deny = ["re"]
#! expect = "denied"
# A library module that needs a denied one can't be imported either.
import textwrap
