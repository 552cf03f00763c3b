#! expect = "denied"
# A function that is there so that programs import, and does nothing but refuse.
import os

os.system("ls")
