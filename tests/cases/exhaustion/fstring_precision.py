#! expect = {status = "memory"}
x = f'{1:.999999999f}'
