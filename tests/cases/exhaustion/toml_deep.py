#! expect = {status = "error"}
import tomllib
tomllib.loads('a = ' + '[' * 100_000 + ']' * 100_000)
