#! expect = "denied"
# A refusal that nobody catches ends the run.
print("before")
import socket

print("never")
