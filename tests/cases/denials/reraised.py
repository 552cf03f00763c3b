#! expect = "denied"
# Raised anew it is the same refusal.
try:
    import socket
except ImportError as error:
    kept = error
raise kept
