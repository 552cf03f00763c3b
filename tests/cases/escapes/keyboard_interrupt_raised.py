#! expect = {status = "error"}
raise KeyboardInterrupt("contained: no signal for the host")
