#! expect = {status = "fuel"}
#! fuel = 100000
import shlex
shlex.split('a ' * 2_000_000)
