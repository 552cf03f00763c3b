# taipan: source = "1KiB"
# taipan: expect = "memory"
compile(b"x = 1\n" * 200, "text", "exec")
