#! value_bytes = 1000
#! expect = "ok"
"x" * 900
