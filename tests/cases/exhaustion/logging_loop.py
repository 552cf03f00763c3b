# taipan: expect = "output"
# exhausts: stderr
import logging
while True:
    logging.warning('a' * 1000)
