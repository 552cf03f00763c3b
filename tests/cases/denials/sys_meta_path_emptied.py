#! expect = "error"
#! alone = "the check itself needs to import"
# Without finders nothing new is found, refused or not.
import sys

sys.meta_path.clear()
try:
    import colorsys
except ImportError as error:
    print(error)
import socket
