#! expect = {status = "output", limit = "stderr"}
import logging
while True:
    logging.warning('a' * 1000)
