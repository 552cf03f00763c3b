#! expect = {status = "ok"}
import array
import struct

buffers = [bytearray(8), memoryview(bytearray(8)), array.array("d", [1.0]), memoryview(bytearray(16))[::2], memoryview(b"readonly"), bytearray()]
for buffer in buffers:
    for offset in (0, 1, 4, 7, 8, 9, -1, -4, -8, -9, 2**31, 2**63 - 1, -(2**63), 2**64):
        for format_ in ("I", "Q", "8s", "100x", "0s", "p", "5p", "255p", "e", "?"):
            for use in (lambda: struct.pack_into(format_, buffer, offset, 1), lambda: struct.pack_into(format_, buffer, offset, b"x" * 99), lambda: struct.unpack_from(format_, buffer, offset)):
                try:
                    use()
                except (struct.error, TypeError, ValueError, OverflowError, BufferError, IndexError, MemoryError):
                    pass
print("contained:", [len(b) for b in buffers])
