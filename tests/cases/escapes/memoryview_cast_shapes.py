#! expect = {status = "ok"}
data = bytearray(64)
for format_, shape in (("B", [2**62]), ("B", [-1, -64]), ("B", [0]), ("B", [2**32, 2**32]), ("Q", [8, 1, 1]), ("B", [64] * 64), ("B", []), ("d", [2, 2, 2]), ("x", [64]), ("P", [8]), ("@i", [16]), ("B", [8, 8, 0])):
    try:
        view = memoryview(data).cast(format_, shape)
        print("contained:", format_, view.shape, view.nbytes)
        view.tolist()
        for index in ((0, 0), (7, 7), (10**9, 10**9), (-8, -8), 0, -1, ()):
            try:
                view[index]
                view[index] = 1
            except (IndexError, TypeError, NotImplementedError, ValueError):
                pass
    except (TypeError, ValueError, NotImplementedError, OverflowError) as error:
        print("contained:", format_, type(error).__name__)
