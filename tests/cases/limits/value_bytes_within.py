# taipan: value_bytes = 1000
# taipan: expect = "ok"
"x" * 900
