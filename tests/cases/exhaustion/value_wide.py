#! expect = {status = "output", limit = "value_bytes"}
[0] * 1_000_000
