#! expect = {status = "ok"}
round(1.5, 10**20)
