#! expect = "error"
def attempt():
    try:
        import socket
    except ImportError as error:
        return error


raise ExceptionGroup("attempts", [attempt(), ValueError("other")])
