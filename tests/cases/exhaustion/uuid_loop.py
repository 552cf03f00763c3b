#! expect = {status = "fuel"}
#! fuel = 100000
import uuid
while True:
    uuid.uuid4()
