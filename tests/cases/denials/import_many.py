#! expect = "ok"
# At most 100 are listed.
caught = 0
for attempt in range(150):
    try:
        import socket
    except ImportError:
        caught += 1
caught
