# taipan: expect = "memory"
x = f'{1:.999999999f}'
