# taipan: expect = "memory"
# taipan: memory = "48MiB"
x = f'{1.5:2000000000}'
