# taipan: expect = "memory"
# taipan: memory = "48MiB"
# exhausts: source
compile('#' * 1_000_000, 'x', 'exec')
