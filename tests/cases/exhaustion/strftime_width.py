#! expect = {status = "memory"}
#! memory = "48MiB"
import datetime
datetime.date(2026, 1, 1).strftime('%Y' * 30_000_000)
