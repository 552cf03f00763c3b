#! expect = {status = "error"}
error = ValueError()
error.args = (error, error)
raise error
