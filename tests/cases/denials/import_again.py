#! expect = "ok"
# Each attempt is listed, with its line.
for attempt in range(3):
    try:
        import socket
    except ImportError:
        print("attempt", attempt)
try:
    import socket
except ImportError:
    print("last attempt")
