#! source = "1KiB"
#! expect = "memory"
compile(b"x = 1\n" * 200, "text", "exec")
