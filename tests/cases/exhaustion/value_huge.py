#! expect = {status = "output", limit = "value_bytes"}
'a' * 10_000_000
