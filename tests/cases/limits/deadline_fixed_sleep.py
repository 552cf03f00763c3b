#! timeout = "5s"
#! expect = "ok"
#! alone = "the clock is fixed by policy"
# With a fixed clock a sleep moves the clock and takes no time.
import time

start = time.time()
time.sleep(3600)
time.time() - start
