#! timeout = "1s"
#! clock = "system"
#! expect = "timeout"
# With the system's clock a sleep takes its time, up to the deadline.
import time

try:
    time.sleep(3600)
except BaseException:
    print("caught")
